'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import type { DraftState } from './actions';
import styles from './draft-form.module.css';
import type { Fields } from './fields';
import { Inputs, type InputsKind } from './inputs';
import { PreviewPanel } from './preview-panel';

type Props = {
  action: (before: DraftState, form: FormData) => Promise<DraftState>;
  kind: InputsKind;
  initial: Fields;
  stories: readonly { id: string; title: string; outlets: number }[];
  /** Takes the code out; absent for new ones and whole codebooks. */
  removable?: string;
};

/** So long after the last key the draft is tried: long enough to finish a word. */
const PAUSE_MS = 700;

/**
 * A draft of a codebook: tried on a story as it is typed, saved as a version by its button. Sent by hand rather than by
 * `action` alone where there is a script, because React empties a form after its action and a draft is not done then; without a
 * script the same action answers the same form, with what was typed.
 */
export function DraftForm({ action, kind, initial, stories, removable }: Props) {
  const [state, submit, isPending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (data: FormData) => {
    clearTimeout(timer.current);
    startTransition(() => submit(data));
  };
  const tryAfterPause = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    // A file is chosen once; what follows is a button, which would have to wait for this try.
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') return;
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const data = new FormData(form.current);
      data.set('intent', 'preview');
      send(data);
    }, PAUSE_MS);
  };
  const sendNow = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    send(new FormData(event.currentTarget, submitter));
  };
  const fields = state.fields ?? initial;
  return (
    <form ref={form} action={submit} onSubmit={sendNow} onInput={tryAfterPause} className={styles.draft}>
      <div className={styles.inputs}>
        <input type="hidden" name="startedFrom" value={fields.startedFrom ?? ''} />
        <Inputs kind={kind} fields={fields} />
        {removable !== undefined && (
          <label className={styles.tick}>
            <input type="checkbox" name="remove" defaultChecked={fields.remove === 'on'} /> Take this {removable} out
          </label>
        )}
      </div>
      <div className={styles.side}>
        <div className={styles.keep}>
          <div className={styles.together}>
            <label className={styles.field}>
              <span>Tried on</span>
              <select name="story" defaultValue={fields.story ?? ''}>
                {stories.length === 0 && <option value="">no story of two outlets yet</option>}
                {stories.map(({ id, title, outlets }) => (
                  <option key={id} value={id}>
                    {title} ({outlets} outlets)
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" name="intent" value="preview">
              Try it
            </button>
          </div>
          <div className={styles.together}>
            {kind !== 'json' && (
              <label className={styles.short}>
                <span>Version</span>
                <input name="version" defaultValue={fields.version ?? ''} inputMode="decimal" autoComplete="off" />
              </label>
            )}
            <label className={styles.field}>
              <span>What was changed, and why</span>
              <input name="note" defaultValue={fields.note ?? ''} autoComplete="off" />
            </label>
            <button type="submit" name="intent" value="save" className="button-main">
              Save as a version
            </button>
          </div>
        </div>
        <Said state={state} />
        <p className="soft fine" role="status">
          {isPending ? 'Counting …' : ''}
        </p>
        {state.preview !== undefined && <PreviewPanel preview={state.preview} />}
      </div>
    </form>
  );
}

function Said({ state: { message, failures = [], isHeld, follows } }: { state: DraftState }) {
  return (
    <div role={isHeld ? 'alert' : 'status'}>
      {message !== undefined && <p className={`notice ${styles.problem}`}>{message}</p>}
      {follows !== undefined && (
        <p className="notice">
          There is a codebook of this id here, version {follows}. Saving makes this its next version; the old one is
          kept.
        </p>
      )}
      {failures.length > 0 && (
        <div className={`notice ${styles.failures}`}>
          <p>
            <strong>
              {isHeld ? 'Not saved yet: ' : ''}
              {failures.length === 1 ? 'One of its own examples is' : `${failures.length} of its own examples are`}{' '}
              decided otherwise.
            </strong>
          </p>
          <ul>
            {failures.map(({ code, text, expected, found }) => (
              <li key={`${code} ${text}`}>
                <code>{code}</code>: “{text}” should be {expected}, and {found}.
              </li>
            ))}
          </ul>
          {isHeld && (
            <button type="submit" name="intent" value="save-anyway">
              Save all the same
            </button>
          )}
        </div>
      )}
    </div>
  );
}
