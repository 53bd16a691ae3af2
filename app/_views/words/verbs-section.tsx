import { inLanguage } from '#lib/comparison/languages';
import { isUnread, nameOf, type Texts, textAt } from '#lib/comparison/texts';
import { around } from '#lib/comparison/word-lines';
import { countVerbs, type VerbCount, type VerbHit } from '#lib/framing/count-verbs';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { VerbClass } from '#lib/text/reporting-verbs';
import { tokenize } from '#lib/text/tokenize';
import type { Article } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { Wide } from '../../_components/wide';
import { LinesTable } from './lines-table';
import styles from './words-view.module.css';

const CLASSES: Record<VerbClass, string> = {
  neutral: 'neutral (say, tell)',
  assertive: 'assertive (insist, warn)',
  distancing: 'distancing (claim, allege)',
  endorsing: 'presents as fact (confirm, admit)',
  adversarial: 'adversarial (accuse, deny)',
};
const ORDER = Object.keys(CLASSES) as VerbClass[];

/** How each text says whose words it gives: verbs by class, for each 1,000 words, every number with its lines. English only. */
export function VerbsSection({ texts, place }: { texts: Texts; place: Place }) {
  const rows = texts.comparison.articles
    .filter((each) => inLanguage(each, 'en') && !isUnread(each, texts.comparison))
    .map((article) => ({ article, name: nameOf(article, texts.comparison), count: countOfArticle(article) }));
  if (rows.length === 0) return null;
  const isAt = ({ position }: VerbHit) => place.shown.position === 'all' || position === place.shown.position;
  return (
    <section className={styles.text} aria-labelledby="verbs">
      <h2 id="verbs">Reporting verbs</h2>
      <p className={styles.key}>
        Verbs that say whose words are given, by how they present them. The classes are no scale and are not added up.
        Beneath each number, how many for each 1,000 words. What is quoted or reported is not filtered here: the verb is
        always the outlet’s.
      </p>
      <Wide label="Reporting verbs by text and class">
        <table>
          <thead>
            <tr>
              <th scope="col">Text</th>
              {ORDER.map((each) => (
                <th key={each} scope="col">
                  {CLASSES[each]}
                </th>
              ))}
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ article, name, count }) => (
              <tr key={article.id}>
                <th scope="row">
                  {name} <QualityFlag quality={article.quality} />
                </th>
                {ORDER.map((each) => {
                  const hits = count.hits.filter((hit) => hit.class === each && isAt(hit));
                  return (
                    <td key={each}>
                      {hits.length === 0 ? <span className="soft">0</span> : hits.length}
                      {hits.length > 0 && place.shown.position === 'all' && (
                        <span className={styles.rate}>
                          {((1000 * hits.length) / Math.max(1, count.words)).toFixed(1)}
                        </span>
                      )}
                    </td>
                  );
                })}
                <td className="soft">{count.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {rows.map(({ article, name, count }) => {
        const hits = count.hits.filter(isAt);
        if (hits.length === 0) return null;
        return (
          <details key={article.id}>
            <summary>
              {name}: {countOf(hits.length, 'reporting verb')}, each with its line
            </summary>
            {ORDER.map((each) => {
              const own = hits.filter((hit) => hit.class === each);
              if (own.length === 0) return null;
              return (
                <div key={each} className={styles.text}>
                  <h3>
                    {CLASSES[each]}: {own.length}
                  </h3>
                  <LinesTable texts={texts} place={place} word={each} lines={own.map((hit) => lineOf(article, hit))} />
                </div>
              );
            })}
          </details>
        );
      })}
    </section>
  );
}

function countOfArticle({ id, headline, paragraphs }: Article): VerbCount {
  return countVerbs({ id, headline, paragraphs: paragraphs.map(({ text }) => text) });
}

function lineOf(article: Article, { paragraph, start, end, text }: VerbHit) {
  const whole = textAt(article, paragraph);
  const tokens = tokenize(whole);
  const at = tokens.findIndex((token) => token.end > start);
  const { before, after } = around(whole, tokens, at);
  // A verb may be several words ("according to"); what follows begins after all of them.
  const rest = whole.slice(end, whole.indexOf(after, start) + after.length);
  return { articleId: article.id, paragraph, before, text, after: after === '' ? '' : rest };
}
