'use client';

import { useActionState } from 'react';
import { addChosenFeeds, type ChosenState } from '../actions';
import styles from '../outlets.module.css';

type Given = {
  name: string;
  homepage: string | undefined;
  language: string | undefined;
  country: string | undefined;
};

/**
 * Names the outlet whose feeds were ticked above (their boxes belong to this form by its id) and adds it. The server's action stands
 * in the form itself and gives back what was typed: a function of the browser around it would leave those without JavaScript nothing to send to.
 */
export function ChooseForm({ name, homepage, language, country }: Given) {
  const [state, submit, isPending] = useActionState<ChosenState, FormData>(addChosenFeeds, {});
  const invalid = (field: string) =>
    state.field === field ? { 'aria-invalid': true, 'aria-describedby': 'choose-problem' } : {};
  return (
    // React resets a form after its action ran, and with it the boxes above: a message would untick what somebody had ticked.
    <form id="choose" action={submit} className={styles.choose} onReset={(event) => event.preventDefault()}>
      {homepage === undefined ? null : <input type="hidden" name="homepage" value={homepage} />}
      <label className={styles.field}>
        <span>Name of the outlet</span>
        <input name="name" maxLength={200} defaultValue={state.typed?.name ?? name} {...invalid('name')} />
      </label>
      <label>
        <span>Language (tag)</span>
        <input name="language" size={8} defaultValue={state.typed?.language ?? language} {...invalid('language')} />
      </label>
      <label>
        <span>Country (two letters)</span>
        <input name="country" size={4} defaultValue={state.typed?.country ?? country} {...invalid('country')} />
      </label>
      <button type="submit" className="button-main" disabled={isPending}>
        {isPending ? 'Adding …' : 'Add what is ticked'}
      </button>
      {state.message === undefined ? null : (
        <p id="choose-problem" role="alert" className={styles.problem}>
          {state.message}
        </p>
      )}
    </form>
  );
}
