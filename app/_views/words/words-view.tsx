import Link from 'next/link';
import { sharesLanguage } from '#lib/comparison/languages';
import { type OnlyWord, wordsOnlyIn } from '#lib/comparison/only-words';
import { isUnread, nameOf, type Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { Article } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { Wide } from '../../_components/wide';
import { passageLink } from '../passage-link';
import styles from './words-view.module.css';

const VOICE_WORDS = { own: 'own words', attributed: 'attributed', quoted: 'quoted' } as const;

/** Words found in one text only, each with every line it stands in. */
export function WordsView({ texts, place }: { texts: Texts; place: Place }) {
  const { articles } = texts.comparison;
  return (
    <div className={styles.view}>
      <p className={styles.key}>
        Words that stand in two or more paragraphs of one text and, in whatever form, in none of the others. An index to
        read by, not a finding: with so few texts many such words are chance.
      </p>
      {articles.map((article) => (
        <OneText key={article.id} texts={texts} place={place} article={article} />
      ))}
    </div>
  );
}

function OneText({ texts, place, article }: { texts: Texts; place: Place; article: Article }) {
  const { articles } = texts.comparison;
  const others = articles.filter((other) => other !== article && sharesLanguage(article, other));
  // "In none of the others" can be said of what was read: a text known in part is looked through, but proves nothing by itself.
  const unread = others.filter((other) => isUnread(other, texts.comparison));
  const words = others.length === unread.length ? [] : wordsOnlyIn(article, others);
  const name = nameOf(article, texts.comparison);
  return (
    <section className={styles.text} aria-labelledby={`words-${article.id}`}>
      <h2 id={`words-${article.id}`}>
        {name} <QualityFlag quality={article.quality} />
      </h2>
      {words.length === 0 && (
        <p className="soft">
          {others.length === 0
            ? 'No other text in this language.'
            : others.length === unread.length
              ? 'No other text in this language is complete, so nothing can be said.'
              : 'No such word.'}
        </p>
      )}
      {words.length > 0 && unread.length > 0 && (
        <p className="soft">
          Looked through only as far as they could be read:{' '}
          {unread.map((other) => nameOf(other, texts.comparison)).join(', ')}.
        </p>
      )}
      <ul className={styles.words}>
        {words.map((word) => (
          <li key={word.word}>
            <details>
              <summary>
                <ForeignText language={article.language} className={styles.word}>
                  {word.word}
                </ForeignText>{' '}
                <span className="soft">{countOf(word.paragraphs, 'paragraph')}</span>
              </summary>
              <Lines texts={texts} place={place} article={article} word={word} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

type LinesProps = { texts: Texts; place: Place; article: Article; word: OnlyWord };

/** Keyword in context: the word in one column, so that what stands beside it can be compared downwards. */
function Lines({ texts, place, article, word }: LinesProps) {
  return (
    <Wide label={`Lines with “${word.word}”`}>
      <table className={styles.lines} lang={article.language} dir="auto">
        <tbody>
          {word.lines.map(({ paragraph, before, text, after, voice }) => (
            <tr key={`${paragraph} ${before} ${after}`}>
              <td className={styles.before}>{before}</td>
              <td className={styles.hit}>{text}</td>
              <td>{after}</td>
              <td className={styles.where} lang="en" dir="ltr">
                <Link href={passageLink(texts, place, article, paragraph)} prefetch={false}>
                  paragraph {paragraph + 1}
                </Link>
                , {VOICE_WORDS[voice]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
