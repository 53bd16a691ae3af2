import type { Metadata } from 'next';
import Link from 'next/link';
import type { Query } from '#lib/share/shown';
import { outletHealth, shippedPacks } from '../_queries/outlets';
import { mayWrite } from '../_queries/permission';
import { ReadingPanel } from '../reading/reading-panel';
import { readAllNow } from './actions';
import { Done } from './done';
import { ListForm } from './list-form';
import { pageLink, ROWS_PER_PAGE, readListQuery, shownOutlets } from './list-query';
import { OutletTable } from './outlet-table';
import styles from './outlets.module.css';
import { Packs } from './packs';
import { Width } from './width';
import { counted } from './words';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Outlets' };

/** What is read, how it goes, and whether the set is wide enough to compare. */
export default async function OutletsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const asked = await searchParams;
  const query = readListQuery(asked);
  const [{ outlets, width }, isAllowed] = await Promise.all([outletHealth(query.days), mayWrite()]);
  const shown = shownOutlets(outlets, query);
  const pages = Math.max(1, Math.ceil(shown.length / ROWS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const feeds = outlets.reduce((total, each) => total + each.feeds.length, 0);
  const hasReal = outlets.some(({ outlet }) => !outlet.sample);
  return (
    <>
      <h1>Outlets</h1>
      <Done query={asked} />
      <p className={`prose ${styles.intro}`}>
        {feeds === 0
          ? 'No feed is read yet.'
          : `${counted(feeds, 'feed', 'feeds')} of ${counted(outlets.length, 'outlet', 'outlets')}. A quiet feed and a feed that cannot be read are told apart here; an outlet’s page says what to try.`}
      </p>
      <ReadingPanel always />
      {isAllowed ? <AddressBox /> : <p className="notice">Sign in as the owner to add, pause or remove feeds.</p>}
      {feeds === 0 ? (
        <section aria-labelledby="packs" className={styles.section}>
          <h2 id="packs">Start with a pack</h2>
          <Packs packs={shippedPacks()} isAllowed={isAllowed} />
        </section>
      ) : (
        <>
          {hasReal ? <Width width={width} days={query.days} isAllowed={isAllowed} /> : null}
          <section aria-labelledby="list" className={styles.section}>
            <h2 id="list">How they are doing</h2>
            <ListForm outlets={outlets} query={query} />
            <div className={styles.actions}>
              <p className="soft">
                {shown.length === outlets.length
                  ? `All ${counted(outlets.length, 'outlet', 'outlets')}`
                  : `${shown.length} of ${counted(outlets.length, 'outlet', 'outlets')}`}
                ; articles of the last {query.days === 1 ? 'day' : `${query.days} days`}; times in UTC
              </p>
              {isAllowed ? (
                <form action={readAllNow}>
                  <button type="submit">Read all now</button>
                </form>
              ) : null}
              <a className="button" href="/outlets/opml" download="synoptic-outlets.opml">
                Download the list (OPML)
              </a>
            </div>
            {shown.length === 0 ? (
              <p className="notice">
                No outlet fits. <Link href="/outlets">Show all outlets</Link>
              </p>
            ) : (
              <OutletTable outlets={shown.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE)} />
            )}
            {pages === 1 ? null : (
              <nav aria-label="Pages" className={styles.actions}>
                {page > 1 ? (
                  <Link href={pageLink(query, page - 1)} rel="prev">
                    Previous {ROWS_PER_PAGE}
                  </Link>
                ) : null}
                <span className="soft">
                  Page {page} of {pages}
                </span>
                {page < pages ? (
                  <Link href={pageLink(query, page + 1)} rel="next">
                    Next {ROWS_PER_PAGE}
                  </Link>
                ) : null}
              </nav>
            )}
          </section>
        </>
      )}
    </>
  );
}

function AddressBox() {
  return (
    <search>
      <form method="get" action="/outlets/add" className={styles.add}>
        <label className={styles.field}>
          <span>Add a feed or a news site</span>
          <input name="address" type="text" inputMode="url" placeholder="https://…" spellCheck={false} required />
        </label>
        <button type="submit" className="button-main">
          Look
        </button>
        <Link href="/outlets/add" className="button">
          OPML file, or a pack
        </Link>
      </form>
    </search>
  );
}
