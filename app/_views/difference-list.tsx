import type { Other, Texts } from '#lib/comparison/texts';
import { KIND_WORDS } from '#lib/share/difference-words';
import type { Difference } from '#lib/types';
import { ForeignText } from '../_components/foreign-text';
import { Moment } from '../_components/moment';
import styles from './difference-list.module.css';
import { PassageMark } from './passage-mark';

type Props = {
  texts: Texts;
  other: Other;
  differences: readonly { number: number; id: string; difference: Difference }[];
  agreements: readonly Difference[];
  /** Address of the difference with this id. */
  addressOf(id: string): string;
};

/** The differences of a passage in words, under the numbers they have in both texts; agreements folded away beneath. */
export function DifferenceList({ texts, other, differences, agreements, addressOf }: Props) {
  return (
    <>
      {differences.length > 0 && (
        <ol className={styles.list} aria-label={`Differences: here is ${texts.referenceName}, there is ${other.name}`}>
          {differences.map(({ number, id, difference }) => (
            <li key={id} id={id} data-difference data-pairs={`${id}-reference>${id}-other`} tabIndex={-1}>
              <a className={styles.number} href={`#${id}-reference`} target="_self">
                <span className="hidden-text">Difference </span>
                {number}
                <span className="hidden-text">, go to its place in the text</span>
              </a>
              <span>
                <Words texts={texts} other={other} difference={difference} />{' '}
                <PassageMark href={addressOf(id)} name={`difference ${number}`} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {agreements.length > 0 && (
        <details className={styles.quiet}>
          <summary>
            {agreements.length === 1
              ? '1 agreement or small difference'
              : `${agreements.length} agreements or small differences`}
          </summary>
          <ul>
            {agreements.map((difference) => (
              <li key={keyOf(difference)}>
                <Words texts={texts} other={other} difference={difference} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function keyOf({ kind, reference, other }: Difference): string {
  return `${kind} ${reference.paragraph} ${reference.start} ${other.paragraph} ${other.start}`;
}

function Words({ texts, other, difference }: { texts: Texts; other: Other; difference: Difference }) {
  const { kind, note, speaker } = difference;
  return (
    <span>
      <strong>{KIND_WORDS[kind]}</strong>
      {speaker === undefined ? null : <> ({speaker})</>}:{' '}
      <ForeignText language={other.article.language}>{note}</ForeignText>
      {kind === 'figure-different' && <Times texts={texts} other={other} />}
    </span>
  );
}

// A different figure is often a later one, so both times stand beside it.
function Times({ texts, other }: { texts: Texts; other: Other }) {
  const [here, there] = [texts.reference.published, other.article.published];
  if (here === undefined || there === undefined) return null;
  return (
    <span className="soft">
      {' '}
      (published <Moment at={here} /> here, <Moment at={there} /> there)
    </span>
  );
}
