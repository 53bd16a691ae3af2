import { isSample, nameOf } from '#lib/comparison/texts';
import { archiveAddress } from '#lib/share/archive-address';
import { countOf } from '#lib/text/count-of';
import type { Article, Comparison, Excerpt } from '#lib/types';
import { ForeignText } from '../../_components/foreign-text';
import styles from './frozen-bar.module.css';

type Props = { comparison: Comparison; excerpt: Excerpt | undefined };

/** Where every text stands: at its outlet, and as the Internet Archive kept it about the time it was read. */
export function Sources({ comparison, excerpt }: Props) {
  return (
    <details className={styles.more} open={excerpt !== undefined}>
      <summary>Sources and archived copies</summary>
      <ul className={styles.sources}>
        {comparison.articles.map((article) => (
          <li key={article.id}>
            {nameOf(article, comparison)}:{' '}
            <ForeignText as="q" language={article.language}>
              {article.headline}
            </ForeignText>{' '}
            <Addresses article={article} sample={isSample(article, comparison)} />
            <Shown excerpt={excerpt} articleId={article.id} />
          </li>
        ))}
      </ul>
    </details>
  );
}

// The addresses of the fictional outlets lead nowhere, so they are not links.
function Addresses({ article, sample }: { article: Article; sample: boolean }) {
  if (article.url === undefined) return <span className="soft">pasted, without an address</span>;
  if (sample) return <span className="soft">{article.url} (fictional)</span>;
  return (
    <>
      <a href={article.url} rel="noreferrer external">
        source
      </a>
      {' · '}
      <a href={archiveAddress(article.url, article.fetchedAt)} rel="noreferrer external">
        archived copy
      </a>
    </>
  );
}

function Shown({ excerpt, articleId }: { excerpt: Excerpt | undefined; articleId: string }) {
  const of = excerpt?.texts.find((each) => each.articleId === articleId);
  return of === undefined ? null : (
    <span className="soft">
      {' '}
      · {of.shown} of {countOf(of.words, 'word')} here
    </span>
  );
}
