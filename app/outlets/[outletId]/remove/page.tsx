import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { Query } from '#lib/share/shown';
import { openOutlet } from '../../../_queries/outlets';
import { mayWrite } from '../../../_queries/permission';
import { removeNow } from '../../actions';
import styles from '../../outlets.module.css';
import { counted } from '../../words';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Remove an outlet' };

type Props = { params: Promise<{ outletId: string }>; searchParams: Promise<Query> };

/** Asks once more, in words that say what goes and what stays. */
export default async function RemovePage({ params, searchParams }: Props) {
  const [{ outletId }, { feed: feedId }] = await Promise.all([params, searchParams]);
  const [opened, isAllowed] = await Promise.all([openOutlet(decodeURIComponent(outletId), 30), mayWrite()]);
  if (opened === undefined || opened.health.feeds.length === 0) notFound();
  const { outlet, feeds } = opened.health;
  const one = feeds.find(({ id }) => id === feedId);
  const page = `/outlets/${encodeURIComponent(outlet.id)}`;
  return (
    <>
      <h1>
        Remove {one === undefined ? '' : 'a feed of '}
        <bdi lang={outlet.language}>{outlet.name}</bdi>?
      </h1>
      <div className={`prose ${styles.intro}`}>
        <p>
          {one === undefined ? counted(feeds.length, 'feed', 'feeds') : one.url} will no longer be read. Its articles,
          the stories they stand in, and frozen comparisons are kept. It can be added again at any time; to leave it
          unread for a while, pause it instead.
        </p>
      </div>
      {isAllowed ? (
        <form action={removeNow} className={styles.actions}>
          <input type="hidden" name="outlet" value={outlet.id} />
          {one === undefined ? null : <input type="hidden" name="feed" value={one.id} />}
          <button type="submit" className="button-main">
            Remove
          </button>
          <Link className="button" href={page}>
            Keep it
          </Link>
        </form>
      ) : (
        <p className="notice">Sign in as the owner to remove it.</p>
      )}
    </>
  );
}
