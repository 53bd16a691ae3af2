import { readFileSync } from 'node:fs';
import { wilson } from '#lib/framing/intervals';
import { findCases, readCaseTexts } from './difference-cases';
import { HALVES, halfOf } from './halves';

/** "a0004 a0078 6:0-120 5:33-140 y": two texts, the places in them, what each reading of the case said. */
type Judged = { kind: string; place: string; verdicts: string };

/** Ids and places only: the texts stay in DIR. */
export const JUDGED: Judged[] = Object.entries(
  JSON.parse(readFileSync(new URL('labels/differences.json', import.meta.url), 'utf8')) as Record<string, string[]>,
).flatMap(([kind, rows]) =>
  rows.map((row) => {
    const [, place = '', verdicts = ''] = /^(\S+ \S+ -?\d+:\d+-\d+ -?\d+:\d+-\d+) ([yn]{1,2})$/.exec(row) ?? [];
    if (place === '') throw new Error(`Not a verdict: ${row}`);
    return { kind, place, verdicts };
  }),
);

/**
 * Precision of the typed differences by hand check: the differences are found anew, and of those that somebody has looked at the share
 * that was right is given with a Wilson interval. A case read twice is right when both readings said so. Halves are by event.
 */
export async function scoreDifferences(dataDir: string): Promise<Record<string, number>> {
  const texts = readCaseTexts(dataDir);
  if (texts.length === 0) return {};
  const verdicts = new Map(JUDGED.map(({ kind, place, verdicts: all }) => [`${kind} ${place}`, !all.includes('n')]));
  const found = findCases(texts).map(({ event, reference, other, difference }) => {
    const span = (at: { paragraph: number; start: number; end: number }) => `${at.paragraph}:${at.start}-${at.end}`;
    const place = `${reference.id} ${other.id} ${span(difference.reference)} ${span(difference.other)}`;
    return { half: halfOf(event), difference, right: verdicts.get(`${difference.kind} ${place}`) };
  });
  const scores: Record<string, number> = {};
  for (const kind of new Set(JUDGED.map((judged) => judged.kind))) {
    const all = found.filter(({ difference }) => difference.kind === kind);
    for (const half of ['all', ...HALVES] as const) {
      const some = all.filter((each) => half === 'all' || each.half === half);
      const judged = some.filter(({ right }) => right !== undefined);
      const k = judged.filter(({ right }) => right).length;
      const { low, high } = wilson(k, judged.length);
      scores[`${kind} [${half}] found`] = some.length;
      scores[`${kind} [${half}] judged`] = judged.length;
      scores[`${kind} [${half}] precision`] = k / Math.max(1, judged.length);
      scores[`${kind} [${half}] low`] = low;
      scores[`${kind} [${half}] high`] = high;
    }
  }
  const twice = JUDGED.filter(({ verdicts: all }) => all.length === 2);
  scores['read twice'] = twice.length;
  scores['read twice, agreed'] = twice.filter(({ verdicts: all }) => all[0] === all[1]).length;
  return scores;
}
