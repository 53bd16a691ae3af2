'use client';

import { useActionState } from 'react';
import { addOutlets, type OutletsState } from './actions';
import styles from './outlets.module.css';

/** One field for a feed or a site, one for an OPML file; the answer is said where the form is. */
export function AddForm() {
  const [state, submit, isPending] = useActionState<OutletsState, FormData>(addOutlets, {});
  return (
    <form action={submit} className={styles.add}>
      <span className={styles.field}>
        <label htmlFor="address">Address of a feed, or of a news site</label>
        <input
          id="address"
          name="address"
          type="text"
          inputMode="url"
          defaultValue={state.address}
          placeholder="https://…"
          spellCheck={false}
        />
      </span>
      <span className={styles.field}>
        <label htmlFor="opml">or an OPML file</label>
        <input id="opml" name="opml" type="file" accept=".opml,.xml,text/xml,text/x-opml" />
      </span>
      <button type="submit" className="button-main" disabled={isPending}>
        {isPending ? 'Looking …' : 'Add'}
      </button>
      {state.message === undefined ? null : (
        <p role={state.failed ? 'alert' : 'status'} className={state.failed ? styles.problem : styles.done}>
          {state.message}
        </p>
      )}
    </form>
  );
}
