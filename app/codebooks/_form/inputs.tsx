import styles from './draft-form.module.css';
import { type Fields, rowCount } from './fields';

export type InputsKind = 'frame' | 'concept' | 'facts' | 'json';

/** The inputs of one part of a codebook, filled with what is known. */
export function Inputs({ kind, fields }: { kind: InputsKind; fields: Fields }) {
  switch (kind) {
    case 'frame':
      return <FrameInputs fields={fields} />;
    case 'concept':
      return <ConceptInputs fields={fields} />;
    case 'facts':
      return <FactInputs fields={fields} />;
    case 'json':
      return <JsonInputs fields={fields} />;
  }
}

type Of = { fields: Fields };

function FrameInputs({ fields }: Of) {
  return (
    <>
      <Line name="label" label="Name" fields={fields} />
      <Line name="id" label="Id" hint="the key of its counts: keep it when you change the name" fields={fields} />
      <Lines name="definition" label="Definition" fields={fields} few />
      <Lines name="question" label="Question asked of each sentence" fields={fields} few />
      <label className={styles.tick}>
        <input type="checkbox" name="exploratory" defaultChecked={fields.exploratory === 'on'} /> Exploratory: off until
        asked for
      </label>
      <Rows name="rule" title="Rules, one of which must fit" fields={fields} blank={1}>
        {(key, at) => (
          <>
            <Choice
              name={`${key}.kind`}
              label={`Rule ${at + 1}`}
              fields={fields}
              options={[
                ['any', 'any of these'],
                ['all', 'one of each list (an empty line between lists)'],
                ['regex', 'this expression'],
              ]}
            />
            <Lines name={`${key}.terms`} label="Terms, one a line" fields={fields} />
            <input type="hidden" name={`${key}.within`} value={fields[`${key}.within`] ?? ''} />
            <Line name={`${key}.weight`} label="Weight" hint="1 if empty" fields={fields} short />
          </>
        )}
      </Rows>
      <Lines name="exclude" label="Taken out of the sentence first, one a line" fields={fields} />
      <Lines name="requires" label="Topics of which one must be in the sentence, by id" fields={fields} few />
      <Rows name="example" title="Examples, run as tests" fields={fields} blank={1}>
        {(key, at) => (
          <>
            <Lines name={`${key}.text`} label={`Example ${at + 1}`} fields={fields} few />
            <Choice
              name={`${key}.code`}
              label="It"
              fields={fields}
              options={[
                ['yes', 'counts'],
                ['no', 'does not count'],
              ]}
            />
            <Line name={`${key}.why`} label="Why" fields={fields} />
          </>
        )}
      </Rows>
    </>
  );
}

function ConceptInputs({ fields }: Of) {
  return (
    <>
      <Line name="label" label="Name" fields={fields} />
      <Line name="id" label="Id" fields={fields} />
      <Lines name="definition" label="Definition" fields={fields} few />
      <Rows name="label" title="Labels: what it is called" fields={fields} blank={1}>
        {(key, at) => (
          <>
            <Line name={`${key}.label`} label={`Label ${at + 1}`} fields={fields} />
            <Line name={`${key}.id`} label="Id" hint="from the label if empty" fields={fields} />
            <Lines name={`${key}.terms`} label="Terms, one a line" fields={fields} few />
            <Lines name={`${key}.exclude`} label="But not in" fields={fields} few />
          </>
        )}
      </Rows>
      <Lines name="anchor.terms" label="Counts only near one of these, one a line" fields={fields} />
      <Line name="anchor.window" label="Within so many words" fields={fields} short />
      <Lines name="follow.determiners" label="Or later, right after one of these" fields={fields} few />
      <Line name="follow.max" label="At most so many sentences later" fields={fields} short />
      <Lines name="never" label="Taken out of the sentence first, one a line" fields={fields} few />
      <Rows name="example" title="Examples, run as tests" fields={fields} blank={1}>
        {(key, at) => (
          <>
            <Lines name={`${key}.text`} label={`Example ${at + 1}`} fields={fields} few />
            <Line name={`${key}.label`} label="Id of the label it has" hint="empty: none" fields={fields} />
            <Line name={`${key}.why`} label="Why" fields={fields} />
          </>
        )}
      </Rows>
    </>
  );
}

