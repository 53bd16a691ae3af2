import { parseArgs } from 'node:util';
import { scoreAlignment } from './score-alignment';
import { scoreCorrections } from './score-corrections';
import { scoreDifferences } from './score-differences';
import { scoreExtraction } from './score-extraction';
import { scoreFeeds } from './score-feeds';
import { scoreFraming } from './score-framing';
import { scoreGrouping } from './score-grouping';
import { scoreQuality } from './score-quality';

/**
 * `npm run eval -- --data DIR [--stage NAME]`: every stage against labelled data; JSON a line on standard output.
 * `--stage group --fit` learns the weights of grouping anew and validates them on events held out;
 * `--stage group --shuffles 5` groups again in five other orders.
 */
const STAGES: Record<string, (dataDir: string) => Promise<Record<string, number>>> = {
  feed: scoreFeeds,
  extract: scoreExtraction,
  quality: scoreQuality,
  group: (dataDir) => scoreGrouping(dataDir, { fit: values.fit, shuffles: Number(values.shuffles) }),
  align: scoreAlignment,
  diff: scoreDifferences,
  frame: scoreFraming,
  corrections: scoreCorrections,
};

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    stage: { type: 'string' },
    fit: { type: 'boolean', default: false },
    shuffles: { type: 'string', default: '0' },
  },
});
if (values.data === undefined) {
  process.stderr.write(
    'Usage: npm run eval -- --data DIR [--stage feed|extract|quality|group|align|diff|frame|corrections] [--fit] [--shuffles N]\n',
  );
  process.exit(2);
}
for (const [stage, score] of Object.entries(STAGES)) {
  if (values.stage !== undefined && values.stage !== stage) continue;
  const scores = await score(values.data);
  const rounded = Object.fromEntries(
    Object.entries(scores).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
  process.stdout.write(`${JSON.stringify({ stage, scores: rounded })}\n`);
  if (Object.keys(scores).length === 0) process.stderr.write(`${stage}: no data for it in ${values.data}\n`);
}
