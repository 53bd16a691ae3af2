import { type Mark, type Segment, segmentsOf, wordsShared } from '#lib/text/segments';
import styles from './marked-text.module.css';

/**
 * A text with its marks. Every mark has an underline of its own and words for those who do not see it; where marks overlap
 * the text is cut, and each piece carries all of them. Words of ours have a direction of their own: the text around asks
 * its first letters for its direction, and those must not be ours.
 */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  if (marks.length === 0) return text;
  return (
    <>
      {segmentsOf(text, marks).map((segment) => (
        <Piece key={segment.start} segment={segment} />
      ))}
      <SharedAloud words={wordsShared(text, marks)} />
    </>
  );
}

// Said once behind the text: announced at each of its places, every fifth word of a passage would be interrupted.
function SharedAloud({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <span className="hidden-text">
      {' '}
      <span lang="en" dir="ltr">
        [words both use:
      </span>{' '}
      {words.join('; ')}]
    </span>
  );
}

function Piece({ segment }: { segment: Segment }) {
  return (
    <>
      {segment.opening.map((mark) => (
        <Opening key={keyOf(mark)} mark={mark} />
      ))}
      {segment.marks.reduceRight<React.ReactNode>((inner, mark) => wrap(inner, mark), segment.text)}
      {segment.closing.map((mark) => (
        <Closing key={keyOf(mark)} mark={mark} />
      ))}
    </>
  );
}

function keyOf(mark: Mark): string {
  return `${mark.kind}-${mark.start}-${mark.end}-${mark.number ?? ''}`;
}

function wrap(inner: React.ReactNode, mark: Mark) {
  switch (mark.kind) {
    case 'shared':
      return <span className={styles.shared}>{inner}</span>;
    case 'difference':
      return <span className={styles.difference}>{inner}</span>;
    case 'removed':
      return <del className={styles.removed}>{inner}</del>;
    case 'added':
      return <ins className={styles.added}>{inner}</ins>;
    case 'hit':
      return <mark className={styles.hit}>{inner}</mark>;
  }
}

function Opening({ mark }: { mark: Mark }) {
  if (mark.kind === 'difference') {
    return (
      <a id={mark.id} href={`#${mark.target}`} target="_self" className={styles.badge} lang="en" dir="ltr">
        <span className="hidden-text">difference </span>
        {mark.number}
      </a>
    );
  }
  const said = mark.said;
  return said === undefined ? null : (
    <span className="hidden-text" lang="en" dir="ltr">
      [{said}:{' '}
    </span>
  );
}

function Closing({ mark }: { mark: Mark }) {
  return mark.kind !== 'difference' && mark.said !== undefined ? (
    <span className="hidden-text" lang="en" dir="ltr">
      ]
    </span>
  ) : null;
}
