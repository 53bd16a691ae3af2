import path from 'node:path';
import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { readJsonl } from './read-jsonl';

type Side = { title?: string; paragraphs: string[] };
type Row = { id: string; set: string; reference: Side; other: Side; links: [number, number, 'yes' | 'partial'][] };
type Cell = { confidence: number; gold: 'yes' | 'partial' | 'no' };

/** Link precision, recall and F1 at the shipped cuts, pooled over the pairs of a set, and the share of unmatched paragraphs that truly have no counterpart. */
export async function scoreAlignment(dataDir: string): Promise<Record<string, number>> {
  const rows = readJsonl<Row>(path.join(dataDir, 'alignment-dev.jsonl.gz'));
  const scores: Record<string, number> = {};
  for (const set of new Set(rows.map((row) => row.set))) {
    const some = rows.filter((row) => row.set === set);
    const cells: Cell[] = [];
    const totals = { yes: 0, partial: 0 };
    const unmatched = { shown: 0, noYes: 0, noLink: 0 };
    for (const row of some) {
      const gold = new Map(row.links.map(([i, j, kind]) => [`${i} ${j}`, kind]));
      for (const kind of gold.values()) totals[kind]++;
      const alignment = alignParagraphs(row.reference.paragraphs, row.other.paragraphs);
      for (const link of alignment.links) {
        cells.push({ confidence: link.confidence, gold: gold.get(`${link.reference} ${link.other}`) ?? 'no' });
      }
      for (const index of alignment.unmatched.reference) {
        const own = row.links.filter(([i]) => i === index);
        unmatched.shown++;
        if (!own.some(([, , kind]) => kind === 'yes')) unmatched.noYes++;
        if (own.length === 0) unmatched.noLink++;
      }
    }
    for (const cut of [0.25, 0.38, 0.5]) {
      const shown = cells.filter((cell) => cell.confidence >= cut);
      const yes = shown.filter((cell) => cell.gold === 'yes').length;
      const any = shown.filter((cell) => cell.gold !== 'no').length;
      const judged = shown.filter((cell) => cell.gold !== 'partial').length;
      Object.assign(scores, triple(`${set} yes @${cut}`, yes, judged, totals.yes));
      if (totals.partial > 0)
        Object.assign(scores, triple(`${set} any @${cut}`, any, shown.length, totals.yes + totals.partial));
    }
    scores[`${set} unmatched shown`] = unmatched.shown;
    scores[`${set} unmatched without yes link`] = unmatched.noYes / Math.max(1, unmatched.shown);
    scores[`${set} unmatched without any link`] = unmatched.noLink / Math.max(1, unmatched.shown);
  }
  return scores;
}

function triple(name: string, right: number, shown: number, total: number): Record<string, number> {
  const precision = right / Math.max(1, shown);
  const recall = right / Math.max(1, total);
  return {
    [`${name} P`]: precision,
    [`${name} R`]: recall,
    [`${name} F1`]: (2 * precision * recall) / (precision + recall || 1),
  };
}
