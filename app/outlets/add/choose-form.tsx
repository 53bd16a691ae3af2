'use client';

import { useActionState } from 'react';
import { addChosenFeeds, type FormState } from '../actions';
import styles from '../outlets.module.css';

type Given = {
  name: string;
  homepage: string | undefined;
  language: string | undefined;
  country: string | undefined;
};

/**
 * Names the outlet whose feeds were ticked above (their boxes belong to this form by its id) and adds it. Works without JavaScript; only
 * what was typed is kept here when something is wrong with it.
 */
export function ChooseForm({ name, homepage, language, country }: Given) {
  const [state, submit, isPending] = useActionState<FormState & Typed, FormData>(keepingFields, {});
  const invalid = (field: string) =>
    state.field === field ? { 'aria-invalid': true, 'aria-describedby': 'choose-problem' } : {};
  return (
    <form id="choose" action={submit} className={styles.choose}>
      {homepage === undefined ? null : <input type="hidden" name="homepage" value={homepage} />}
      <label className={styles.field}>
        <span>Name of the outlet</span>
        <input name="name" maxLength={200} defaultValue={state.name ?? name} {...invalid('name')} />
      </label>
      <label>
        <span>Language (tag)</span>
        <input name="language" size={8} defaultValue={state.language ?? language} {...invalid('language')} />
      </label>
      <label>
        <span>Country (two letters)</span>
        <input name="country" size={4} defaultValue={state.country ?? country} {...invalid('country')} />
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

type Typed = { name?: string; language?: string; country?: string };

// React clears a form after its action ran; what was typed comes back with the message.
async function keepingFields(before: FormState & Typed, form: FormData): Promise<FormState & Typed> {
  const answer = await addChosenFeeds(before, form);
  const typed = (key: string) => String(form.get(key) ?? '');
  return { ...answer, name: typed('name'), language: typed('language'), country: typed('country') };
}
