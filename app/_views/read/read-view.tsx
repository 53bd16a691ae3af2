import Link from 'next/link';
import { type Piece, spineOf } from '#lib/comparison/spine';
import { carryingOf, sameTextAs, type Texts } from '#lib/comparison/texts';
import { summaryOf } from '#lib/share/screen-words';
import { linkTo, type Place } from '#lib/share/shown';
import { ForeignText } from '../../_components/foreign-text';
import { HeatStrip } from '../../_components/heat-strip';
import { MarkedText } from '../../_components/marked-text';
import { passageAddress } from '../passage-link';
import { PassageMark } from '../passage-mark';
import { OnlyHere } from './only-here';
import styles from './read-view.module.css';
import { Readings } from './readings';

/**
 * Up to this many readings (paragraphs × texts) each paragraph opens in place; beyond it the page would weigh megabytes,
 * so opening a paragraph is a link and only that one is there.
 */
const MOST_IN_PLACE = 240;

/** The reference as the spine; beside each paragraph how many texts carry it, beneath it what they have there. */
export function ReadView({ texts, place }: { texts: Texts; place: Place }) {
  const { headline, pieces } = spineOf(texts);
  const { reference, others } = texts;
  const referenceCopy = sameTextAs(reference.id, texts.comparison);
  const inPlace = pieces.length * others.length <= MOST_IN_PLACE;
  const render = (piece: Piece) => (
    <SpinePiece key={piece.id} texts={texts} place={place} piece={piece} inPlace={inPlace} />
  );
  return (
    <div className={styles.view}>
      <p className={styles.key}>
        <span>
          You read <strong>{texts.referenceName}</strong>
          {referenceCopy === undefined ? '' : `, the same text as ${referenceCopy}`}. The strip tells how many of the
          other complete texts ({carryingOf(texts, 0).of}
          {texts.comparison.copies === undefined ? '' : ', the same text counted once'}) carry a paragraph; open it to
          see theirs.
        </span>{' '}
        <span>
          <span className={styles.keyShared}>Dotted</span>: words both use. <span className={styles.keyNumber}>1</span>{' '}
          a numbered difference, in words below.
        </span>
      </p>
      <article className={styles.spine}>
        {render(headline)}
        {reference.standfirst !== undefined && (
          <ForeignText as="p" language={reference.language} className={styles.standfirst}>
            {reference.standfirst}
          </ForeignText>
        )}
        {pieces.map(render)}
        {pieces.length === 0 && <p className="notice">No paragraph of this text could be read.</p>}
      </article>
      <OnlyHere texts={texts} place={place} />
    </div>
  );
}

type PieceProps = { texts: Texts; place: Place; piece: Piece; inPlace: boolean };

function SpinePiece({ texts, place, piece, inPlace }: PieceProps) {
  const { reference } = texts;
  const isOpen = place.shown.at === piece.index;
  const isHeadline = piece.index < 0;
  const isEmpty = piece.readings.length === 0 && piece.absent.length === 0;
  const shownMarks = inPlace || isOpen ? piece.marks : [];
  const kind = reference.paragraphs[piece.index]?.kind;
  return (
    <div id={piece.id} className={styles.piece}>
      <div className={styles.gutter}>
        {isHeadline ? null : <HeatStrip count={piece.carrying.carried} of={piece.carrying.of} />}
      </div>
      <ForeignText
        as={isHeadline ? 'h2' : kind === 'heading' ? 'h3' : kind === 'quote' ? 'blockquote' : 'p'}
        language={reference.language}
        className={isHeadline ? styles.headline : kind === 'quote' ? styles.quote : styles.text}
      >
        <MarkedText text={piece.text} marks={shownMarks} />{' '}
        <PassageMark
          href={passageAddress(texts, place, { at: piece.index }, piece.id)}
          name={isHeadline ? 'the headline' : `paragraph ${piece.index + 1}`}
        />
      </ForeignText>
      {isEmpty ? null : inPlace ? (
        <details className={styles.details} open={isOpen}>
          <summary>{summaryOf(piece)}</summary>
          <Readings texts={texts} place={place} piece={piece} />
        </details>
      ) : isOpen ? (
        <div className={styles.details} data-open>
          <Link href={linkTo(place, { at: undefined }, piece.id)} scroll={false}>
            Close
          </Link>
          <Readings texts={texts} place={place} piece={piece} />
        </div>
      ) : (
        <Link
          className={styles.details}
          href={linkTo(place, { at: piece.index }, piece.id)}
          scroll={false}
          prefetch={false}
        >
          {summaryOf(piece)}
        </Link>
      )}
    </div>
  );
}
