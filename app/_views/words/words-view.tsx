import { sharesLanguage } from '#lib/comparison/languages';
import { wordsOnlyIn } from '#lib/comparison/only-words';
import { isUnread, nameOf, type Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { Article } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { FilterChoices } from '../framing/filter-choices';
import { KeyWordsSection } from './key-words-section';
import { LinesTable } from './lines-table';
import { VerbsSection } from './verbs-section';
import styles from './words-view.module.css';

/** Words of one outlet, where texts allow to tell; words found in one text only; verbs of reporting. Each with every line it stands in. */
export function WordsView({ texts, place }: { texts: Texts; place: Place }) {
  const { articles } = texts.comparison;
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <FilterChoices place={place} />
      </div>
      <KeyWordsSection texts={texts} place={place} />
      <p className={styles.key}>
        <strong>Words found in one text only.</strong> Words that stand in two or more paragraphs of one text and, in
        whatever form, in none of the others. An index to read by, not a finding: with so few texts many such words are
        chance.
      </p>
      {articles.map((article) => (
        <OneText key={article.id} texts={texts} place={place} article={article} />
      ))}
      <VerbsSection texts={texts} place={place} />
    </div>
  );
}

function OneText({ texts, place, article }: { texts: Texts; place: Place; article: Article }) {
  const { articles } = texts.comparison;
  const others = articles.filter((other) => other !== article && sharesLanguage(article, other));
  // "In none of the others" can be said of what was read: a text known in part is looked through, but proves nothing by itself.
  const unread = others.filter((other) => isUnread(other, texts.comparison));
  const words = others.length === unread.length ? [] : wordsOnlyIn(article, others, place.shown);
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
              <LinesTable texts={texts} place={place} word={word.word} lines={word.lines} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
