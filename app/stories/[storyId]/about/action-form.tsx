'use client';

import { type ReactNode, useActionState } from 'react';
import type { CorrectionState } from './actions';

type Props = {
  action: (before: CorrectionState, form: FormData) => Promise<CorrectionState>;
  label: string;
  children: ReactNode;
};

/** A form that works before any script has loaded, and says what prevented it. */
export function ActionForm({ action, label, children }: Props) {
  const [state, submit] = useActionState(action, undefined);
  return (
    <form action={submit} aria-label={label}>
      {state !== undefined && (
        <p className="notice" role="alert">
          {state.message}
        </p>
      )}
      {children}
    </form>
  );
}
