import { primaryLanguage } from '#lib/outlet-list';
import { AutoSubmit } from '../_components/auto-submit';
import type { OutletHealth } from '../_queries/outlets';
import { DAYS, type ListQuery, SORTS } from './list-query';
import styles from './outlets.module.css';
import { countryName, languageName, STATE_WORDS } from './words';

/** Narrows and orders the table; only what occurs is offered, with how often. */
export function ListForm({ outlets, query }: { outlets: readonly OutletHealth[]; query: ListQuery }) {
  const states = options(
    outlets,
    ({ state }) => state,
    (state) => STATE_WORDS[state as keyof typeof STATE_WORDS],
  );
  const countries = options(
    outlets,
    ({ outlet }) => outlet.country ?? '–',
    (code) => (code === '–' ? 'not known' : countryName(code)),
  );
  const languages = options(outlets, ({ outlet }) => primaryLanguage(outlet.language), languageName);
  return (
    <search>
      <form method="get" action="/outlets" className={styles.filter}>
        <label className={styles.wide}>
          <span>Name or address</span>
          <input type="search" name="search" defaultValue={query.search} />
        </label>
        <Choice
          name="state"
          label="State"
          value={query.state}
          first={['trouble', 'Needs attention']}
          options={states}
        />
        <Choice name="country" label="Country" value={query.country} options={countries} />
        <Choice name="language" label="Language" value={query.language} options={languages} />
        <label>
          <span>Order</span>
          <select name="sort" defaultValue={query.sort}>
            {Object.entries(SORTS).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Count articles of</span>
          <select name="days" defaultValue={query.days}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? '1 day' : `${days} days`}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Show</button>
        <AutoSubmit />
      </form>
    </search>
  );
}

type Option = { value: string; words: string; count: number };

function Choice(props: {
  name: string;
  label: string;
  value: string | undefined;
  first?: readonly [string, string];
  options: readonly Option[];
}) {
  return (
    <label>
      <span>{props.label}</span>
      <select name={props.name} defaultValue={props.value ?? ''}>
        <option value="">All</option>
        {props.first === undefined ? null : <option value={props.first[0]}>{props.first[1]}</option>}
        {props.options.map(({ value, words, count }) => (
          <option key={value} value={value}>
            {words} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}

function options(
  outlets: readonly OutletHealth[],
  valueIn: (each: OutletHealth) => string,
  wordsOf: (value: string) => string,
): Option[] {
  const counts = new Map<string, number>();
  for (const each of outlets) counts.set(valueIn(each), (counts.get(valueIn(each)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, words: wordsOf(value) }))
    .sort((a, b) => a.words.localeCompare(b.words, 'en'));
}
