import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { whatToTry } from '#lib/feed/feed-condition';
import type { Query } from '#lib/share/shown';
import type { FeedState } from '#lib/types';
import { SampleFlag } from '../../_components/flag';
import { type OpenedOutlet, openOutlet } from '../../_queries/outlets';
import { mayWrite } from '../../_queries/permission';
import { Done } from '../done';
import { readListQuery } from '../list-query';
import styles from '../outlets.module.css';
import { At, State } from '../state';
import { counted, rateText, STATE_MEANINGS } from '../words';
import { Facts } from './facts';
import { FeedTable } from './feed-table';
import { OutletButtons } from './outlet-buttons';
import { Recent } from './recent';
import { Texts } from './texts';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ outletId: string }>; searchParams: Promise<Query> };

const DAYS = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await openOutlet(decodeURIComponent((await params).outletId), DAYS);
  return { title: opened?.health.outlet.name ?? 'Outlet not found' };
}

/** One outlet: what is read of it, how that goes and what to try, how complete its texts are, and who else reports the same. */
export default async function OutletPage({ params, searchParams }: Props) {
  const [{ outletId }, asked] = await Promise.all([params, searchParams]);
  const days = asked.days === undefined ? DAYS : readListQuery(asked).days;
  const [opened, isAllowed] = await Promise.all([openOutlet(decodeURIComponent(outletId), days), mayWrite()]);
  if (opened === undefined) notFound();
  const { health, entries, recent, together } = opened;
  const { outlet, feeds } = health;
  return (
    <>
      <p className={styles.back}>
        <Link href="/outlets">All outlets</Link>
      </p>
      <h1>
        <bdi lang={outlet.language}>{outlet.name}</bdi> {outlet.sample ? <SampleFlag /> : null}
      </h1>
      <Done query={asked} />
      <Facts health={health} />
      {feeds.length === 0 ? (
        <p className="notice">This outlet is not read any more. Its articles are kept.</p>
      ) : (
        <>
          <Condition health={health} />
          {isAllowed ? <OutletButtons outlet={outlet} feeds={feeds} /> : null}
          <section aria-labelledby="feeds" className={styles.section}>
            <h2 id="feeds">{feeds.length === 1 ? 'Its feed' : 'Its feeds'}</h2>
            <FeedTable outlet={outlet} feeds={feeds} entries={entries} isAllowed={isAllowed} />
          </section>
        </>
      )}
      <Texts health={health} days={days} />
      <p>
        <Link href={`/framing?outlet=${encodeURIComponent(outlet.id)}`} prefetch={false}>
          Framing over time: frames and labels in its stored texts
        </Link>
      </p>
      <Together together={together} days={days} />
      <Recent articles={recent} language={outlet.language} />
    </>
  );
}

function Condition({ health }: { health: OpenedOutlet['health'] }) {
  const { state, feeds, newest, perDay } = health;
  return (
    <div className={styles.condition}>
      <p>
        <State state={state} />. {STATE_MEANINGS[state]}{' '}
        {newest === undefined ? 'No article of it has been read.' : null}
        {newest === undefined ? null : (
          <>
            Newest article: <At at={newest} /> UTC.
          </>
        )}{' '}
        {perDay === undefined ? null : `About ${rateText(perDay)} articles a day.`}
      </p>
      {byCause(feeds).map(([first, ...others]) => (
        <div key={first.id} className={styles.trouble}>
          {feeds.length === 1
            ? null
            : [first, ...others].map(({ id, url }) => (
                <p key={id} className={styles.address}>
                  {url}
                </p>
              ))}
          <p>
            <strong>What happened:</strong> {first.lastError?.message}
            {first.failures > 1 ? ` ${counted(first.failures, 'try', 'tries')} in a row went wrong.` : ''}
          </p>
          <p>
            <strong>What to try:</strong> {whatToTry(first)}
          </p>
        </div>
      ))}
      {state === 'quiet' ? (
        <p>
          <strong>What to try:</strong> open the feed’s address in a browser. If it is old there too, the outlet has
          stopped filling it: add its present feed by the site’s address, and remove this one.
        </p>
      ) : null}
    </div>
  );
}

type Troubled = [FeedState, ...FeedState[]];

/** Feeds that cannot be read, those with one cause together: three sections behind one closed door are said once. */
function byCause(feeds: readonly FeedState[]): Troubled[] {
  const causes = new Map<string, Troubled>();
  for (const feed of feeds) {
    if (feed.lastError === undefined || feed.pausedAt !== undefined) continue;
    const cause = `${feed.lastError.message} ${feed.failures}`;
    const known = causes.get(cause);
    if (known === undefined) causes.set(cause, [feed]);
    else known.push(feed);
  }
  return [...causes.values()];
}

function Together({ together, days }: Pick<OpenedOutlet, 'together'> & { days: number }) {
  if (together.length === 0) return null;
  return (
    <section aria-labelledby="together" className={styles.section}>
      <h2 id="together">Reports the same stories as</h2>
      <p className="soft">Stories of the last {days} days that both have.</p>
      <ul className={styles.together}>
        {together.map(({ outletId, name, stories }) => (
          <li key={outletId}>
            <Link href={`/outlets/${encodeURIComponent(outletId)}`} prefetch={false}>
              <bdi>{name}</bdi>
            </Link>{' '}
            <span className="soft">{counted(stories, 'story', 'stories')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
