import { diffWords } from 'diff';
import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { compareStory } from '#lib/comparison/compare-story';
import { diffWording } from '#lib/diff/diff-wording';
import { countFrames } from '#lib/framing/count-frames';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { shareLink } from '#lib/share/share-link';
import { SOFTWARE } from '#lib/software';
import { measureCoding } from './coding';
import { measureExtraction } from './extraction';
import { measureFeeds } from './feeds';
import { measureFrozen } from './frozen';
import { measureIngest } from './ingest';
import { inventStory } from './invented-story';
import { measurePages } from './pages';
import { measurePlacing } from './placing';
import { measureRecoding, type RecodingTimes } from './recoding';
import { measureWorkers } from './workers';

/**
 * `npm run bench`: speed and memory in one run. Each time is also given as a ratio to one plain word diff of the same
 * texts, measured in the same process, so that figures from different machines can be compared.
 * `npm run bench -- ingest` measures reading instead (ingest.ts), `-- placing` grouping in a large store, `-- workers` two processes
 * grouping at once, `-- frozen` a store of frozen comparisons, `-- recoding` only the coding of a store again by the built product.
 */
const recoding = async () => printRecoding(await measureRecoding());
const alone = {
  ingest: measureIngest,
  placing: measurePlacing,
  workers: measureWorkers,
  frozen: measureFrozen,
  recoding,
}[process.argv[2] ?? ''];
if (alone !== undefined) {
  await alone(process.argv.slice(3));
  process.exit(0);
}
const RUNS = 9;
// A server compares all day: what is measured is code the compiler has seen often.
const WARM = 40;

const { articles, outlets } = inventStory({ articles: 10, paragraphs: 40 });
const codebooks = shippedCodebooks();
const input = {
  title: 'Invented story',
  articles,
  outlets,
  codebooks,
  software: SOFTWARE,
  settings: { reference: 'article-0', codebooks: codebooks.map((codebook) => codebook.id), includePartial: false },
};
const texts = articles.map((article) => article.paragraphs.map((paragraph) => paragraph.text));
const [reference = [], ...others] = texts;

const yardstick = median(() => {
  for (const other of others) diffWords(reference.join('\n'), other.join('\n'), { maxEditLength: 2000 });
});
const rows: Record<string, number> = { 'plain word diff, 9 pairs (the yardstick)': yardstick };
rows['align ten outlets of 40 paragraphs (9 pairs)'] = median(() => {
  for (const other of others) alignParagraphs(reference, other);
});
const square = (paragraphs: number) => {
  const [a = [], b = []] = inventStory({ articles: 2, paragraphs }).articles.map((article) =>
    article.paragraphs.map((paragraph) => paragraph.text),
  );
  return [a, b] as const;
};
const [small, smallOther] = square(30);
rows['align and difference 30 × 30 paragraphs'] = median(() => {
  const alignment = alignParagraphs(small, smallOther);
  const [left, right] = [small, smallOther].map((paragraphs) => ({ headline: '', paragraphs }));
  if (left && right) diffWording({ reference: left, other: right, alignment, labels: { reference: [], other: [] } });
}, WARM);
const compared = (a: string[], b: string[]) => {
  const alignment = alignParagraphs(a, b);
  const [left, right] = [a, b].map((paragraphs) => ({ headline: '', paragraphs }));
  if (left && right) diffWording({ reference: left, other: right, alignment, labels: { reference: [], other: [] } });
};
const [large, largeOther] = square(200);
rows['align and difference 200 × 200 paragraphs'] = median(() => compared(large, largeOther));
rows['align and difference ten outlets of 40 paragraphs'] = median(() => {
  for (const other of others) compared(reference, other);
});
rows['the same 30 × 30, processor time'] = processor(() => compared(small, smallOther));
rows['the same 200 × 200, processor time'] = processor(() => compared(large, largeOther));
rows['the same ten outlets, processor time'] = processor(() => {
  for (const other of others) compared(reference, other);
});
const growth = [25, 50, 100, 200].map((paragraphs) => {
  const [a, b] = square(paragraphs);
  return { paragraphs, ms: median(() => alignParagraphs(a, b)) };
});
for (const { paragraphs, ms } of growth) rows[`align ${paragraphs} × ${paragraphs} paragraphs`] = ms;
rows['count frames, 10 articles, all codebooks'] = median(() => {
  for (const codebook of codebooks) {
    for (const [index, paragraphs] of texts.entries())
      countFrames({ id: `${index}`, headline: '', paragraphs }, codebook);
  }
});
rows['compare 10 articles of 40 paragraphs'] = median(() => compareStory(input));
const comparison = compareStory(input);
rows['freeze that comparison'] = median(() => shareLink(comparison, {}));
for (const [name, ms] of Object.entries(rows)) print(name, ms, yardstick);
for (const [at, { paragraphs, ms }] of growth.entries()) {
  const before = growth[at - 1];
  // Twice the paragraphs are four times the cells: 4 × is growth with the table, 2 × growth with the texts.
  if (before)
    process.stdout.write(
      `${before.paragraphs} → ${paragraphs} paragraphs: ${(ms / before.ms).toFixed(1)} × the time\n`,
    );
}
for (const codebook of codebooks.filter(({ frames, lang }) => frames.length > 0 && lang === 'en')) {
  const { perSecond, words, hits } = measureCoding(codebook);
  const each = `${words.toFixed(0)} words and ${hits.toFixed(0)} hits each`;
  const name = `code 2,000 articles again, ${codebook.id} changed`;
  process.stdout.write(
    `${name.padEnd(48)} ${perSecond.toFixed(0).padStart(5)} articles a second of one core (${each})\n`,
  );
}

