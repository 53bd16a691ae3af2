import { primaryTag } from '#lib/text/language-tags';
import type { Outlet } from '#lib/types';
import { countryName, languageName } from '../_components/names';
import type { Filter } from './filter';
import styles from './filter-form.module.css';

/** Search on the line people use; the rest folded until it is used. */
export function FilterForm({ filter, outlets }: { filter: Filter; outlets: readonly Outlet[] }) {
  const { country, language, from, to, single, newest } = filter;
  const isNarrow = [country, language, from, to].some((each) => each !== undefined) || single || newest;
  return (
    <search>
      <form method="get" action="/" className={styles.form}>
        <div className={styles.line}>
          <label className={styles.search}>
            <span>Words in a headline or text</span>
            <input type="search" name="search" defaultValue={filter.search} />
          </label>
          <Choice
            label="Outlet"
            name="outlet"
            value={filter.outlet}
            options={outlets.map(({ id, name }) => [id, name])}
          />
          <button type="submit">Filter</button>
        </div>
        <details open={isNarrow}>
          <summary>More to filter by</summary>
          <div className={styles.line}>
            <Choice label="Country of an outlet" name="country" value={country} options={countriesOf(outlets)} />
            <Choice label="Language of a text" name="language" value={language} options={languagesOf(outlets)} />
            <label>
              <span>From</span>
              <input type="date" name="from" defaultValue={from} />
            </label>
            <label>
              <span>To</span>
              <input type="date" name="to" defaultValue={to} />
            </label>
            <Choice
              label="Order"
              name="order"
              value={newest ? 'newest' : undefined}
              empty="Coverage and time"
              options={[['newest', 'Newest first']]}
            />
            <label className={styles.box}>
              <input type="checkbox" name="single" value="1" defaultChecked={single} />
              <span>With one-outlet stories</span>
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}

type Option = readonly [value: string, label: string];
type ChoiceProps = {
  label: string;
  name: string;
  value: string | undefined;
  options: readonly Option[];
  empty?: string;
};

function Choice({ label, name, value, options, empty = 'All' }: ChoiceProps) {
  // What an address asks for and the list does not know stays chosen, so that the page says what it shows.
  const unknown = value !== undefined && !options.some(([each]) => each === value);
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        <option value="">{empty}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
        {unknown && <option value={value}>{value}</option>}
      </select>
    </label>
  );
}

function countriesOf(outlets: readonly Outlet[]): Option[] {
  return named(
    outlets.flatMap((outlet) => outlet.country ?? []),
    countryName,
  );
}

function languagesOf(outlets: readonly Outlet[]): Option[] {
  return named(
    outlets.flatMap((outlet) => (outlet.language === undefined ? [] : primaryTag(outlet.language))),
    languageName,
  );
}

function named(codes: readonly string[], nameOf: (code: string) => string): Option[] {
  return [...new Set(codes)].map((code): Option => [code, nameOf(code)]).sort((a, b) => a[1].localeCompare(b[1], 'en'));
}
