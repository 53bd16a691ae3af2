import path from 'node:path';
import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { labelMentions } from '#lib/comparison/label-mentions';
import { diffPrepared, prepareWording } from '#lib/diff/diff-wording';
import { countFrames } from '#lib/framing/count-frames';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import type { Difference } from '#lib/types';
import { readNewsroom } from './alignment-pairs';
import { readJsonl } from './read-jsonl';

export type CaseText = { id: string; event: string; title: string; paragraphs: string[] };

/** One difference between two development texts; the smaller id is the reference. */
export type DifferenceCase = { event: string; reference: CaseText; other: CaseText; difference: Difference };

type Row = { id: string; set: string; event: string; title: string; text: string };

/** Texts of events that several outlets reported: the newsroom's, and the round-ups of the grouping data. */
export function readCaseTexts(dataDir: string): CaseText[] {
  const newsroom = readNewsroom(dataDir).articles as (CaseText & { event: string | null })[];
  const rows = readJsonl<Row>(path.join(dataDir, 'grouping-dev.jsonl.gz'));
  // Some of the newsroom's articles are in the round-ups too: their events count once.
  const known = new Set(newsroom.map(({ title }) => title));
  const twice = new Set(rows.filter(({ title }) => known.has(title)).map(({ event }) => event));
  const roundUps = rows.filter(({ set, event }) => set === 'allsides' && !twice.has(event));
  return [
    ...newsroom.filter(({ event }) => event !== null),
    ...roundUps.map(({ id, event, title, text }) => ({
      id,
      event,
      title,
      paragraphs: text.split('\n').filter((line) => line.trim() !== ''),
    })),
  ];
}

/** Every difference between two texts of one event, found with the rules as they are now. */
export function findCases(texts: readonly CaseText[]): DifferenceCase[] {
  const codebooks = shippedCodebooks().filter(({ lang }) => lang === 'en');
  const events = new Map<string, CaseText[]>();
  for (const text of texts) events.set(text.event, [...(events.get(text.event) ?? []), text]);
  return [...events].flatMap(([event, group]) => {
    const read = [...group]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((text) => {
        const input = { id: text.id, headline: text.title, paragraphs: text.paragraphs };
        const hits = codebooks.flatMap((codebook) => countFrames(input, codebook).hits);
        return { text, wording: prepareWording(input), labels: labelMentions(hits) };
      });
    return read.flatMap((a, at) =>
      read.slice(at + 1).flatMap((b) => {
        const alignment = alignParagraphs(a.text.paragraphs, b.text.paragraphs);
        const labels = { reference: a.labels, other: b.labels };
        const { differences } = diffPrepared(a.wording, b.wording, alignment, labels);
        return differences.map((difference) => ({ event, reference: a.text, other: b.text, difference }));
      }),
    );
  });
}
