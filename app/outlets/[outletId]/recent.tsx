import Link from 'next/link';
import { QUALITY_WORDS } from '#lib/share/screen-words';
import { Flag } from '../../_components/flag';
import type { RecentArticle } from '../../_queries/outlets';
import styles from '../outlets.module.css';
import { At } from '../state';
import { counted } from '../words';

export function Recent({ articles, language }: { articles: readonly RecentArticle[]; language: string | undefined }) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="recent" className={styles.section}>
      <h2 id="recent">Newest articles</h2>
      <ul className={`plain-list ${styles.recent}`}>
        {articles.map((article) => (
          <li key={article.id}>
            <span className="soft fine">
              <At at={article.sortAt} />
            </span>{' '}
            <Headline article={article} language={language} />{' '}
            {article.quality === 'full' ? null : <Flag>{QUALITY_WORDS[article.quality]}</Flag>}{' '}
            {(article.outletCount ?? 0) > 1 ? (
              <span className="soft fine">{counted(article.outletCount ?? 0, 'outlet', 'outlets')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Headline({ article, language }: { article: RecentArticle; language: string | undefined }) {
  const words = <bdi lang={language}>{article.headline}</bdi>;
  if (article.storyId !== undefined)
    return (
      <Link href={`/stories/${article.storyId}`} prefetch={false}>
        {words}
      </Link>
    );
  return article.url === undefined ? words : <a href={article.url}>{words}</a>;
}
