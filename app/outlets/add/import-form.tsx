'use client';

import { useActionState } from 'react';
import { type ImportState, importOpml } from '../actions';
import { sizeProblem } from '../opml-size';
import styles from '../outlets.module.css';

/** One file in, its size looked at before it travels; what came of it is said where the form is, entry by entry where something was left out. */
export function ImportForm() {
  const [{ message, report }, submit, isPending] = useActionState<ImportState, FormData>(importOpml, {});
  return (
    <form action={submit} className={styles.add}>
      <label className={styles.field}>
        <span>An OPML file (every feed reader can export one)</span>
        <input
          name="opml"
          type="file"
          accept=".opml,.xml,text/xml,text/x-opml"
          onChange={({ target }) => target.setCustomValidity(sizeProblem(target.files?.[0]) ?? '')}
          aria-invalid={message !== undefined}
          aria-describedby={message === undefined ? undefined : 'opml-problem'}
        />
      </label>
      <button type="submit" className="button-main" disabled={isPending}>
        {isPending ? 'Importing …' : 'Import'}
      </button>
      {message === undefined ? null : (
        <p id="opml-problem" role="alert" className={styles.problem}>
          OPML file: {message}
        </p>
      )}
      {report === undefined ? null : (
        <div role="status" className={styles.report}>
          <p>
            <strong>
              {report.added} {report.added === 1 ? 'feed' : 'feeds'} added
            </strong>
            {report.known === 0 ? '' : `, ${report.known} known already`}
            {report.leftOut.length === 0 ? '' : `, ${report.leftOut.length} left out`}.
            {report.added === 0 ? '' : ' They are being read now.'} <a href="/outlets">See all outlets</a>
          </p>
          {report.leftOut.length === 0 ? null : (
            <ul>
              {report.leftOut.slice(0, 50).map(({ subject, reason }) => (
                <li key={`${subject} ${reason.message}`}>
                  <bdi>{subject}</bdi>: {reason.message}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </form>
  );
}
