import Link from 'next/link';
import type { SavedFilter } from '../_queries/mine';
import { dropFilterNow } from './actions';
import styles from './mine.module.css';

/** Filters of the first page, to be opened again. */
export function FilterList({ filters }: { filters: readonly SavedFilter[] }) {
  return (
    <section aria-labelledby="filters">
      <h2 id="filters">Saved filters</h2>
      {filters.length === 0 ? (
        <p className={styles.empty}>
          None yet. Filter the <Link href="/">stories</Link> by words, outlet, country, language or days; the filter can
          be saved there.
        </p>
      ) : (
        <ul className={styles.list}>
          {filters.map(({ id, name, query }) => (
            <li key={id} className={styles.filter}>
              <span>
                <Link href={`/?${query}`}>{name}</Link> <span className={styles.facts}>{inWords(query)}</span>
              </span>
              <form action={dropFilterNow}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" aria-label={`Delete the filter ${name}`}>
                  Delete
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** search=ferry&outlet=island-wire → "search: ferry, outlet: island-wire" */
function inWords(query: string): string {
  return [...new URLSearchParams(query)].map(([key, value]) => (value === '1' ? key : `${key}: ${value}`)).join(', ');
}
