import type { Metadata } from 'next';
import Link from 'next/link';
import type { Query } from '#lib/share/shown';
import { mine } from '../_queries/mine';
import { mayWrite } from '../_queries/permission';
import { ComparisonItem } from './comparison-item';
import { FilterList } from './filter-list';
import styles from './mine.module.css';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Mine', robots: { index: false } };

const DONE: Record<string, string> = {
  kept: 'Title and note are kept.',
  deleted: 'The comparison is deleted; links to it say so, with the reason.',
  filter: 'The filter is saved.',
  'filter-gone': 'The filter is deleted.',
};

/** What the owner has frozen, and the filters of the first page they keep. */
export default async function MinePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  if (!(await mayWrite())) return <NotYours />;
  const one = (key: string) => String(query[key] ?? '').slice(0, 500);
  const [search, cursor, done] = [one('search').trim(), one('cursor'), DONE[one('done')]];
  const { comparisons, nextCursor, filters } = await mine({
    ...(search === '' ? {} : { search }),
    ...(cursor === '' ? {} : { cursor }),
  });
  const isEmpty = comparisons.length === 0 && search === '' && cursor === '';
  const next = new URLSearchParams({ ...(search === '' ? {} : { search }), cursor: nextCursor ?? '' });
  return (
    <div className={styles.mine}>
      <h1>Mine</h1>
      {done !== undefined && (
        <p role="status" className={styles.done}>
          {done}
        </p>
      )}
      <section aria-labelledby="comparisons">
        <h2 id="comparisons">Frozen comparisons</h2>
        {isEmpty ? (
          <Empty />
        ) : (
          <>
            <search>
              <form method="get" action="/mine" className={styles.search}>
                <label>
                  <span>Words in a title or note</span>
                  <input type="search" name="search" defaultValue={search} />
                </label>
                <button type="submit">Search</button>
                {search !== '' && <Link href="/mine">Show all</Link>}
              </form>
            </search>
            {comparisons.length === 0 && <p className="notice">No frozen comparison has these words.</p>}
            <ul className={styles.list}>
              {comparisons.map((comparison) => (
                <li key={comparison.id} id={`c-${comparison.id}`}>
                  <ComparisonItem comparison={comparison} search={search} />
                </li>
              ))}
            </ul>
          </>
        )}
        {nextCursor !== undefined && (
          <p className={styles.more}>
            <Link href={`/mine?${next}`} rel="next">
              Earlier comparisons
            </Link>
          </p>
        )}
      </section>
      <FilterList filters={filters} />
    </div>
  );
}

function Empty() {
  return (
    <div className={styles.empty}>
      <p>Nothing is frozen yet.</p>
      <p>
        Open a <Link href="/">story</Link> or <Link href="/compare">compare texts of your own</Link>, and press{' '}
        <strong>Share</strong>. What you see then is kept under a link that does not change, and is listed here, to be
        found, noted and named by you.
      </p>
    </div>
  );
}

function NotYours() {
  return (
    <>
      <h1>Mine</h1>
      <p className="notice">
        Frozen comparisons and saved filters are listed for the owner of this installation.{' '}
        <Link href="/sign-in">Sign in</Link>
      </p>
    </>
  );
}
