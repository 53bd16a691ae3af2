import { nameOf, type Texts } from '#lib/comparison/texts';
import { countOf } from '#lib/text/count-of';
import type { Article } from '#lib/types';
import { ForeignText } from '../../_components/foreign-text';

/** What is not in the comparison, each with its reason. */
export function LeftOut({ texts }: { texts: Texts }) {
  const { comparison } = texts;
  const articleOf = (id: string | undefined) => comparison.articles.find((article) => article.id === id);
  const withDropped = comparison.articles.filter((article) => article.dropped.length > 0);
  return (
    <>
      <h2>What was left out</h2>
      {comparison.notes.length === 0 && withDropped.length === 0 && <p>Nothing.</p>}
      {comparison.notes.length > 0 && (
        <ul>
          {comparison.notes.map(({ articleId, reason }) => {
            const article = articleOf(articleId);
            return (
              <li key={`${articleId} ${reason.code} ${reason.message}`}>
                {article === undefined ? '' : `${nameOf(article, comparison)}: `}
                {reason.message}
              </li>
            );
          })}
        </ul>
      )}
      {withDropped.map((article) => (
        <Blocks key={article.id} article={article} name={nameOf(article, comparison)} />
      ))}
    </>
  );
}

function Blocks({ article, name }: { article: Article; name: string }) {
  return (
    <details>
      <summary>
        {name}: {countOf(article.dropped.length, 'block')} of the page not taken for the article
      </summary>
      <ul>
        {article.dropped.map(({ text, reason }) => (
          <li key={`${reason.code} ${text}`}>
            <span className="soft">{reason.message}</span>{' '}
            <ForeignText language={article.language}>{shortened(text)}</ForeignText>
          </li>
        ))}
      </ul>
    </details>
  );
}

const LONGEST = 160;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
