'use client';

import { useActionState } from 'react';
import type { AskState } from './actions';

type Props = { action: (before: AskState) => Promise<AskState>; outlet: string; isAgain: boolean };

export function Ask({ action, outlet, isAgain }: Props) {
  const [state, submit, isPending] = useActionState(action, undefined);
  return (
    <form action={submit}>
      <button
        type="submit"
        disabled={isPending}
        aria-label={`${isAgain ? 'Ask again' : 'Ask'} about the text of ${outlet}`}
      >
        {isPending ? 'Asking, this can take a minute …' : isAgain ? 'Ask again' : 'Ask the second coder'}
      </button>
      {state !== undefined && (
        <p className="notice" role="alert">
          {state.message}
        </p>
      )}
    </form>
  );
}
