import { mayWrite } from '../_queries/permission';
import { type Filter, filterLink } from '../_stories/filter';
import { saveFilterNow } from './actions';
import styles from './mine.module.css';

/** Below the form of the first page, once something is filtered: keep it under a name. Only the owner can. */
export async function SaveFilter({ filter }: { filter: Filter }) {
  const query = filterLink({ ...filter, cursor: undefined }).slice(2);
  if (query === '' || !(await mayWrite())) return null;
  return (
    <details className={styles.save}>
      <summary>Save this filter</summary>
      <form action={saveFilterNow.bind(null, query)} className={styles.search}>
        <label>
          <span>Name</span>
          <input name="name" maxLength={120} required defaultValue={filter.search} />
        </label>
        <button type="submit">Save</button>
      </form>
    </details>
  );
}
