import { onlyHere } from '#lib/comparison/spine';
import { type Other, type Texts, textAt } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { passageAddress } from '../passage-link';
import { PassageMark } from '../passage-mark';
import styles from './only-here.module.css';

/** Passages of the other texts for which the reference has no matching paragraph. */
export function OnlyHere({ texts, place }: { texts: Texts; place: Place }) {
  const found = texts.others.filter((other) => onlyHere(other).length > 0);
  return (
    <section className={styles.only} aria-labelledby="only-here">
      <h2 id="only-here">Only in the others</h2>
      <p className="soft">
        {found.length === 0
          ? `Every paragraph of the other texts that could be judged has a counterpart in ${texts.referenceName}, or may have one.`
          : `Passages for which no matching paragraph was found in ${texts.referenceName}.`}
      </p>
      {found.map((other) => (
        <OneText key={other.article.id} texts={texts} place={place} other={other} />
      ))}
    </section>
  );
}

function OneText({ texts, place, other }: { texts: Texts; place: Place; other: Other }) {
  const { article, name } = other;
  const runs = onlyHere(other);
  const idOf = (paragraph: number) => `only-${article.id}-${paragraph}`;
  return (
    <details>
      <summary>
        <strong>{name}</strong> <QualityFlag quality={article.quality} />{' '}
        <span className="soft">
          {countOf(runs.flat().length, 'paragraph')} of {article.paragraphs.length}
        </span>
      </summary>
      {runs.map((run) => (
        <div key={run[0]} className={styles.run}>
          {run.map((index) => (
            <ForeignText key={index} as="p" language={article.language} id={idOf(index)}>
              {textAt(article, index)}{' '}
              <PassageMark
                href={passageAddress(texts, place, { at: undefined }, idOf(index))}
                name={`paragraph ${index + 1} of ${name}`}
              />
            </ForeignText>
          ))}
          <p className={styles.where}>
            {run.length === 1
              ? `Paragraph ${(run[0] ?? 0) + 1}`
              : `Paragraphs ${(run[0] ?? 0) + 1} to ${(run.at(-1) ?? 0) + 1}`}
          </p>
        </div>
      ))}
    </details>
  );
}
