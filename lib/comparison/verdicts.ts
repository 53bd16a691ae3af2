import { type Interval, wilson } from '../framing/intervals';
import type { Comparison, Hit, Verdict } from '../types';

/**
 * The comparison with what readers said of its hits. Verdicts of places that are no hit here (another codebook, a text that
 * is not compared) are left out. They change no count, so a comparison computed before is used as it is.
 */
export function withVerdicts(comparison: Comparison, verdicts: readonly Verdict[]): Comparison {
  const { verdicts: _before, ...rest } = comparison;
  const hits = new Set(
    comparison.framing.flatMap(({ codebook, articles }) =>
      articles.flatMap(({ articleId, hits }) =>
        hits.map((hit) => keyOf({ articleId, codebook: codebook.hash, ...hit })),
      ),
    ),
  );
  const kept = verdicts.filter((verdict) => hits.has(keyOf(verdict))).sort(byPlace);
  return kept.length === 0 ? rest : { ...rest, verdicts: kept };
}

type HitPlace = Omit<Verdict, 'said'>;

function keyOf({ articleId, codebook, code, paragraph, start, end }: HitPlace): string {
  return JSON.stringify([articleId, codebook, code, paragraph, start, end]);
}

function byPlace(a: Verdict, b: Verdict): number {
  const [one, two] = [keyOf(a), keyOf(b)];
  return one < two ? -1 : one > two ? 1 : 0;
}

/** What was said of one hit, if anything. */
export function verdictOf(
  verdicts: readonly Verdict[],
  codebook: string,
  articleId: string,
  hit: Pick<Hit, 'code' | 'paragraph' | 'start' | 'end'>,
): Verdict['said'] | undefined {
  return verdicts.find(
    (each) =>
      each.articleId === articleId &&
      each.codebook === codebook &&
      each.code === hit.code &&
      each.paragraph === hit.paragraph &&
      each.start === hit.start &&
      each.end === hit.end,
  )?.said;
}

export type Precision = { right: number; checked: number; interval: Interval };

/** How many of the hits a reader looked at are right, with Wilson's interval; undefined while none was looked at. */
export function precisionOf(
  verdicts: readonly Verdict[],
  codebook: string,
  codes: readonly string[],
): Precision | undefined {
  const own = verdicts.filter((each) => each.codebook === codebook && codes.includes(each.code));
  return precision(own.filter(({ said }) => said === 'right').length, own.length);
}

export function precision(right: number, checked: number): Precision | undefined {
  return checked === 0 ? undefined : { right, checked, interval: wilson(right, checked) };
}

/** "12 of 14 checked hits right, 60–96 %". */
export function precisionWords({ right, checked, interval }: Precision): string {
  const whole = (share: number) => Math.round(100 * share);
  const hits = checked === 1 ? 'hit' : 'hits';
  return `${right} of ${checked} checked ${hits} right, ${whole(interval.low)}–${whole(interval.high)} %`;
}
