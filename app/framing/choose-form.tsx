import { AutoSubmit } from '../_components/auto-submit';
import { codesOf, type OutletFraming } from '../_queries/outlet-framing';
import styles from './framing.module.css';
import type { Asked } from './read-asked';

/** Everything in one form that needs no script; with one, choosing is enough. */
export function ChooseForm({ framing, asked }: { framing: OutletFraming; asked: Asked }) {
  const { outlets, codebooks, codebook, code, outlet } = framing;
  return (
    <form method="get" action="/framing" className={styles.form}>
      <Select name="outlet" label="Outlet" value={outlet?.id ?? ''}>
        {outlet === undefined && <option value="">Choose an outlet</option>}
        {outlets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="codebook" label="Codebook" value={codebook.id}>
        {codebooks.map(({ id, title, lang }) => (
          <option key={id} value={id}>
            {title} ({lang})
          </option>
        ))}
      </Select>
      <Select name="code" label="Frame or label" value={code.id}>
        {codesOf(codebook).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      <Select name="by" label="One point for each" value={asked.by}>
        <option value="week">week</option>
        <option value="day">day</option>
        <option value="story">text</option>
      </Select>
      <Select name="voice" label="Whose words" value={asked.voice}>
        <option value="all">all words</option>
        <option value="own">the outlet’s own</option>
        <option value="attributed">attributed</option>
        <option value="quoted">quoted</option>
      </Select>
      <Select name="position" label="Where" value={asked.position}>
        <option value="all">everywhere</option>
        <option value="headline">headline</option>
        <option value="lead">first three paragraphs</option>
        <option value="body">further down</option>
      </Select>
      <button type="submit">Show</button>
      <AutoSubmit />
    </form>
  );
}

type SelectProps = { name: string; label: string; value: string; children: React.ReactNode };

function Select({ name, label, value, children }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      {/* The key brings the choice back after going back in the browser's history. */}
      <select name={name} defaultValue={value} key={value}>
        {children}
      </select>
    </label>
  );
}
