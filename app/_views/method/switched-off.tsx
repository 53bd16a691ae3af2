import type { Texts } from '#lib/comparison/texts';
import { ENOUGH_WORDS } from '#lib/framing/keyness';
import { ENOUGH_ARTICLES } from '#lib/framing/statistics';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import { UNSURE_KINDS } from '#lib/types';
import { filterWords } from '../framing/chart-facts';

/** What this comparison could have shown and does not, each with why. */
export function SwitchedOff({ texts: { comparison }, place }: { texts: Texts; place: Place }) {
  const { settings, codebooks, articles, copies = [], pairs } = comparison;
  const { shown } = place;
  const perOutlet = new Map<string, number>();
  for (const { outletId } of articles) perOutlet.set(outletId, 1 + (perOutlet.get(outletId) ?? 0));
  const enough = [...perOutlet.values()].filter((count) => count >= ENOUGH_ARTICLES).length;
  const exploratory = codebooks.flatMap(({ frames }) => frames.filter((frame) => frame.exploratory));
  const incomplete = articles.filter(({ quality }) => quality.status !== 'full').length;
  const unsure = pairs.flatMap(({ wording }) => wording.differences).filter(({ kind }) => UNSURE_KINDS.includes(kind));
  return (
    <>
      <h2>What is switched off</h2>
      <ul>
        <li>
          {countOf(incomplete, 'text')} of {articles.length} not complete:{' '}
          {settings.includePartial
            ? 'counted all the same, because you include such texts'
            : 'kept out of gaps and counts'}
          .
        </li>
        {copies.length > 0 && (
          <li>{countOf(copies.length, 'text')} that repeat another’s nearly word for word: counted with it, once.</li>
        )}
        <li>
          Differences of kinds that are right about as often as not: {unsure.length} found,{' '}
          {shown.unsure ? 'shown because you ask for them' : 'not shown'}.
        </li>
        {exploratory.length > 0 && (
          <li>
            Frames that people disagree about: {exploratory.map(({ label }) => label).join(', ')}. Folded away, and
            never the first thing shown.
          </li>
        )}
        <li>
          Intervals and tests of differences: {enough < 2 ? 'off' : 'on'}; they need {ENOUGH_ARTICLES} articles of each
          of two outlets, and {enough} of {perOutlet.size} have them here. With two to four articles the interval is
          rough.
        </li>
        <li>
          Words one outlet uses more: listed only from {ENOUGH_ARTICLES} articles and{' '}
          {ENOUGH_WORDS.toLocaleString('en')} content words on each side.
        </li>
        <li>Codebooks that say what they are about are used only where that stands early in half of the texts.</li>
        <li>What is counted now: {filterWords(shown)}.</li>
      </ul>
    </>
  );
}
