import { CUTS as ALIGNMENT } from '#lib/alignment/weights';
import { LENGTH_PARITY } from '#lib/comparison/absence';
import { CUTS as WORDING } from '#lib/diff/thresholds';
import { SOFTWARE } from '#lib/software';
import type { Comparison } from '#lib/types';

/** The thresholds in words, with the numbers the program itself uses. */
export function Rules({ comparison }: { comparison: Pick<Comparison, 'software'> }) {
  const { version } = comparison.software;
  return (
    <>
      <h2>The rules</h2>
      <ul>
        <li>
          Two paragraphs are a <em>strong match</em> from a confidence of {hundredths(ALIGNMENT.strong)} and a{' '}
          <em>possible match</em> from {hundredths(ALIGNMENT.possible)}. Only below {hundredths(ALIGNMENT.none)} does a
          paragraph have “no matching paragraph found”; between the two nothing is said. A paragraph may match up to{' '}
          {ALIGNMENT.perParagraph} others.
        </li>
        <li>
          Absence is judged only in complete texts of at least {hundredths(LENGTH_PARITY)} of the median length: a
          shorter one had no room for everything.
        </li>
        <li>
          Shared words are runs of at least {WORDING.sharedRun} words that both passages use, in any order. Single added
          and removed words are shown only where passages are nearly word for word the same (
          {hundredths(WORDING.verbatimContainment)} of the words and {hundredths(WORDING.verbatimOrder)} of their
          order).
        </li>
        <li>
          Quotations are compared from {WORDING.quotation.words} words on. A different figure is often an update: look
          at both times of publication.
        </li>
        <li>
          Frames are counted by sentence, labels by mention; each is own words, attributed or quoted. One article per
          outlet is a complete count without an interval.
        </li>
      </ul>
      <p>
        Made by Synoptic {version}.
        {version !== SOFTWARE.version &&
          ` The rules above are those of version ${SOFTWARE.version}, which shows it now.`}
      </p>
    </>
  );
}

function hundredths(share: number): string {
  return `${Math.round(100 * share)} %`;
}
