import { type Codebook, HEADLINE } from '#lib/types';
import { readUnit } from './blanking';
import { compileCodebook } from './compile-codebook';
import { isEnough, weighFrame, weightOf } from './frames';
import { type CountedArticle, unitsOf } from './units';

/**
 * The one frame a text is mainly about: the one whose hits weigh most. Of two that weigh the same, the one the codebook names
 * first. Undefined when no frame was found: "none of these" is an answer.
 */
export function mainFrame(article: CountedArticle, codebook: Codebook): string | undefined {
  return heaviest(frameWeights(article, codebook));
}

/**
 * Frame → what its hits weigh in the headline and all sentences that carry it; frames that are not carried are left out. When
 * no sentence carries any frame, what is too weak to count decides, fragments included: half a hint beats a coin for a
 * headline of four words. The codebook's order.
 */
export function frameWeights(article: CountedArticle, codebook: Codebook): Map<string, number> {
  const compiled = compileCodebook(codebook);
  const units = unitsOf(article, codebook.lang).map((unit) => ({ unit, reading: readUnit(compiled, unit) }));
  const carried = new Map<string, number>();
  const hinted = new Map<string, number>();
  for (const frame of compiled.frames) {
    for (const { unit, reading } of units) {
      const matches = weighFrame(compiled, frame, reading);
      if (matches.length === 0) continue;
      const weight = weightOf(matches);
      hinted.set(frame.id, weight + (hinted.get(frame.id) ?? 0));
      if (isEnough(matches) && (unit.counted || unit.paragraph === HEADLINE))
        carried.set(frame.id, weight + (carried.get(frame.id) ?? 0));
    }
  }
  return carried.size > 0 ? carried : hinted;
}

/** The first of the largest values; sums of decimals are compared with a little room. */
export function heaviest(weights: ReadonlyMap<string, number>): string | undefined {
  let found: string | undefined;
  let most = 0;
  for (const [id, weight] of weights) if (weight > most + 1e-9) [found, most] = [id, weight];
  return found;
}
