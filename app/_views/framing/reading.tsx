import type { CountedOutlet } from '#lib/comparison/frame-rows';
import { ENOUGH_ARTICLES } from '#lib/framing/statistics';
import styles from './framing-view.module.css';
import { TooFew } from './too-few';

/** How to read the dots, and how much may be said with so many articles. */
export function Reading({ outlets, isTested }: { outlets: readonly CountedOutlet[]; isTested: boolean }) {
  const most = Math.max(...outlets.map(({ counts }) => counts.length));
  return (
    <>
      <div className={styles.reading}>
        <p>
          Each dot is the share of sentences with the frame; the numbers beside it are sentences with it / all
          sentences. Parts of a dot: <Glyph kind="own" /> the outlet’s own words, <Glyph kind="attributed" />{' '}
          attributed, <Glyph kind="quoted" /> quoted. Frames say what is talked about, not what an outlet thinks; quoted
          speech is the speaker’s.
        </p>
        {most > 1 && (
          <p>
            Intervals are drawn only for outlets with several articles: rough ones (thin, broken) for two to four, from
            resampling articles (B = 1,000) for five and more. A single article is a complete count and has none.
          </p>
        )}
      </div>
      {!isTested && (
        <TooFew>
          {most === 1
            ? 'One article per outlet: each number is a complete count of this article, not an estimate of the outlet, so there is no interval and no difference is tested.'
            : `No two outlets have ${ENOUGH_ARTICLES} articles each here, so intervals are rough and no difference is tested.`}{' '}
          Between single articles on one event such differences are mostly chance: read the sentences.
        </TooFew>
      )}
    </>
  );
}

function Glyph({ kind }: { kind: 'own' | 'attributed' | 'quoted' }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.glyph}>
      <circle cx="7" cy="7" r="5.5" className={styles[kind]} />
      {kind === 'quoted' && <path d="M3 9.5 9.5 3M5 11.2 11.2 5M2.2 6.6 6.6 2.2" className={styles.hatch} />}
    </svg>
  );
}
