import { type Other, type Texts, textAt } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import type { Link } from '#lib/types';
import { HEADLINE } from '#lib/types';
import { relinkNow } from './relink-action';
import styles from './relink-forms.module.css';
import type { Row } from './rows';

type Props = { texts: Texts; other: Other; row: Row; place: Place };

/** Under a row, while matches are being corrected: part what does not belong together, match what does. */
export function RelinkForms({ texts, other, row, place }: Props) {
  if (row.kind === 'headline') return null;
  const isRow = (link: Link) => row.reference.some(({ paragraph }) => paragraph === link.reference);
  const links = [...row.links, ...row.elsewhere.filter(isRow)];
  const back = linkTo(place, { other: other.article.id }, row.id);
  return (
    <div className={styles.forms}>
      {links.map((link) => (
        <Said
          key={`${link.reference} ${link.other}`}
          {...{ texts, other, back, link }}
          said={link.byHand ? 'nothing' : 'no-match'}
        >
          {pairName(texts, other, link)}: {link.byHand ? 'matched by hand. Take it back' : 'not the same passage'}
        </Said>
      ))}
      {row.kind === 'other-only'
        ? row.other.map(({ paragraph }) => (
            <Match key={paragraph} texts={texts} other={other} back={back} from="other" paragraph={paragraph} />
          ))
        : row.reference.map(({ paragraph }) => (
            <Match key={paragraph} texts={texts} other={other} back={back} from="reference" paragraph={paragraph} />
          ))}
    </div>
  );
}

/** Below all rows: pairs that were parted by hand, which no row shows any more. */
export function Parted({ texts, other, place }: Omit<Props, 'row'>) {
  const parted = (texts.comparison.linkCorrections ?? []).filter(
    ({ articleId, linked }) => articleId === other.article.id && !linked,
  );
  if (parted.length === 0) return null;
  const back = linkTo(place, { other: other.article.id });
  return (
    <div className={styles.forms}>
      <p>Parted by hand:</p>
      {parted.map((link) => (
        <Said key={`${link.reference} ${link.other}`} {...{ texts, other, back, link }} said="nothing">
          {pairName(texts, other, link)}: take it back
        </Said>
      ))}
    </div>
  );
}

type Pair = { reference: number; other: number };
type SaidProps = { texts: Texts; other: Other; back: string; link: Pair; said: string; children: React.ReactNode };

function Said({ texts, other, back, link, said, children }: SaidProps) {
  return (
    <form action={relinkNow}>
      <Hidden texts={texts} other={other} back={back} />
      <input type="hidden" name="reference-paragraph" value={link.reference} />
      <input type="hidden" name="other-paragraph" value={link.other} />
      <button type="submit" name="said" value={said}>
        {children}
      </button>
    </form>
  );
}

type MatchProps = { texts: Texts; other: Other; back: string; from: 'reference' | 'other'; paragraph: number };

function Match({ texts, other, back, from, paragraph }: MatchProps) {
  const to = from === 'reference' ? 'other' : 'reference';
  const [name, article] = to === 'other' ? [other.name, other.article] : [texts.referenceName, texts.reference];
  return (
    <form action={relinkNow}>
      <Hidden texts={texts} other={other} back={back} />
      <input type="hidden" name={`${from}-paragraph`} value={paragraph} />
      <label>
        <span>
          Paragraph {paragraph + 1} matches in {name}
        </span>
        <select name={`${to}-paragraph`}>
          {article.paragraphs.map(({ id }, index) => (
            <option key={id} value={index}>
              {index + 1}: {beginning(textAt(article, index))}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" name="said" value="match">
        Match
      </button>
    </form>
  );
}

function Hidden({ texts, other, back }: { texts: Texts; other: Other; back: string }) {
  return (
    <>
      <input type="hidden" name="reference" value={texts.reference.id} />
      <input type="hidden" name="other" value={other.article.id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}

function pairName(texts: Texts, other: Other, { reference, other: there }: Pair): string {
  const here = reference === HEADLINE ? 'headline' : `paragraph ${reference + 1}`;
  return `${here} of ${texts.referenceName} and paragraph ${there + 1} of ${other.name}`;
}

function beginning(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}
