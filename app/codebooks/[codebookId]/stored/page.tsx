import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Wide } from '../../../_components/wide';
import { openCodebook } from '../../../_queries/codebooks';
import { mayWrite } from '../../../_queries/permission';
import { type RecodedStore, recodedStore } from '../../../_queries/recoding';
import styles from '../../codebooks.module.css';
import { startOver, stopOver } from '../actions';
import { Press } from '../press';
import { Follow } from './follow';

export const metadata: Metadata = { title: 'Over all stored texts' };

const STATE_WORDS: Record<RecodedStore['state'], string> = {
  never: 'Not counted yet.',
  running: 'Counting. Pages stay as quick as ever meanwhile; leaving this one does not stop it.',
  stopping: 'Stopping after the slice under way.',
  stopped: 'Stopped. What was counted is kept; going on does the rest.',
  interrupted: 'The process that was counting has ended without a word. Going on does the rest.',
  done: 'Counted.',
  failed: 'Counting broke off.',
};

function wordsOf({ state, coded, of }: RecodedStore): string {
  if (state === 'done' && coded < of) return 'Counted; other texts have come since.';
  if (state === 'never' && coded > 0)
    return coded >= of ? 'Counted.' : 'Texts that stood in a list of stories are counted; the others are not yet.';
  return STATE_WORDS[state];
}

/** A codebook counted over everything stored, beside the version before it. */
export default async function StoredPage({ params }: PageProps<'/codebooks/[codebookId]/stored'>) {
  const [{ codebookId }, isAllowed] = await Promise.all([params, mayWrite()]);
  const found = await openCodebook(codebookId);
  if (!found?.line.isInForce) notFound();
  const store = await recodedStore(codebookId);
  const { state, coded, of, reason, codebook, before, codes } = store;
  const isGoing = state === 'running' || state === 'stopping';
  const isWhole = coded >= of;
  return (
    <>
      {isGoing && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <Follow isGoing={isGoing} />
      <p className={styles.back}>
        <Link href={`/codebooks/${codebookId}`}>{codebook.title}</Link>
      </p>
      <h1>{codebook.title} over all stored texts</h1>
      <p className={styles.intro}>
        Every whole text in its language is counted with version {codebook.version}
        {before !== undefined && `, and with version ${before.version} before it`}. Totals over a store say which texts
        were read; to compare outlets, open a story.
      </p>
      <section aria-label="How far" data-state={state} className={styles.section}>
        <p role="status">
          {wordsOf(store)} {reason?.message}
        </p>
        <progress className={styles.bar} value={coded} max={Math.max(of, 1)} aria-label="Texts counted">
          {coded} of {of}
        </progress>
        <p className="fine">
          {coded} of {of} texts.
        </p>
        {isAllowed && (
          <div className={styles.tools}>
            {isGoing ? (
              <Press action={stopOver.bind(null, codebookId)}>
                <button type="submit" disabled={state === 'stopping'}>
                  Stop
                </button>
              </Press>
            ) : (
              (!isWhole || state !== 'done') && (
                <Press action={startOver.bind(null, codebookId)}>
                  <button type="submit" className="button-main">
                    {state === 'never' ? 'Count all' : 'Go on'}
                  </button>
                </Press>
              )
            )}
          </div>
        )}
      </section>
      {coded > 0 && !isGoing && <Codes store={store} codes={codes} />}
    </>
  );
}

function Codes({ store: { before, coded }, codes }: { store: RecodedStore; codes: RecodedStore['codes'] }) {
  return (
    <Wide label="Codes">
      <table className={styles.history}>
        <caption>Sentences (frames) and mentions (labels) in {coded} texts</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            {before !== undefined && (
              <th scope="col" className={styles.number}>
                Version {before.version}
              </th>
            )}
            <th scope="col" className={styles.number}>
              Now
            </th>
            <th scope="col" className={styles.number}>
              Texts with it
            </th>
            {before !== undefined && (
              <th scope="col" className={styles.number}>
                Texts that differ
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {codes.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label}</th>
              {before !== undefined && <td className={styles.number}>{row.before ?? '–'}</td>}
              <td className={styles.number}>{row.after}</td>
              <td className={styles.number}>{row.articlesWith}</td>
              {before !== undefined && <td className={styles.number}>{row.articlesChanged}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
