'use client';

import { useActionState } from 'react';
import { type FindState, find } from '../compare/actions';
import styles from './link-form.module.css';

/** One article in, by its address or as a text; what follows looks for others about the same event. Works before any script has loaded. */
export function LinkForm({ link }: { link?: string | undefined }) {
  const [state, submit, isPending] = useActionState<FindState, FormData>(find, undefined);
  return (
    // React clears a form after its action ran; what was typed comes back with the message.
    <form
      action={submit}
      className={styles.form}
      key={state === undefined ? 'fresh' : `${state.link} ${state.message}`}
    >
      {state !== undefined && (
        <p className="notice" role="alert" id="link-problem">
          {state.message}
        </p>
      )}
      <label htmlFor="link">Link to an article</label>
      <div className={styles.row}>
        <input
          id="link"
          name="link"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          defaultValue={state?.link ?? link}
          aria-invalid={state?.field === 'link'}
          aria-describedby={state?.field === 'link' ? 'link-problem' : undefined}
        />
        <button type="submit" className="button-main" disabled={isPending}>
          Find who else covers this
        </button>
      </div>
      <details className={styles.paste} open={state !== undefined && state.text !== ''}>
        <summary>Or paste its text</summary>
        <label htmlFor="found-outlet">Outlet (optional)</label>
        <input id="found-outlet" name="outlet" maxLength={80} autoComplete="off" defaultValue={state?.outlet} />
        <label htmlFor="found-text">Text, headline first</label>
        <textarea id="found-text" name="text" rows={6} defaultValue={state?.text} />
      </details>
    </form>
  );
}
