import Link from 'next/link';
import { Moment } from '../_components/moment';
import type { Reading } from '../_queries/reading';
import { stopReading } from './actions';
import styles from './reading.module.css';

export function isUnderWay({ state }: Reading): boolean {
  return state === 'running' || state === 'stopping';
}

const WORDS: Record<Reading['state'], string> = {
  running: 'Feeds are being read.',
  stopping: 'Stopping: requests under way are being ended.',
  stopped: 'Reading was stopped. What was not read is due, and the next reading goes on with it.',
  done: 'All feeds that were due have been read.',
  failed: 'Reading broke off.',
  interrupted: 'The process that was reading has ended without a word. What it had not read is read next.',
};

/** Several feeds at once without one success point to this machine, not to sixty outlets. */
const ALL_AT_ONCE = 3;

function wordsOf({ state, progress: { feeds, total } }: Reading): string {
  const failed = feeds.failed + feeds.retired;
  if (state !== 'done' || failed === 0) return WORDS[state];
  if (failed < total) return 'All feeds that were due have been asked.';
  return total < ALL_AT_ONCE
    ? 'What was due could not be read.'
    : 'None of the feeds could be read. Check this machine’s own connection first.';
}

type Props = { reading: Reading; mayStop: boolean; details: boolean };

/** One refresh: how far, what is being read, and why something could not be. */
export function ReadingState({ reading, mayStop, details }: Props) {
  const { state, progress, reason, startedAt, updatedAt } = reading;
  const { feeds, articles, pages, total, now, problemCount } = progress;
  const done = feeds.read + feeds.unchanged + feeds.failed + feeds.retired;
  const again = pages.unchanged + pages.changed + pages.failed;
  const isGoing = isUnderWay(reading);
  return (
    <section className={styles.reading} aria-label="Reading of feeds" data-state={state}>
      <p aria-live="polite" className={styles.state}>
        {wordsOf(reading)} {reason?.message}
      </p>
      {isGoing && (
        <progress className={styles.bar} value={done} max={Math.max(total, 1)} aria-label="Feeds read">
          {done} of {total}
        </progress>
      )}
      <p>
        {done} of {total} {total === 1 ? 'feed' : 'feeds'}
        {feeds.failed + feeds.retired > 0 ? `, ${feeds.failed + feeds.retired} could not be read` : ''}; {articles.new}{' '}
        new {articles.new === 1 ? 'article' : 'articles'}
        {articles.incomplete > 0 ? `, ${articles.incomplete} not complete` : ''}
        {again > 0 ? `; ${again} ${again === 1 ? 'page' : 'pages'} read again, ${pages.changed} changed` : ''}.
      </p>
      {isGoing && now.length > 0 && (
        <p className={styles.now}>
          Now: {now.slice(0, 3).join(', ')}
          {now.length > 3 ? ` and ${now.length - 3} more` : ''}
        </p>
      )}
      <p className="soft fine">
        Since <Moment at={startedAt} />; last heard of <Moment at={updatedAt} />.
        {isGoing && <noscript> Reload the page to see how far it is.</noscript>}
      </p>
      <div className={styles.tools}>
        {isGoing && mayStop && (
          <form action={stopReading}>
            <button type="submit" disabled={state === 'stopping'}>
              {state === 'stopping' ? 'Stopping …' : 'Stop reading'}
            </button>
          </form>
        )}
        {!details && (
          <Link href="/reading" prefetch={false}>
            {problemCount > 0 ? `${problemCount} ${problemCount === 1 ? 'problem' : 'problems'}, and why` : 'Details'}
          </Link>
        )}
      </div>
      {details && <Problems progress={progress} />}
    </section>
  );
}

function Problems({ progress: { problems, problemCount } }: Pick<Reading, 'progress'>) {
  if (problemCount === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>
        {problemCount} could not be read{problemCount > problems.length ? `; the latest ${problems.length}` : ''}
      </h2>
      <ul className={styles.problems}>
        {[...problems].reverse().map(({ subject, reason }) => (
          <li key={`${subject} ${reason.code}`}>
            <span className={styles.subject}>{subject}</span> {reason.message}
          </li>
        ))}
      </ul>
    </>
  );
}
