import { countOf, type Texts } from './texts';
import styles from './view-notes.module.css';

/** What was left out or deserves a warning, before anybody reads on. */
export function ViewNotes({ texts, articlesInStory }: { texts: Texts; articlesInStory?: number }) {
  const { comparison } = texts;
  const all = [{ article: texts.reference, name: texts.referenceName }, ...texts.others];
  const notes = comparison.notes.filter((note) => note.reason.code !== 'codebook-language');
  const left = articlesInStory === undefined ? 0 : articlesInStory - comparison.articles.length;
  if (notes.length === 0 && left <= 0) return null;
  return (
    <details className={styles.notes}>
      <summary>
        {notes.length + (left > 0 ? 1 : 0) === 1 ? 'One thing' : `${notes.length + (left > 0 ? 1 : 0)} things`} to know
        about these texts
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
  );
}
