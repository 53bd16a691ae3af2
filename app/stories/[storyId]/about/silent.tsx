import { countOf } from '#lib/text/count-of';
import { primaryTag } from '#lib/text/language-tags';
import { Moment } from '../../../_components/moment';
import type { SilentOutlet, StoryFacts } from '../../../_queries/story-facts';
import styles from './about.module.css';

/**
 * Outlets of the reader's own set with no text here. "No text found" and "not read" are told apart: only an outlet whose feed
 * was read since the event became known could have been found.
 */
export function Silent({ facts: { silent, articles, story } }: { facts: StoryFacts }) {
  if (silent.length === 0) return null;
  const languages = new Set(
    articles
      .filter(({ id }) => story.articleIds.includes(id))
      .flatMap(({ language }) => (language === undefined ? [] : primaryTag(language))),
  );
  const isForeign = ({ language }: SilentOutlet) =>
    language !== undefined && languages.size > 0 && !languages.has(primaryTag(language));
  const comparable = silent.filter((each) => !isForeign(each));
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">Outlets read here with no text in this story</h2>
      <Group
        title="Read since the first text; no text of this event was found in their feeds"
        outlets={comparable.filter(({ readSince }) => readSince)}
      />
      <Group
        title="Not read since the first text, so nothing can be said"
        outlets={comparable.filter(({ readSince }) => !readSince)}
        isUnread
      />
      <Group title="In another language; texts are grouped within one language" outlets={silent.filter(isForeign)} />
    </section>
  );
}

function Group({ title, outlets, isUnread = false }: { title: string; outlets: SilentOutlet[]; isUnread?: boolean }) {
  if (outlets.length === 0) return null;
  return (
    <details className={styles.group} open={isUnread || outlets.length <= 12}>
      <summary>
        {title}: {countOf(outlets.length, 'outlet')}
      </summary>
      <ul>
        {outlets.map((outlet) => (
          <li key={outlet.outletId}>
            {outlet.name}
            {isUnread && (
              <span className="fine soft">
                {' '}
                {outlet.lastSuccessAt === undefined ? (
                  'never read'
                ) : (
                  <>
                    last read <Moment at={outlet.lastSuccessAt} />
                  </>
                )}
                {outlet.isRetired && '; no longer asked'}
                {outlet.cause !== undefined && `. ${outlet.cause}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
