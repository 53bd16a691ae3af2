import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { blindComparison } from '#lib/share/blind';
import type { Query } from '#lib/share/shown';
import { worksheetPassages } from '#lib/share/worksheet';
import { ForeignText } from '../../../_components/foreign-text';
import { Moment } from '../../../_components/moment';
import { Wide } from '../../../_components/wide';
import { namedBehind } from '../../../_queries/blind';
import { findFrozen, tombstoneOf } from '../../../_queries/frozen';
import { Gone } from '../gone';
import { Sheet } from '../worksheet/sheet';
import styles from '../worksheet/sheet.module.css';

type Props = { params: Promise<{ comparisonId: string }>; searchParams: Promise<Query> };

// Without a word of what is behind: the title names nobody, and stands in the worksheet as well.
export const metadata: Metadata = { title: 'Answer sheet', robots: { index: false } };

/** Which outlet is behind which letter, and what was found in the passages of the worksheet: for the owner, or with the key. */
export default async function AnswersPage({ params, searchParams }: Props) {
  const [{ comparisonId }, { key }] = await Promise.all([params, searchParams]);
  const tombstone = await tombstoneOf(comparisonId);
  if (tombstone) return <Gone id={comparisonId} tombstone={tombstone} />;
  if (!(await findFrozen(comparisonId))) notFound();
  const given = typeof key === 'string' ? key : undefined;
  const named = await namedBehind(comparisonId, given);
  if (!named) return <AskKey id={comparisonId} wasWrong={given !== undefined} />;
  const { comparison } = named;
  const { ids, comparison: lettered } = blindComparison(comparison, { key: named.id });
  const rows = comparison.articles
    .map((article) => ({
      article,
      letter: lettered.articles.find(({ id }) => id === ids.get(article.id))?.outletName ?? '',
    }))
    .sort((a, b) => (a.letter.padStart(12) < b.letter.padStart(12) ? -1 : 1));
  return (
    <>
      <h1 className={styles.title}>Answer sheet</h1>
      <ForeignText as="p" language={comparison.articles[0]?.language}>
        {comparison.title}
      </ForeignText>
      <Wide label="Outlets and letters, as a table">
        <table className={styles.outlets}>
          <thead>
            <tr>
              <th scope="col">Letter</th>
              <th scope="col">Outlet</th>
              <th scope="col">Headline</th>
              <th scope="col">Published</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ article, letter }) => (
              <tr key={article.id}>
                <th scope="row">{letter}</th>
                <td>{article.outletName}</td>
                <td>
                  <ForeignText language={article.language}>{article.headline}</ForeignText>
                </td>
                <td>{article.published === undefined ? 'not given' : <Moment at={article.published} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Sheet passages={worksheetPassages(lettered)} answers={true} />
    </>
  );
}

function AskKey({ id, wasWrong }: { id: string; wasWrong: boolean }) {
  return (
    <>
      <h1 className={styles.title}>Answer sheet</h1>
      <p>For the owner of this installation, and for whoever has the key of the link.</p>
      <form method="get" action={`/c/${id}/answers`} className={styles.key}>
        <label htmlFor="key">Key</label>
        <input id="key" name="key" autoComplete="off" spellCheck={false} required aria-invalid={wasWrong} />
        <button type="submit">Show the answers</button>
        {wasWrong && <span role="alert">This is not the key of this link.</span>}
      </form>
    </>
  );
}
