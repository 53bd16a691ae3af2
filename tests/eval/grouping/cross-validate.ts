import { averageLink, type Scored } from '#lib/story/average-link';
import { CUTS as JOINS, LOWEST_LOG_ODDS } from '#lib/story/thresholds';
import { type Agreement, added, agreementOf, measuresOf, NONE } from './agreement';
import { type Batch, learn, scoresUnder, type Table } from './examples';
import { FOLDS } from './views';

/** Mean log-odds tried as the cut. */
export const CUTS = [-1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.5];

/** A held-out article in its group: mean log-odds towards the others, and whether at least half of them are of its event. */
export type Placement = { meanLogOdds: number; right: boolean };

/** `offers`: towards each group the article was not put into, when nearer than OFFERED. */
export type Validated = {
  scores: Record<string, number>[];
  cuts: number[];
  placements: Placement[];
  offers: Placement[];
};

const OFFERED = -3;

/**
 * Five folds over events. The model of a fold has seen no pair with an article of the fold's events. It groups every batch
 * whole, with all look-alikes in it, and only the fold's own articles are counted: nothing is easier than in use.
 * The fold's cut is chosen on the articles it has seen.
 *
 * @param pick the place in CUTS to use, from sums of every view at each of them.
 * @returns measures of every view at each of CUTS, and last at the chosen cuts; those cuts; placements at the product's own cut.
 */
export function crossValidate(table: Table, pick: (sums: ReadonlyMap<string, Agreement>[]) => number): Validated {
  const held = [...CUTS, 'chosen'].map(() => new Map<string, Agreement>());
  const cuts: number[] = [];
  const placements: Placement[] = [];
  const offers: Placement[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learn(table, fold);
    const seen = CUTS.map(() => new Map<string, Agreement>());
    const out = CUTS.map(() => new Map<string, Agreement>());
    for (const batch of table.batches) {
      const pairs = scoresUnder(table, model, batch);
      const truth = batch.articles.map((article) => article.event);
      const isHeld = (item: number) => batch.articles[item]?.fold === fold;
      const labelsAt = (cut: number) =>
        averageLink(truth.length, pairs, { cut, rise: JOINS.rise, floor: LOWEST_LOG_ODDS });
      for (const [at, cut] of CUTS.entries()) {
        const labels = labelsAt(cut);
        add(out[at], batch.view, agreementOf(labels, truth, isHeld));
        add(
          seen[at],
          batch.view,
          agreementOf(labels, truth, (item) => !isHeld(item)),
        );
      }
      const towards = placementsIn(batch, pairs, labelsAt(JOINS.join), isHeld);
      placements.push(...towards.filter((each) => each.joined));
      offers.push(...towards.filter((each) => !each.joined && each.meanLogOdds > OFFERED));
    }
    const chosen = pick(seen);
    cuts.push(CUTS[chosen] ?? 0);
    for (const [at, sums] of [...out, out[chosen] ?? new Map()].entries()) {
      for (const [view, each] of sums) add(held[at], view, each);
    }
  }
  const scores = held.map((sums) => Object.assign({}, ...[...sums].map(([view, each]) => measuresOf(view, each))));
  return { cuts, scores, placements, offers };
}

/** Each held-out article with each group that it has a scored pair with. */
function placementsIn(
  { articles }: Batch,
  pairs: readonly Scored[],
  labels: readonly number[],
  isHeld: (item: number) => boolean,
): (Placement & { joined: boolean })[] {
  const members = new Map<number, number[]>();
  for (const [item, label] of labels.entries()) members.set(label, [...(members.get(label) ?? []), item]);
  const sums = new Map<number, Map<number, { sum: number; count: number }>>();
  const note = (item: number, other: number, score: number) => {
    if (!isHeld(item)) return;
    const byGroup = sums.get(item) ?? new Map<number, { sum: number; count: number }>();
    const { sum, count } = byGroup.get(labels[other] ?? other) ?? { sum: 0, count: 0 };
    sums.set(item, byGroup.set(labels[other] ?? other, { sum: sum + score, count: count + 1 }));
  };
  for (const { a, b, score } of pairs) {
    note(a, b, score);
    note(b, a, score);
  }
  return [...sums].flatMap(([item, byGroup]) =>
    [...byGroup].map(([label, { sum, count }]) => {
      const others = (members.get(label) ?? []).filter((other) => other !== item);
      const own = others.filter((other) => articles[other]?.event === articles[item]?.event);
      return {
        joined: labels[item] === label,
        meanLogOdds: (sum + (others.length - count) * LOWEST_LOG_ODDS) / others.length,
        right: own.length * 2 >= others.length,
      };
    }),
  );
}

function add(sums: Map<string, Agreement> | undefined, view: string, more: Agreement): void {
  sums?.set(view, added(sums.get(view) ?? NONE, more));
}
