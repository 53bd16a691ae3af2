import { BESIDE } from '#lib/story/context';
import { offeredLogOdds } from '#lib/story/rating';
import { FEATURES } from '#lib/story/similarity';
import { type Agreement, measuresOf } from './agreement';
import { CUTS, crossValidate, type Placement } from './cross-validate';
import { learn, type Table, tableOf } from './examples';
import { type Fitted, fitLogistic } from './logistic';
import { labelledSets, viewsOf } from './views';

/**
 * Learns the weights of lib/story/weights.ts anew: writes them to standard output, as they would stand there, and gives measures
 * of every view on events held out.
 */
export async function fitGrouping(dataDir: string): Promise<Record<string, number>> {
  return fitTable(await tableOf(viewsOf(labelledSets(dataDir))));
}

export function fitTable(table: Table): Record<string, number> {
  const { scores, cuts, placements, offers } = crossValidate(table, highestWorthwhileCut);
  const { first, second } = learn(table, undefined);
  process.stdout.write(`${written('FIRST', FEATURES, first)} satisfies FirstWeights;\n\n`);
  process.stdout.write(`${written('SECOND', [...FEATURES, ...BESIDE], second)} satisfies SecondWeights;\n\n`);
  const levelled = offers.map((each) => ({ ...each, meanLogOdds: offeredLogOdds(each.meanLogOdds) }));
  for (const [name, each] of [['JOINED', placements] as const, ['OFFERED', levelled] as const]) {
    process.stdout.write(`${written(name, ['slope'], calibrated(each))} satisfies Calibration;\n\n`);
  }
  const byCut = CUTS.flatMap((cut, at) =>
    Object.entries(scores[at] ?? {})
      .filter(([name]) => / (?:pairwise (?:P|F1)|b-cubed F1)$/.test(name))
      .map(([name, value]) => [`held out at ${cut}: ${name}`, value]),
  );
  return Object.fromEntries([
    ...Object.entries(scores.at(-1) ?? {}).map(([name, value]) => [`held out: ${name}`, value]),
    ...byCut,
    ...cuts.map((cut, fold) => [`cut of fold ${fold}`, cut]),
    ...reliability('placements', placements),
    ...reliability('offers', levelled),
  ]);
}

/** What precision may cost in mean pairwise F1 over the sets as they are. */
const PRICE = 0.02;

/** The highest cut that costs no more than PRICE against the best: a wrong member claims a report that does not exist. */
function highestWorthwhileCut(sums: ReadonlyMap<string, Agreement>[]): number {
  const worth = sums.map((each) => {
    const sets = [...each].filter(([view]) => !view.includes(','));
    const f1 = sets.map(([view, one]) => measuresOf(view, one)[`${view} pairwise F1`] ?? 0);
    return f1.reduce((sum, one) => sum + one, 0) / sets.length;
  });
  const least = Math.max(...worth) - PRICE;
  return worth.findLastIndex((each) => each >= least);
}

/** Mean log-odds of a held-out placement → chance that it is right (Platt 1999). */
function calibrated(placements: readonly Placement[]): Fitted {
  const examples = {
    values: Float32Array.from(placements, (each) => each.meanLogOdds),
    width: 1,
    yes: Uint8Array.from(placements, (each) => Number(each.right)),
    weight: new Float32Array(placements.length).fill(1),
  };
  return fitLogistic(examples, Int32Array.from(placements.keys()), 1);
}

/** How often placements of each confidence were right; out of sample but for the two numbers of the calibration itself. */
function reliability(what: string, placements: readonly Placement[]): [string, number][] {
  const { bias, weights } = calibrated(placements);
  const confidence = (each: Placement) => 1 / (1 + Math.exp(-(bias + (weights[0] ?? 0) * each.meanLogOdds)));
  return [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95].flatMap((from, at, all): [string, number][] => {
    const some = placements.filter((each) => confidence(each) >= from && confidence(each) < (all[at + 1] ?? 2));
    const right = some.filter((each) => each.right).length / (some.length || 1);
    return [
      [`${what} of confidence ${from} and more`, some.length],
      [`of these ${what} right, from ${from}`, right],
    ];
  });
}

function written(name: string, columns: readonly string[], { bias, weights }: Fitted): string {
  const lines = [['bias', bias], ...columns.map((column, at) => [column, weights[at] ?? 0])] as const;
  return `export const ${name} = {\n${lines.map(([column, weight]) => `  ${column}: ${Number(weight).toFixed(4)},`).join('\n')}\n}`;
}
