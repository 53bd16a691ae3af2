'use client';

import { useActionState } from 'react';
import { signInWithToken } from './actions';

export function SignInForm() {
  const [state, submit, isPending] = useActionState<{ message?: string }, FormData>(signInWithToken, {});
  return (
    <form action={submit}>
      <p>
        <label htmlFor="token">Token</label>
      </p>
      <p>
        <input id="token" name="token" type="password" autoComplete="current-password" required />{' '}
        <button type="submit" className="button-main" disabled={isPending}>
          Sign in
        </button>
      </p>
      {state.message === undefined ? null : <p role="alert">{state.message}</p>}
    </form>
  );
}
