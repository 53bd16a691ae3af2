import Link from 'next/link';
import type { Other, Texts } from '#lib/comparison/texts';
import { linkTo, type Place, writeShown } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import { AutoSubmit } from '../../_components/auto-submit';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { MarkedText } from '../../_components/marked-text';
import { passageAddress } from '../passage-link';
import { PassageMark } from '../passage-mark';
import { Connectors } from './connectors';
import { DifferenceSteps } from './difference-steps';
import { OutletSteps } from './outlet-steps';
import { pairsOf } from './pairs';
import { Rail } from './rail';
import { Parted, RelinkForms } from './relink-forms';
import { RowNotes } from './row-notes';
import { type Cell, type Row, rowsOf } from './rows';
import styles from './side-view.module.css';

/** The reference and one other text in aligned rows. */
export function SideView({ texts, place }: { texts: Texts; place: Place }) {
  const other = texts.others.find(({ article }) => article.id === place.shown.other) ?? mostDifferent(texts.others);
  if (!other) return <p className="notice">There is no other text to put beside this one.</p>;
  if (!other.pair) {
    return (
      <>
        <Tools texts={texts} place={place} other={other} />
        <p className="notice">
          {other.name} is in another language than {texts.referenceName}, so their paragraphs are not aligned.
        </p>
      </>
    );
  }
  const rows = rowsOf(texts, other);
  const shown = place.shown.onlyDifferences ? rows.filter((row) => row.differences.length > 0) : rows;
  const total = rows.reduce((sum, row) => sum + row.differences.length, 0);
  return (
    <>
      <Tools texts={texts} place={place} other={other} total={total} />
      <div className={styles.frame}>
        <div className={styles.rows}>
          <div className={styles.heads}>
            <h2>
              {texts.referenceName} <QualityFlag quality={texts.reference.quality} />
            </h2>
            <h2>
              {other.name} <QualityFlag quality={other.article.quality} />
            </h2>
          </div>
          {shown.map((row) => (
            <AlignedRow key={row.id} texts={texts} other={other} row={row} place={place} />
          ))}
          <Connectors />
          {isCorrecting(place) && <Parted texts={texts} other={other} place={place} />}
          {shown.length === 0 && (
            <p className="notice">
              No difference of the kinds looked for was found between matched passages of these two texts.
            </p>
          )}
        </div>
        <Rail rows={shown} />
      </div>
    </>
  );
}

/** Unless asked for another: the text with most differences, where there is most to see; of equals the first. */
function mostDifferent(others: readonly Other[]): Other | undefined {
  const differences = ({ pair }: Other) => pair?.wording.differences.filter(({ quiet }) => !quiet).length ?? -1;
  return others.reduce<Other | undefined>(
    (best, each) => (best && differences(best) >= differences(each) ? best : each),
    undefined,
  );
}

function Tools({ texts, place, other, total }: { texts: Texts; place: Place; other: Other; total?: number }) {
  const kept = writeShown({ ...place.shown, other: undefined, at: undefined });
  return (
    <div className={styles.tools}>
      <form method="get" action={place.path} target="_self" className={styles.choose}>
        <AutoSubmit />
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span>{texts.referenceName} beside </span>
          <select name="other" defaultValue={other.article.id} key={other.article.id}>
            {texts.others.map(({ article, name }) => (
              <option key={article.id} value={article.id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Show</button>
      </form>
      <OutletSteps texts={texts} place={place} other={other} />
      {total !== undefined && (
        <>
          <Link
            className="button"
            href={linkTo(place, { other: other.article.id, onlyDifferences: !place.shown.onlyDifferences })}
            scroll={false}
            prefetch={false}
          >
            {place.shown.onlyDifferences ? 'Show everything' : 'Differences only'}
          </Link>
          <UnsureLink place={place} />
          {place.mayCorrect && (
            <Link
              className="button"
              href={linkTo(place, { other: other.article.id, correcting: !place.shown.correcting })}
              scroll={false}
              prefetch={false}
            >
              {place.shown.correcting ? 'Done correcting' : 'Correct matches'}
            </Link>
          )}
          {total > 0 ? (
            <DifferenceSteps key={other.article.id} total={total} />
          ) : (
            <span className="soft">{countOf(total, 'difference')}</span>
          )}
        </>
      )}
    </div>
  );
}

function isCorrecting({ shown, mayCorrect = false }: Place): boolean {
  return shown.correcting && mayCorrect;
}

/** Kinds that are right half the time or less are shown when somebody asks, and the button says so. */
function UnsureLink({ place }: { place: Place }) {
  const { unsure } = place.shown;
  return (
    <Link className="button" href={linkTo(place, { unsure: !unsure })} scroll={false} prefetch={false}>
      {unsure ? 'Without unsure kinds' : 'Also unsure kinds'}
    </Link>
  );
}

type RowProps = { texts: Texts; other: Other; row: Row; place: Place };

function AlignedRow({ texts, other, row, place }: RowProps) {
  const addressOf = (id: string) => passageAddress(texts, place, { other: other.article.id, at: undefined }, id);
  return (
    <section id={row.id} className={styles.row}>
      <div className={styles.cell}>
        <Cells
          side="p"
          other={other}
          cells={row.reference}
          language={texts.reference.language}
          name={texts.referenceName}
          addressOf={addressOf}
        />
        {row.kind === 'other-only' && <Missing row={row} name={texts.referenceName} />}
      </div>
      <div className={styles.cell}>
        <Cells
          side="o"
          other={other}
          cells={row.other}
          language={other.article.language}
          name={other.name}
          addressOf={addressOf}
        />
        {row.kind === 'reference-only' && <Missing row={row} name={other.name} />}
      </div>
      <RowNotes texts={texts} other={other} row={row} addressOf={addressOf} />
      {isCorrecting(place) && <RelinkForms texts={texts} other={other} row={row} place={place} />}
    </section>
  );
}

type CellsProps = {
  side: 'p' | 'o';
  other: Other;
  cells: readonly Cell[];
  language: string | undefined;
  name: string;
  addressOf(id: string): string;
};

function Cells({ side, other, cells, language, name, addressOf }: CellsProps) {
  return (
    <>
      {cells.length > 0 && <p className={styles.small}>{name}</p>}
      {cells.map(({ paragraph, text, marks }) => (
        <ForeignText
          key={paragraph}
          as="p"
          id={cellId(side, paragraph)}
          pairs={pairsOf(
            (other.pair?.alignment.links ?? []).filter(
              (link) => (side === 'p' ? link.reference : link.other) === paragraph,
            ),
          )}
          language={language}
          className={paragraph < 0 ? styles.headline : styles.text}
        >
          <MarkedText text={text} marks={marks} />{' '}
          <PassageMark
            href={addressOf(cellId(side, paragraph))}
            name={`${paragraph < 0 ? 'the headline' : `paragraph ${paragraph + 1}`} of ${name}`}
          />
        </ForeignText>
      ))}
    </>
  );
}

/** Where links lead: `p3` is paragraph 3 of the reference, `o3` of the other text. */
function cellId(side: 'p' | 'o', paragraph: number): string {
  if (paragraph < 0) return side === 'p' ? 'headline' : 'headline-other';
  return `${side}${paragraph}`;
}

function Missing({ row, name }: { row: Row; name: string }) {
  if (row.unmatched) return <p className={styles.missing}>No matching paragraph found in {name}.</p>;
  return (
    <p className={styles.missing}>
      {row.elsewhere.length > 0 ? 'See the note below.' : 'No match is sure enough to show.'}
    </p>
  );
}
