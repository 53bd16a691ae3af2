import { QUALITY_WORDS } from '#lib/share/screen-words';
import type { QualityStatus } from '#lib/types';
import type { OpenedOutlet } from '../../_queries/outlets';
import styles from '../outlets.module.css';
import { counted } from '../words';

const MEANINGS: Record<QualityStatus, string> = {
  full: 'compared and counted',
  partial: 'shown with a flag; left out of gaps and counts unless a reader includes them',
  excerpt: 'only what the feed itself says',
  blocked: 'a consent, subscription or bot page stood before it',
  failed: 'the page could not be read',
};
const ORDER: QualityStatus[] = ['full', 'partial', 'excerpt', 'blocked', 'failed'];

/** How completely this outlet's articles could be read, and how many of them another outlet reports too. */
export function Texts({ health: { activity }, days }: { health: OpenedOutlet['health']; days: number }) {
  const { articles, shared, byQuality } = activity;
  return (
    <section aria-labelledby="texts" className={styles.section}>
      <h2 id="texts">How complete its texts are</h2>
      {articles === 0 ? (
        <p className="soft">No article of the last {days} days.</p>
      ) : (
        <>
          <p className="soft">
            {counted(articles, 'article', 'articles')} of the last {days} days; {shared} of them in a story that another
            outlet reports too.
          </p>
          <table className={styles.small}>
            <thead>
              <tr>
                <th scope="col">Text</th>
                <th scope="col" className={styles.number}>
                  Articles
                </th>
                <th scope="col" className={styles.number}>
                  Share
                </th>
                <th scope="col">What that means</th>
              </tr>
            </thead>
            <tbody>
              {ORDER.map((status) => (
                <tr key={status}>
                  <th scope="row">{QUALITY_WORDS[status]}</th>
                  <td className={styles.number}>{byQuality[status]}</td>
                  <td className={styles.number}>{Math.round((100 * byQuality[status]) / articles)} %</td>
                  <td>{MEANINGS[status]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
