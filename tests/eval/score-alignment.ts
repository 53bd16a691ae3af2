import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { CUTS } from '#lib/alignment/weights';
import { wilson } from '#lib/framing/intervals';
import { BASELINES } from './alignment-baselines';
import {
  averagePrecision,
  bootstrap,
  f1,
  goldOf,
  kappa,
  precision,
  type Question,
  recall,
  type Scored,
  talliesAtForeignCuts,
  tally,
} from './alignment-metrics';
import { LABELS, type LabelledPair, parseLinks, readNewsroom, readPairs, readStrangers } from './alignment-pairs';
import { crossValidate, fitModels, type Measured, measure, scoreWith } from './fit-alignment';
import { scoreMeaning } from './score-meaning';

type Scores = Record<string, number>;

/**
 * `npm run eval -- --data DIR --stage align`: baselines and our aligner in one run.
 *
 * Ours is never scored on a pair it was fitted on: models are fitted again, ten times, each without one tenth of the groups
 * (`outlets`, `newsroom`, `summary`), and once without any held-out pair (`held-out`). F1 is at the cut that is best on the other
 * pairs, for every method alike; intervals resample pairs. `shipped` lines score `alignParagraphs` as it stands, whose
 * weights have seen all these pairs: they show that it is the model measured, not how good it is.
 */
export async function scoreAlignment(dataDir: string): Promise<Scores> {
  const pairs = [...readPairs(dataDir), ...readStrangers(dataDir)].map(measure);
  if (pairs.length === 0) return {};
  const known = pairs.filter(({ pair }) => pair.split === 'development');
  const unseen = pairs.filter(({ pair }) => pair.split === 'held-out');
  const validated = crossValidate(known);
  const models = fitModels(known);
  const heldOut = unseen.map((each) => scoreWith(models, each));
  const news = validated.filter(({ pair }) => isNews(pair));
  const scores: Scores = { ...agreement() };
  const sets: [string, readonly Measured[], readonly Scored[]][] = [
    ...(['outlets', 'newsroom', 'summary'] as const).map((set): [string, Measured[], Scored[]] => [
      set,
      known.filter(({ pair }) => pair.set === set),
      validated.filter(({ pair }) => pair.set === set),
    ]),
    ['outlets+newsroom', known.filter(({ pair }) => isNews(pair)), news],
    ['held-out', unseen, heldOut],
  ];
  for (const [name, measured, ours] of sets) if (ours.length > 0) Object.assign(scores, compare(name, measured, ours));
  Object.assign(scores, calibration('outlets+newsroom', news), calibration('held-out', heldOut));
  Object.assign(scores, calibration('all news', [...news, ...heldOut]));
  for (const [name, scored] of [
    ['outlets+newsroom', news],
    ['held-out', heldOut],
    ['all news', [...news, ...heldOut]],
  ] as const)
    Object.assign(scores, atShippedCuts(name, scored), absence(name, scored));
  const summaries = validated.filter(({ pair }) => pair.set === 'summary');
  Object.assign(scores, await scoreMeaning({ 'outlets+newsroom': news, 'held-out': heldOut, summary: summaries }));
  Object.assign(scores, shipped(known), unrelated(dataDir));
  return scores;
}

function compare(name: string, measured: readonly Measured[], ours: readonly Scored[]): Scores {
  const methods: Record<string, readonly Scored[]> = {
    ...Object.fromEntries(Object.entries(BASELINES).map(([method, score]) => [method, measured.map(score)])),
    ours,
  };
  const questions: Question[] = name === 'summary' ? ['yes'] : ['yes', 'any'];
  const scores: Scores = {};
  for (const question of questions) {
    const tallies = Object.fromEntries(
      Object.entries(methods).map(([method, scored]) => [method, talliesAtForeignCuts(scored, question)]),
    );
    for (const [method, scored] of Object.entries(methods)) {
      const own = tallies[method] ?? [];
      const { low, high } = bootstrap(own.length, (drawn) => f1(drawn.flatMap((at) => own[at] ?? [])));
      scores[`${name} ${question} ${method} F1`] = f1(own);
      scores[`${name} ${question} ${method} F1 low`] = low;
      scores[`${name} ${question} ${method} F1 high`] = high;
      scores[`${name} ${question} ${method} AP`] = averagePrecision(scored, question);
      process.stderr.write(
        `${`${name} ${question} ${method}`.padEnd(36)} F1 ${f1(own).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]  AP ${averagePrecision(scored, question).toFixed(3)}\n`,
      );
    }
    Object.assign(scores, gain(name, question, methods, tallies));
  }
  return scores;
}

