import type { Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import { ForeignText } from '../../_components/foreign-text';
import { TooFew } from '../framing/too-few';
import { LinesTable } from './lines-table';
import { CONDITION, fewestArticles, type ListedWord, type OutletWords, outletWords } from './outlet-words';
import styles from './words-view.module.css';

type Props = { texts: Texts; place: Place };

/** Words an outlet uses more than the others, where there are texts enough to say so; where not, that, and what is there. */
export function KeyWordsSection({ texts, place }: Props) {
  const outlets = outletWords(texts, place.shown);
  const told = outlets.filter(({ keyness }) => keyness.told);
  return (
    <section className={styles.text} aria-labelledby="key-words">
      <h2 id="key-words">Words one outlet uses more</h2>
      {told.length === 0 ? (
        <TooFew>
          Such a list is made from {CONDITION} on each side; with less, more than half of it is chance. Here:{' '}
          {outlets
            .map(
              ({ name, articles, words }) =>
                `${name} ${countOf(articles, 'article')}, ${countOf(words, 'content word')}`,
            )
            .join('; ')}
          .
        </TooFew>
      ) : (
        told.map((outlet) => <OneOutlet key={outlet.outletId} texts={texts} place={place} outlet={outlet} />)
      )}
    </section>
  );
}

function OneOutlet({ texts, place, outlet: { name, keyness, listed } }: Props & { outlet: OutletWords }) {
  if (!keyness.told) return null;
  const { candidates, shuffled } = keyness;
  return (
    <div className={styles.text}>
      <h3>{name}</h3>
      <p className="fine soft">
        {countOf(listed.length, 'word')} of {candidates} that were looked at. With the same articles shuffled between
        outlets this list would have {shuffled.toFixed(1)} words.
      </p>
      {listed.length === 0 && (
        <TooFew>
          No word can be told apart. Among {candidates} words one is listed only if it stands in all of at least{' '}
          {fewestArticles(candidates)} articles of one side and in none of the other, or as clearly in more.
        </TooFew>
      )}
      <ul className={styles.words}>
        {listed.map((word) => (
          <li key={word.word}>
            <details>
              <summary>
                <ForeignText language={texts.reference.language} className={styles.word}>
                  {word.form}
                </ForeignText>{' '}
                <span className="soft">{sizeOf(word)}</span>
              </summary>
              <LinesTable texts={texts} place={place} word={word.form} lines={word.lines} />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sizeOf({ here, there, z }: ListedWord): string {
  return `${here.count} in ${countOf(here.articles, 'article')}; the others ${there.count} in ${there.articles}; z ${z.toFixed(1)}`;
}
