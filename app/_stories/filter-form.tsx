import type { Outlet } from '#lib/types';
import type { Filter } from './filter';
import styles from './filter-form.module.css';

export function FilterForm({ filter, outlets }: { filter: Filter; outlets: readonly Outlet[] }) {
  return (
    <search>
      <form method="get" action="/" className={styles.form}>
        <label className={styles.search}>
          <span>Words in a headline</span>
          <input type="search" name="search" defaultValue={filter.search} />
        </label>
        <label>
          <span>Outlet</span>
          <select name="outlet" defaultValue={filter.outlet ?? ''}>
            <option value="">All</option>
            {outlets.map((outlet) => (
              <option key={outlet.id} value={outlet.id}>
                {outlet.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>From</span>
          <input type="date" name="from" defaultValue={filter.from} />
        </label>
        <label>
          <span>To</span>
          <input type="date" name="to" defaultValue={filter.to} />
        </label>
        <label className={styles.box}>
          <input type="checkbox" name="single" value="1" defaultChecked={filter.single} />
          <span>With one-outlet stories</span>
        </label>
        <button type="submit">Filter</button>
      </form>
    </search>
  );
}