function isNews({ set }: LabelledPair): boolean {
  return set === 'outlets' || set === 'newsroom';
}

type Tallies = ReturnType<typeof talliesAtForeignCuts>;

/** Ours minus the recommended model, the same pairs drawn for both. */
function gain(
  name: string,
  question: Question,
  methods: Record<string, readonly Scored[]>,
  tallies: Record<string, Tallies>,
): Scores {
  const [ours = [], theirs = []] = [tallies.ours, tallies.recommended];
  const [own = [], other = []] = [methods.ours, methods.recommended];
  const pick = <T>(from: readonly T[], drawn: number[]) => drawn.flatMap((at) => from[at] ?? []);
  const f = bootstrap(ours.length, (drawn) => f1(pick(ours, drawn)) - f1(pick(theirs, drawn)));
  const ap = bootstrap(
    own.length,
    (drawn) => averagePrecision(pick(own, drawn), question) - averagePrecision(pick(other, drawn), question),
    200,
  );
  const [f1Gain, apGain] = [f1(ours) - f1(theirs), averagePrecision(own, question) - averagePrecision(other, question)];
  process.stderr.write(
    `${`${name} ${question} ours minus recommended`.padEnd(36)} F1 ${f1Gain.toFixed(3)} [${f.low.toFixed(3)}, ${f.high.toFixed(3)}]  AP ${apGain.toFixed(3)} [${ap.low.toFixed(3)}, ${ap.high.toFixed(3)}]\n`,
  );
  return {
    [`${name} ${question} gain F1`]: f1Gain,
    [`${name} ${question} gain F1 low`]: f.low,
    [`${name} ${question} gain F1 high`]: f.high,
    [`${name} ${question} gain AP`]: apGain,
    [`${name} ${question} gain AP low`]: ap.low,
    [`${name} ${question} gain AP high`]: ap.high,
  };
}

/** Agreement of the two readings of the newsroom pairs, made by one reader, the second from the other article's side. */
function agreement(): Scores {
  const cells: [string, string][] = LABELS.pairs.flatMap(({ first, second }) => {
    const [a, b] = [parseLinks(first), parseLinks(second)];
    return [...new Set([...a.keys(), ...b.keys()])].map((cell): [string, string] => [
      a.get(cell) ?? 'none',
      b.get(cell) ?? 'none',
    ]);
  });
  const both = (of: (kind: string) => boolean) =>
    (2 * cells.filter(([a, b]) => of(a) && of(b)).length) /
    Math.max(1, cells.filter(([a]) => of(a)).length + cells.filter(([, b]) => of(b)).length);
  return {
    'labels: pairs read twice': LABELS.pairs.length,
    'labels: F1 between readings, yes': both((kind) => kind === 'full'),
    'labels: F1 between readings, any': both((kind) => kind !== 'none'),
    'labels: kappa of the kind where either linked': kappa(cells),
  };
}

/**
 * Ten bins of confidence: how many cells, what they say, how often they are links of any kind. A bin of eighteen cells is off by .15 one
 * time in five when every confidence in it is right, so each comes with its 95 % interval, and what lies outside is counted.
 */