await recoding();

const feeds = await measureFeeds();
const bare = feeds['rss-parser alone'] ?? 1;
for (const [name, perSecond] of Object.entries(feeds))
  process.stdout.write(
    `${`feeds, ${name}`.padEnd(48)} ${perSecond.toFixed(0).padStart(9)} /s  ${(bare / perSecond).toFixed(2).padStart(7)} × the time of rss-parser alone\n`,
  );

const extraction = measureExtraction();
process.stdout.write(
  `${'extract a page (processor time)'.padEnd(48)} ${extraction.ours.toFixed(1).padStart(9)} ms  ${(extraction.ours / extraction.plain).toFixed(2).padStart(7)} × the time of plain readability on linkedom\n`,
);

const pages = await measurePages();
for (const [name, ms] of Object.entries(pages)) print(name, ms, yardstick);
const frozenBytes = shareLink(comparison, {}).json.length;
process.stdout.write(`frozen document: ${(frozenBytes / 1024).toFixed(0)} KiB of JSON\n`);
process.stdout.write(`peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);

function median(work: () => unknown, warmUp = 1): number {
  for (let round = 0; round < warmUp; round++) work();
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? 0;
}

/** What the work costs whatever else the machine is doing. */
function processor(work: () => unknown): number {
  for (let round = 0; round < 3; round++) work();
  const times = Array.from({ length: RUNS }, () => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? 0;
}

function print(name: string, ms: number, unit: number): void {
  process.stdout.write(`${name.padEnd(48)} ${ms.toFixed(1).padStart(9)} ms  ${(ms / unit).toFixed(2).padStart(7)} ×\n`);
}

function printRecoding(times: RecodingTimes | undefined): void {
  if (times === undefined) {
    process.stderr.write('no build: run `npm run build` first to measure coding a store again\n');
    return;
  }
  const { codings, seconds, idle, coding } = times;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  process.stdout.write(
    `${'code 2,000 stored articles again, in the server'.padEnd(48)} ${(codings / seconds).toFixed(0).padStart(5)} articles a second by the clock, reading and writing included (${codings} in ${seconds.toFixed(1)} s)\n` +
      `${'pages meanwhile, median / 95th percentile'.padEnd(48)} ${ms(coding.median).padStart(9)} / ${ms(coding.p95)}, longest ${ms(coding.most)} of ${coding.pages} (idle ${ms(idle.median)} / ${ms(idle.p95)})\n`,
  );
}
