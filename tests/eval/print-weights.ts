import { readPairs, readStrangers } from './alignment-pairs';
import { fitModels, measure } from './fit-alignment';

/** `npx tsx tests/eval/print-weights.ts DIR`: the weights of lib/alignment/weights.ts, fitted on every labelled pair in DIR. */
const dataDir = process.argv[2] ?? '';
const { first, second } = fitModels([...readPairs(dataDir), ...readStrangers(dataDir)].map(measure));
const rounded = (weights: Record<string, number>) =>
  Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Number(weight.toPrecision(4))]));
for (const model of [first, second])
  process.stdout.write(
    `${JSON.stringify({ bias: Number(model.bias.toPrecision(4)), weights: rounded(model.weights) })}\n`,
  );
