import Link from 'next/link';
import type { Piece, Reading } from '#lib/comparison/spine';
import type { Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import { CopyFlag, QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { MarkedText } from '../../_components/marked-text';
import { Confidence } from '../confidence';
import { DifferenceList } from '../difference-list';
import { passageAddress } from '../passage-link';
import { PassageMark } from '../passage-mark';
import styles from './readings.module.css';

/** What every other text has at one paragraph of the reference, and in which no matching paragraph was found. */
export function Readings({ texts, place, piece }: { texts: Texts; place: Place; piece: Piece }) {
  const silent = texts.others.filter(
    (other) => !other.judged && !piece.readings.some((reading) => reading.other === other),
  );
  return (
    <div className={styles.readings}>
      <div className={styles.outlets}>
        {piece.readings.map((reading, at) => (
          <OneReading
            key={reading.other.article.id}
            texts={texts}
            place={place}
            piece={piece}
            reading={reading}
            beside={[piece.readings[at - 1], piece.readings[at + 1]]}
          />
        ))}
      </div>
      {piece.absent.length > 0 && (
        <p>
          No matching paragraph found in {piece.absent.length} of {countOf(piece.carrying.judged, 'text')}:{' '}
          {piece.absent.map((other) => other.name).join(', ')}.
        </p>
      )}
      {piece.index >= 0 && silent.length > 0 && (
        <p className="soft">
          Nothing is said about {silent.map((other) => other.name).join(', ')}: not complete, too short or in another
          language.
        </p>
      )}
    </div>
  );
}

type Neighbour = Reading | undefined;
type Props = { texts: Texts; place: Place; piece: Piece; reading: Reading; beside: [Neighbour, Neighbour] };

function OneReading({ texts, place, piece, reading, beside }: Props) {
  const { other, passages, differences, agreements } = reading;
  const { article, name } = other;
  const addressOf = (id: string) => passageAddress(texts, place, { at: piece.index }, id);
  const idOf = (paragraph: number) => `${piece.id}-${article.id}-${paragraph}`;
  return (
    <div className={styles.reading} id={readingId(piece, reading)}>
      <Steps piece={piece} beside={beside} />
      <h3 className={styles.name}>
        <Link href={linkTo(place, { view: 'side', other: article.id, at: undefined }, piece.id)} prefetch={false}>
          {name}
        </Link>{' '}
        <QualityFlag quality={article.quality} /> <CopyFlag of={other.copyOf} />
      </h3>
      {passages.map((passage) => (
        <div key={passage.paragraph}>
          <ForeignText
            as="blockquote"
            language={article.language}
            className={styles.passage}
            id={idOf(passage.paragraph)}
          >
            <MarkedText text={passage.text} marks={passage.marks} />
          </ForeignText>
          <p className={styles.match}>
            {passage.paragraph < 0 ? 'Headline' : `Paragraph ${passage.paragraph + 1}`}
            {piece.index < 0 && passage.paragraph < 0 ? null : (
              <>
                , <Confidence link={passage.link} />
              </>
            )}{' '}
            <PassageMark href={addressOf(idOf(passage.paragraph))} name={`this passage of ${name}`} />
          </p>
        </div>
      ))}
      <DifferenceList
        texts={texts}
        other={other}
        differences={differences}
        agreements={agreements}
        addressOf={addressOf}
      />
    </div>
  );
}

function readingId(piece: Piece, { other }: Reading): string {
  return `${piece.id}-in-${other.article.id}`;
}

/** On a phone one outlet is in sight at a time: a swipe or these go to the next. They are links, so they need no script. */
function Steps({ piece, beside: [before, after] }: { piece: Piece; beside: [Neighbour, Neighbour] }) {
  if (!before && !after) return null;
  return (
    <p className={styles.steps}>
      {before && (
        <a href={`#${readingId(piece, before)}`}>
          <span aria-hidden="true">‹</span> {before.other.name}
        </a>
      )}
      {after && (
        <a href={`#${readingId(piece, after)}`} className={styles.next}>
          {after.other.name} <span aria-hidden="true">›</span>
        </a>
      )}
    </p>
  );
}