function calibration(name: string, scored: readonly Scored[]): Scores {
  const scores: Scores = {};
  let [worst, outside, widest] = [0, 0, 0];
  for (let bin = 0; bin < 10; bin++) {
    const cells = scored
      .flatMap(({ pair, cells }) => cells.map((cell) => ({ p: cell.confidence, right: goldOf(pair, cell) !== 'none' })))
      .filter(({ p }) => Math.min(9, Math.floor(10 * p)) === bin);
    if (cells.length === 0) continue;
    const said = cells.reduce((sum, { p }) => sum + p, 0) / cells.length;
    const links = cells.filter(({ right }) => right).length;
    const seen = links / cells.length;
    const { low, high } = wilson(links, cells.length);
    if (said < low || said > high) outside++;
    widest = Math.max(widest, (high - low) / 2);
    worst = Math.max(worst, Math.abs(said - seen));
    process.stderr.write(
      `${name} confidence .${bin}: ${cells.length} cells, said ${said.toFixed(3)}, links ${seen.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]\n`,
    );
    scores[`${name} bin ${bin} cells`] = cells.length;
    scores[`${name} bin ${bin} said`] = said;
    scores[`${name} bin ${bin} seen`] = seen;
  }
  return {
    ...scores,
    [`${name} worst bin`]: worst,
    [`${name} bins outside their interval`]: outside,
    [`${name} widest half interval`]: widest,
  };
}

function atShippedCuts(name: string, scored: readonly Scored[]): Scores {
  const scores: Scores = {};
  for (const cut of [CUTS.possible, CUTS.strong]) {
    for (const question of ['yes', 'any'] as const) {
      const tallies = scored.map((each) => tally(each, cut, question));
      scores[`${name} ${question} @${cut} P`] = precision(tallies);
      scores[`${name} ${question} @${cut} R`] = recall(tallies);
      scores[`${name} ${question} @${cut} F1`] = f1(tallies);
    }
  }
  return scores;
}

/** Of the paragraphs said to have no matching paragraph, on either side: the share without a full link, and without any. */
function absence(name: string, scored: readonly Scored[]): Scores {
  const counts = { shown: 0, noFull: 0, noLink: 0, withoutLink: 0 };
  for (const { pair, cells } of scored) {
    for (const side of ['reference', 'other'] as const) {
      const best = new Map<number, number>();
      for (const cell of cells) best.set(cell[side], Math.max(best.get(cell[side]) ?? 0, cell.confidence));
      for (const [index, confidence] of best) {
        const own = [...pair.links].filter(([key]) => Number(key.split(' ')[side === 'reference' ? 0 : 1]) === index);
        if (own.length === 0) counts.withoutLink++;
        if (confidence >= CUTS.none) continue;
        counts.shown++;
        if (!own.some(([, kind]) => kind === 'full')) counts.noFull++;
        if (own.length === 0) counts.noLink++;
      }
    }
  }
  return {
    [`${name} unmatched shown`]: counts.shown,
    [`${name} unmatched without yes link`]: counts.noFull / Math.max(1, counts.shown),
    [`${name} unmatched without any link`]: counts.noLink / Math.max(1, counts.shown),
    [`${name} unmatched recall`]: counts.noLink / Math.max(1, counts.withoutLink),
  };
}

function shipped(known: readonly Measured[]): Scores {
  const links = (pair: LabelledPair) => alignParagraphs(pair.reference, pair.other).links;
  const scored = known.filter(({ pair }) => isNews(pair)).map(({ pair }): Scored => ({ pair, cells: links(pair) }));
  return {
    'shipped outlets+newsroom yes F1, fitted on them': f1(scored.map((each) => tally(each, CUTS.strong, 'yes'))),
    'shipped outlets+newsroom any F1, fitted on them': f1(scored.map((each) => tally(each, CUTS.possible, 'any'))),
  };
}

/** Articles of different events of the same days: every link is a stray. */
function unrelated(dataDir: string): Scores {
  const articles = readNewsroom(dataDir).articles.filter(({ event }) => event !== null);
  const counts = { pairs: 0, strong: 0, possible: 0 };
  for (const [at, article] of articles.entries()) {
    // The third article after it is of another event.
    const other = articles.slice(at + 3).find(({ event }) => event !== article.event);
    if (!other) continue;
    const { links } = alignParagraphs(article.paragraphs, other.paragraphs);
    counts.pairs++;
    counts.possible += links.length;
    counts.strong += links.filter((link) => link.tier === 'strong').length;
  }
  if (counts.pairs === 0) return {};
  return {
    'unrelated pairs': counts.pairs,
    'unrelated strong links a pair': counts.strong / counts.pairs,
    'unrelated links a pair': counts.possible / counts.pairs,
  };
}
