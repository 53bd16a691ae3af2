import Link from 'next/link';
import type { Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import styles from './view-notes.module.css';

type Props = {
  texts: Texts;
  /** Where the choice to include incomplete texts can be made; a frozen comparison has made it. */
  place?: Place;
  articlesInStory?: number;
};

/** What was left out or deserves a warning, before anybody reads on. */
export function ViewNotes({ texts, place, articlesInStory }: Props) {
  const { comparison } = texts;
  const all = [{ article: texts.reference, name: texts.referenceName }, ...texts.others];
  const notes = comparison.notes.filter((note) => note.reason.code !== 'codebook-language');
  const left = articlesInStory === undefined ? 0 : articlesInStory - comparison.articles.length;
  if (notes.length === 0 && left <= 0) return null;
  return (
    <div className={styles.notes}>
      <Incomplete texts={texts} {...(place === undefined ? {} : { place })} />
      <details>
        <summary>
          {notes.length + (left > 0 ? 1 : 0) === 1 ? 'One thing' : `${notes.length + (left > 0 ? 1 : 0)} things`} to
          know about these texts
        </summary>
        <ul>
          {notes.map(({ articleId, reason }) => (
            <li key={`${articleId} ${reason.code}`}>
              <strong>{all.find(({ article }) => article.id === articleId)?.name ?? 'All'}</strong>: {reason.message}
            </li>
          ))}
          {left > 0 && <li>{countOf(left, 'more text')} of this story not shown; choose them above.</li>}
        </ul>
      </details>
    </div>
  );
}

/** How many texts are not complete, what follows, and the other choice. */
function Incomplete({ texts: { comparison }, place }: { texts: Texts; place?: Place }) {
  const count = comparison.articles.filter(({ quality }) => quality.status !== 'full').length;
  if (count === 0) return null;
  const { includePartial } = comparison.settings;
  return (
    <p>
      {countOf(count, 'text is', 'texts are')} not complete and{' '}
      {includePartial
        ? 'counted all the same: what is not found there may stand in the part that was not read.'
        : 'left out of counts, charts and “no matching paragraph found”.'}{' '}
      {place !== undefined && (
        <Link href={linkTo(place, { includePartial: includePartial ? undefined : true })} prefetch={false}>
          {includePartial ? 'Leave out what is not complete' : 'Include what is not complete'}
        </Link>
      )}
    </p>
  );
}
