import type { Texts } from '#lib/comparison/texts';
import { countOf } from '#lib/text/count-of';
import type { Comparison, Membership } from '#lib/types';
import type { JudgedCode } from '../../_queries/verdicts';
import { VerdictTable } from './verdict-table';

type Props = { texts: Texts; memberships: readonly Membership[] };

/** What in this comparison is a person's word and not the program's. */
export function Corrections({ texts: { comparison }, memberships }: Props) {
  const { linkCorrections: links = [], verdicts = [] } = comparison;
  const made = links.filter(({ linked }) => linked).length;
  const placed = memberships.filter(({ byHand }) => byHand === 'decided').length;
  return (
    <>
      <h2>What people have said</h2>
      <ul>
        <li>
          Matches of paragraphs: {made} made, {links.length - made} parted by hand.
        </li>
        {memberships.length > 0 && <li>Places in this story decided by hand: {placed}.</li>}
        <li>
          Hits judged: {countOf(verdicts.length, 'hit')}, {verdicts.filter(({ said }) => said === 'right').length}{' '}
          right.
        </li>
      </ul>
      <VerdictTable judged={judgedCodes(comparison)} />
    </>
  );
}

function judgedCodes({ framing, codebooks, verdicts = [] }: Comparison): JudgedCode[] {
  return framing.flatMap(({ codebook: stamp }) => {
    const codebook = codebooks.find(({ id }) => id === stamp.id);
    const own = verdicts.filter((each) => each.codebook === stamp.hash);
    return [...new Set(own.map(({ code }) => code))].map((code) => {
      const said = own.filter((each) => each.code === code);
      const right = said.filter((each) => each.said === 'right').length;
      return {
        key: `${stamp.hash} ${code}`,
        codebook: `${stamp.id} ${stamp.version}`,
        code: codebook === undefined ? code : nameOfCode(codebook, code),
        right,
        wrong: said.length - right,
      };
    });
  });
}

function nameOfCode(
  { frames, concepts }: Pick<Comparison['codebooks'][number], 'frames' | 'concepts'>,
  code: string,
): string {
  const frame = frames.find(({ id }) => id === code);
  if (frame) return frame.label;
  const label = concepts.flatMap(({ labels }) => labels).find(({ id }) => id === code);
  return label ? `“${label.label}”` : code;
}
