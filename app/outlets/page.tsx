import type { Metadata } from 'next';
import type { FeedState } from '#lib/types';
import { outletRows } from '../_queries/outlets';
import { mayWrite } from '../_queries/permission';
import { readFeedNow, removeFeedNow } from './actions';
import { AddForm } from './add-form';
import styles from './outlets.module.css';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Outlets' };

/** What is read: last try against last success, and the cause in words when they differ. */
export default async function OutletsPage() {
  const rows = await outletRows();
  const feeds = rows.flatMap((row) => row.feeds);
  const failing = feeds.filter((feed) => feed.lastError !== undefined);
  const isAllowed = await mayWrite();
  return (
    <>
      <h1>Outlets</h1>
      <p className={`prose ${styles.intro}`}>
        {feeds.length === 0
          ? 'No feed is read yet. Add one below.'
          : `${feeds.length} feeds of ${rows.length} outlets are read${failing.length > 0 ? `; ${failing.length} could not be read at the last try` : ''}. A quiet feed and a feed that cannot be read are told apart here.`}
      </p>
      {isAllowed ? <AddForm /> : <p className="notice">Sign in as the owner to add or remove feeds.</p>}
      {feeds.length === 0 ? null : (
        <>
          <div className={styles.actions}>
            <a className="button" href="/outlets/opml" download="synoptic-outlets.opml">
              Download the list (OPML)
            </a>
            {isAllowed ? <ReadAll /> : null}
          </div>
          <div className="scroll">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Outlet</th>
                  <th scope="col">State</th>
                  <th scope="col">Last success</th>
                  <th scope="col">Last try</th>
                  <th scope="col">Next try</th>
                  {isAllowed ? <th scope="col">Change</th> : null}
                </tr>
              </thead>
              <tbody>
                {rows.flatMap(({ outlet, feeds: own }) =>
                  own.map((feed) => (
                    <tr key={feed.id}>
                      <th scope="row">
                        {outlet.name} {outlet.sample ? <span className={styles.sample}>sample</span> : null}
                        <span className={styles.address}>{feed.url}</span>
                      </th>
                      <td>
                        <State feed={feed} />
                      </td>
                      <td>
                        <Time at={feed.lastSuccessAt} />
                      </td>
                      <td>
                        <Time at={feed.lastTryAt} />
                      </td>
                      <td>{feed.retired ? 'none' : <Time at={feed.nextCheckAt} />}</td>
                      {isAllowed ? (
                        <td>
                          <FeedActions feed={feed} name={outlet.name} />
                        </td>
                      ) : null}
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function State({ feed }: { feed: FeedState }) {
  if (feed.retired) return <>Retired: {feed.lastError?.message ?? 'the outlet has taken this feed down.'}</>;
  if (feed.lastError) {
    const tries = feed.failures > 1 ? ` (${feed.failures} tries in a row)` : '';
    return (
      <span className={styles.failing}>
        Cannot be read{tries}: {feed.lastError.message}
      </span>
    );
  }
  return <>{feed.lastSuccessAt === undefined ? 'Not read yet' : 'Read'}</>;
}

function Time({ at }: { at: string | undefined }) {
  if (at === undefined) return <>never</>;
  return <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}</time>;
}

function ReadAll() {
  return (
    <form action={readFeedNow} className={styles.inline}>
      <button type="submit">Read all now</button>
    </form>
  );
}

function FeedActions({ feed, name }: { feed: FeedState; name: string }) {
  return (
    <div className={styles.change}>
      <form action={readFeedNow}>
        <input type="hidden" name="feed" value={feed.id} />
        <button type="submit" aria-label={`Read ${name} now`}>
          Read now
        </button>
      </form>
      <form action={removeFeedNow}>
        <input type="hidden" name="feed" value={feed.id} />
        <button type="submit" aria-label={`Stop reading ${name}; its articles are kept`}>
          Stop
        </button>
      </form>
    </div>
  );
}
