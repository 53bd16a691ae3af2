import type { Metadata } from 'next';
import Link from 'next/link';
import { mayWrite } from '../_queries/permission';
import { readings } from '../_queries/reading';
import { readAllNow } from './actions';
import styles from './reading.module.css';
import { ReadingPanel } from './reading-panel';
import { isUnderWay } from './reading-state';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Reading feeds', robots: { index: false } };

/** How far the reading of feeds is, in full: what is read now, what could not be read and why. */
export default async function ReadingPage() {
  const [known, isAllowed] = await Promise.all([readings(), mayWrite()]);
  const isGoing = known.some(isUnderWay);
  return (
    <>
      {isGoing && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <h1>Reading feeds</h1>
      {known.length === 0 && (
        <p className="prose">Nothing has been read in the past hour. Feeds are read when they are due.</p>
      )}
      <ReadingPanel always details />
      {!isGoing && isAllowed && (
        <form action={readAllNow}>
          <button type="submit">Read all now</button>
        </form>
      )}
      <p className={styles.leave}>
        <Link href="/outlets">Outlets and their feeds</Link>
      </p>
    </>
  );
}
