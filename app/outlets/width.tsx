import type { FeedSetWidth, PackOffer } from '../_queries/outlets';
import styles from './outlets.module.css';
import { PackItem } from './packs';
import { counted, languageName } from './words';

const PACKS_SHOWN = 6;
const LANGUAGES_SHOWN = 8;

/** Is the set wide enough to compare: what was counted, and what each pack would add. No figure is promised. */
export function Width({ width, days, isAllowed }: { width: FeedSetWidth; days: number; isAllowed: boolean }) {
  const { stories, articles, shared, languages, packs } = width;
  const span = days === 1 ? 'day' : `${days} days`;
  return (
    <section aria-labelledby="width" className={styles.section}>
      <h2 id="width">Is the feed set wide enough?</h2>
      {articles === 0 ? (
        <p className={styles.intro}>No article of the last {span} has been read, so nothing can be counted yet.</p>
      ) : (
        <>
          <p className={styles.intro}>
            Of {counted(articles, 'article', 'articles')} of the last {span},{' '}
            <strong>{shared.toLocaleString('en')}</strong> ({percent(shared, articles)}) stand in a story that another
            of these outlets reports too. {stories.shared.toLocaleString('en')} of{' '}
            {counted(stories.stories, 'story', 'stories')} can be compared.
          </p>
          <svg className={styles.bar} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="3" className={styles.barAll} />
            <rect width={(100 * shared) / articles} height="3" className={styles.barPart} />
          </svg>
        </>
      )}
      <details className={styles.details}>
        <summary>By language, and what the packs would add</summary>
        {articles === 0 ? null : (
          <table className={styles.small}>
            <thead>
              <tr>
                <th scope="col">Language</th>
                <th scope="col" className={styles.number}>
                  Outlets
                </th>
                <th scope="col" className={styles.number}>
                  Articles
                </th>
                <th scope="col" className={styles.number}>
                  In another outlet too
                </th>
              </tr>
            </thead>
            <tbody>
              {languages.slice(0, LANGUAGES_SHOWN).map((each) => (
                <tr key={each.language}>
                  <th scope="row">{languageName(each.language)}</th>
                  <td className={styles.number}>{each.outlets}</td>
                  <td className={styles.number}>{each.articles}</td>
                  <td className={styles.number}>
                    {each.shared} ({percent(each.shared, each.articles)})
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {articles > 0 && languages.length > LANGUAGES_SHOWN ? (
          <p className="soft">and {languages.length - LANGUAGES_SHOWN} more languages with fewer articles</p>
        ) : null}
        {packs.length === 0 ? (
          <p className="soft">Every shipped pack is read already. More outlets can be added by their address.</p>
        ) : (
          <>
            <p className="soft">
              Articles are grouped by their words, so only an outlet in the same language can be a second one for a
              story. How many stories a pack would complete is not known before it has been read.
            </p>
            <ul className={`plain-list ${styles.packs}`}>
              {packs.slice(0, PACKS_SHOWN).map((pack) => (
                <PackItem key={pack.id} id={pack.id} title={pack.title} isAllowed={isAllowed}>
                  {offer(pack)}
                </PackItem>
              ))}
            </ul>
          </>
        )}
      </details>
    </section>
  );
}

function offer({ missing, missingFeeds, inLanguagesRead, languages }: PackOffer): string {
  const named = languages.slice(0, 4).map(languageName).join(', ');
  const more = languages.length > 4 ? ' and others' : '';
  return `${counted(missing, 'outlet', 'outlets')} not read yet (${counted(missingFeeds, 'feed', 'feeds')}), ${inLanguagesRead} of them in languages you read; ${named}${more}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'nothing to count' : `${Math.round((100 * part) / whole)} %`;
}
