'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isSecure, SIGN_IN_COOKIE, signIn } from '../_queries/permission';

const DAYS_30 = 30 * 86_400;
/** Guessing is slowed for everybody alike: one wrong token costs a second. */
const WRONG_TOKEN_MS = 1000;

export async function signInWithToken(_before: { message?: string }, form: FormData): Promise<{ message?: string }> {
  const value = signIn(String(form.get('token') ?? ''));
  if (value === undefined) {
    await new Promise((resolve) => setTimeout(resolve, WRONG_TOKEN_MS));
    return { message: 'This is not the token of this installation.' };
  }
  (await cookies()).set(SIGN_IN_COOKIE, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure: await isSecure(),
    path: '/',
    maxAge: DAYS_30,
  });
  redirect('/');
}
