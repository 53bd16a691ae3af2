'use client';

import { type ReactNode, useActionState } from 'react';
import type { ActionState } from './actions';

type Props = {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  label?: string;
  children: ReactNode;
};

/** A form of one button that works before any script has loaded, and says what prevented it. */
export function Press({ action, label, children }: Props) {
  const [state, submit] = useActionState(action, undefined);
  return (
    <form action={submit} aria-label={label}>
      {children}
      {state !== undefined && (
        <p className="notice" role="alert">
          {state.message}
        </p>
      )}
    </form>
  );
}
