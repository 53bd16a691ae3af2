import { bodyWords } from '#lib/comparison/absence';
import { isSample, nameOf, type Texts } from '#lib/comparison/texts';
import { archiveAddress } from '#lib/share/archive-address';
import { QUALITY_WORDS } from '#lib/share/screen-words';
import type { Article, Excerpt } from '#lib/types';
import { Moment } from '../../_components/moment';
import { Wide } from '../../_components/wide';
import styles from './method-view.module.css';

/** Every text with its size, its times and where it was read. */
export function TextsRead({ texts, excerpt }: { texts: Texts; excerpt: Excerpt | undefined }) {
  const wordsOf = (article: Article) =>
    excerpt?.texts.find(({ articleId }) => articleId === article.id)?.words ?? bodyWords(article);
  const { comparison } = texts;
  return (
    <section>
      <h2>The texts</h2>
      <div className={styles.wide}>
        <Wide label="The texts, as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">Outlet</th>
                <th scope="col">Published</th>
                <th scope="col">Read</th>
                <th scope="col">Words</th>
                <th scope="col">Paragraphs</th>
                <th scope="col">Text</th>
                <th scope="col">SHA-256 of the wording</th>
              </tr>
            </thead>
            <tbody>
              {comparison.articles.map((article) => (
                <tr key={article.id}>
                  <th scope="row">
                    <Address
                      article={article}
                      name={nameOf(article, comparison)}
                      sample={isSample(article, comparison)}
                    />
                    {article.version > 1 && <span className="soft"> version {article.version}</span>}
                  </th>
                  <td>
                    {article.published === undefined ? 'not given' : <Moment at={article.published} />}
                    {article.updated !== undefined && article.updated !== article.published && (
                      <>
                        , updated <Moment at={article.updated} />
                      </>
                    )}
                  </td>
                  <td>
                    <Moment at={article.fetchedAt} />
                  </td>
                  <td>{wordsOf(article)}</td>
                  <td>{article.paragraphs.length}</td>
                  <td>
                    {QUALITY_WORDS[article.quality.status]}
                    {article.quality.reasons.map((reason) => (
                      <span key={reason.code} className={styles.reason}>
                        {reason.message}
                      </span>
                    ))}
                  </td>
                  <td>
                    <code title={article.textHash}>{article.textHash.slice(0, 12)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </div>
    </section>
  );
}

// The addresses of the fictional outlets lead nowhere, so they are not links.
function Address({ article, name, sample }: { article: Article; name: string; sample: boolean }) {
  if (sample || article.url === undefined) return name;
  return (
    <>
      <a href={article.url} rel="noreferrer external">
        {name}
      </a>{' '}
      <a href={archiveAddress(article.url, article.fetchedAt)} rel="noreferrer external" className="fine">
        archived copy
      </a>
    </>
  );
}
