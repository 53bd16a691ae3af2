import type { Metadata } from 'next';
import { SignInForm } from './sign-in-form';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default function SignInPage() {
  return (
    <>
      <h1>Sign in</h1>
      <p className="prose">
        For the owner of this installation. The token is the value of SYNOPTIC_ADMIN_TOKEN on the server.
      </p>
      <SignInForm />
    </>
  );
}
