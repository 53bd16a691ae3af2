import type { Other, Texts } from '#lib/comparison/texts';
import type { Link } from '#lib/types';
import { confidenceText } from '../confidence';
import { DifferenceList } from '../difference-list';
import { pairsOf } from './pairs';
import type { Row } from './rows';
import styles from './side-view.module.css';

type Props = { texts: Texts; other: Other; row: Row; addressOf(id: string): string };

/** Beneath a row: how sure the match is, where else its paragraphs match, and the differences in words. */
export function RowNotes({ texts, other, row, addressOf }: Props) {
  const best = row.links.reduce<Link | undefined>(
    (top, link) => (top && top.confidence >= link.confidence ? top : link),
    undefined,
  );
  const hasNotes = best || row.elsewhere.length > 0 || row.differences.length > 0 || row.agreements.length > 0;
  if (!hasNotes) return null;
  return (
    <div className={styles.notes}>
      <p className={styles.match}>
        {best !== undefined && (
          <span>
            <a href={`#o${best.other}`} data-pairs={pairsOf(row.links)}>
              {confidenceText(best)}
            </a>
            {row.verbatim && ', nearly word for word: words of one side only are marked'}
          </span>
        )}
        {row.moved && <span className={styles.moved}>↕ stands elsewhere in {other.name}’s order</span>}
        {row.elsewhere.map((link) => (
          <Elsewhere key={`${link.reference} ${link.other}`} link={link} row={row} other={other} texts={texts} />
        ))}
      </p>
      <DifferenceList
        texts={texts}
        other={other}
        differences={row.differences}
        agreements={row.agreements}
        addressOf={addressOf}
      />
    </div>
  );
}

function Elsewhere({ link, row, other, texts }: Pick<Props, 'texts' | 'other' | 'row'> & { link: Link }) {
  const fromHere = row.reference.some(({ paragraph }) => paragraph === link.reference);
  const name = fromHere ? other.name : texts.referenceName;
  const paragraph = fromHere ? link.other : link.reference;
  return (
    <span>
      also{' '}
      <a href={`#${fromHere ? 'o' : 'p'}${paragraph}`} target="_self" data-pairs={pairsOf([link])}>
        paragraph {paragraph + 1} of {name}
      </a>{' '}
      ({confidenceText(link)})
    </span>
  );
}
