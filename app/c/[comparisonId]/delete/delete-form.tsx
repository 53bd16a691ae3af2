'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { deleteNow } from './actions';

/** A form that works before any script has loaded. */
export function DeleteForm({ id }: { id: string }) {
  const [state, submit, isPending] = useActionState(deleteNow.bind(null, id), undefined);
  return (
    <form action={submit}>
      <p>
        <label htmlFor="reason">Reason, for those who follow the link</label>
        <br />
        <textarea id="reason" name="reason" rows={3} cols={60} maxLength={500} required />
      </p>
      {state !== undefined && (
        <p className="notice" role="alert">
          {state.message}
        </p>
      )}
      <p>
        <button type="submit" className="button-main" disabled={isPending}>
          Delete
        </button>{' '}
        <Link className="button" href={`/c/${id}`}>
          Keep it
        </Link>
      </p>
    </form>
  );
}
