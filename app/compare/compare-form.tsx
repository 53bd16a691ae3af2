'use client';

import { useActionState, useId, useState } from 'react';
import { type CompareState, compare } from './actions';
import styles from './compare.module.css';

const FIRST_TEXTS = 2;
const MOST_TEXTS = 20;

/** Works without JavaScript as well: two text boxes are there from the start, and the links box takes any number. */
export function CompareForm({ links }: { links: string }) {
  const [state, submit, isPending] = useActionState<CompareState, FormData>(compare, {});
  const [count, setCount] = useState(FIRST_TEXTS);
  const problem = useId();
  return (
    <form action={submit} className={styles.form}>
      {state.message === undefined ? null : (
        <p id={problem} role="alert" className={styles.problem}>
          {state.message}
        </p>
      )}
      <fieldset>
        <legend>Links</legend>
        <label htmlFor="links">Addresses of articles, one a line</label>
        <textarea
          id="links"
          name="links"
          rows={5}
          defaultValue={state.links ?? links}
          placeholder="https://…"
          spellCheck={false}
          inputMode="url"
          aria-invalid={state.field === 'links'}
          aria-describedby={state.field === 'links' ? problem : undefined}
        />
      </fieldset>
      <fieldset>
        <legend>Texts</legend>
        <p>
          Paste what has no address, or what is behind a login of yours. Blank lines or line breaks separate paragraphs.
        </p>
        {Array.from({ length: count }, (_, index) => `text-${index}`).map((id, index) => (
          <div key={id} className={styles.text}>
            <p className={styles.names}>
              <span>
                <label htmlFor={`outlet-${index}`}>Outlet</label>
                <input id={`outlet-${index}`} name="outlet" maxLength={80} defaultValue={state.outlets?.[index]} />
              </span>
              <span>
                <label htmlFor={`headline-${index}`}>Headline (optional)</label>
                <input
                  id={`headline-${index}`}
                  name="headline"
                  maxLength={300}
                  defaultValue={state.headlines?.[index]}
                />
              </span>
            </p>
            <label htmlFor={id}>Text {index + 1}</label>
            <textarea id={id} name="text" rows={8} defaultValue={state.texts?.[index]} />
          </div>
        ))}
        {count < MOST_TEXTS ? (
          <button type="button" onClick={() => setCount(count + 1)}>
            Add another text
          </button>
        ) : null}
      </fieldset>
      <fieldset>
        <legend>Reference</legend>
        <label className={styles.choice}>
          <input type="radio" name="first" value="texts" defaultChecked /> the first text
        </label>
        <label className={styles.choice}>
          <input type="radio" name="first" value="links" /> the first link
        </label>
      </fieldset>
      <button type="submit" disabled={isPending} className={`button-main ${styles.submit}`}>
        {isPending ? 'Reading …' : 'Compare'}
      </button>
    </form>
  );
}