function FactInputs({ fields }: Of) {
  return (
    <>
      <Line name="title" label="Title" fields={fields} />
      <Line name="id" label="Id" hint="another id makes another codebook" fields={fields} />
      <Lines name="description" label="Description" fields={fields} few />
      <Line name="lang" label="Language (tag)" fields={fields} short />
      <Line name="author" label="Author" fields={fields} />
      <Line name="licence" label="Licence" fields={fields} />
      <Lines name="basedOn" label="Sources, one a line" fields={fields} />
      <Lines name="about" label="Used unasked only on texts about, one a line" fields={fields} />
      <Rows name="topic" title="Topics: lists that rules and anchors refer to as @id" fields={fields} blank={1}>
        {(key, at) => (
          <>
            <Line name={`${key}.id`} label={`Topic ${at + 1}`} fields={fields} />
            <Lines name={`${key}.terms`} label="Terms, one a line" fields={fields} />
          </>
        )}
      </Rows>
    </>
  );
}

function JsonInputs({ fields }: Of) {
  return (
    <>
      <label className={styles.field}>
        <span>A file</span>
        <input type="file" name="file" accept=".json,application/json" />
      </label>
      <label className={styles.field}>
        <span>The codebook as JSON</span>
        <textarea
          key={fields.fileRead ?? 'typed'}
          name="json"
          defaultValue={fields.json ?? ''}
          rows={30}
          spellCheck={false}
          className={styles.json}
        />
      </label>
    </>
  );
}

type RowsProps = Of & {
  name: string;
  title: string;
  /** Empty rows after those that are filled. */
  blank: number;
  children: (key: string, at: number) => React.ReactNode;
};

function Rows({ name, title, fields, blank, children }: RowsProps) {
  const filled = rowCount(fields, name);
  return (
    <fieldset className={styles.rows}>
      <legend>{title}</legend>
      <p className="soft fine">
        Empty ones are passed over; after a try there is another empty one at the end. Emptying one takes it out.
      </p>
      {Array.from({ length: lastFilled(fields, name, filled) + blank }, (_, at) => (
        <div key={`${name}.${String(at)}`} className={styles.row}>
          {children(`${name}.${at}`, at)}
        </div>
      ))}
    </fieldset>
  );
}

/** Rows up to the last one in which something stands: an empty row that came back is the blank one. */
function lastFilled(fields: Fields, name: string, count: number): number {
  const isFilled = (at: number) =>
    ['terms', 'text', 'label', 'id'].some((key) => (fields[`${name}.${at}.${key}`] ?? '').trim() !== '');
  let last = count;
  while (last > 0 && !isFilled(last - 1)) last--;
  return last;
}

type InputProps = Of & { name: string; label: string; hint?: string };

function Line({ name, label, hint, fields, short = false }: InputProps & { short?: boolean }) {
  return (
    <label className={short ? styles.short : styles.field}>
      <span>
        {label}
        {hint !== undefined && <span className="soft"> ({hint})</span>}
      </span>
      <input name={name} defaultValue={fields[name] ?? ''} autoComplete="off" />
    </label>
  );
}

function Lines({ name, label, hint, fields, few = false }: InputProps & { few?: boolean }) {
  const value = fields[name] ?? '';
  const rows = Math.min(few ? 6 : 14, Math.max(few ? 2 : 4, value.split('\n').length + 1));
  return (
    <label className={styles.field}>
      <span>
        {label}
        {hint !== undefined && <span className="soft"> ({hint})</span>}
      </span>
      <textarea name={name} defaultValue={value} rows={rows} spellCheck={false} />
    </label>
  );
}

function Choice({ name, label, fields, options }: InputProps & { options: readonly (readonly [string, string])[] }) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select name={name} defaultValue={fields[name] || options[0]?.[0]}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
