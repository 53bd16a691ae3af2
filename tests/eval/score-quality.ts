import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extractArticle } from '#lib/article/extract-article';
import type { Quality, QualityStatus } from '#lib/types';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/quality');

/** `dev`: rules were made looking at these. `held-out`: written before the rules and never looked at one by one. */
export const HALVES = ['dev', 'held-out'] as const;
export type Half = (typeof HALVES)[number];

type Expected = { class: string; status: QualityStatus[]; lang: string; feedText?: string };
export type JudgedPage = { half: Half; name: string; expected: Expected; quality: Quality };

/** Every page of one half with what is expected of it and what was judged. */
export function judgeFixtures(half: Half): JudgedPage[] {
  const root = path.join(FIXTURES, half);
  const all: Record<string, Expected> = JSON.parse(readFileSync(path.join(root, 'expected.json'), 'utf8'));
  return Object.entries(all).map(([name, expected]) => {
    const { feedText } = expected;
    const html = readFileSync(path.join(root, `${name}.html`), 'utf8');
    const { quality } = extractArticle(html, feedText === undefined ? {} : { feedText });
    return { half, name, expected, quality };
  });
}

export type QualityScores = { pages: number; precision: number; recall: number; status: number };

/** Precision and recall of "not full", and the share of pages whose status is one of those that fit. */
export function scoreJudged(pages: readonly JudgedPage[]): QualityScores {
  const isPart = ({ expected }: JudgedPage) => !expected.status.includes('full');
  const flagged = pages.filter(({ quality }) => quality.status !== 'full');
  const right = flagged.filter(isPart).length;
  return {
    pages: pages.length,
    precision: right / Math.max(1, flagged.length),
    recall: right / Math.max(1, pages.filter(isPart).length),
    status: pages.filter(({ expected, quality }) => expected.status.includes(quality.status)).length / pages.length,
  };
}

/** One line a class and status, wrong ones with the pages' names: what a failing test prints. */
export function confusionOf(pages: readonly JudgedPage[]): string {
  const rows = new Map<string, string[]>();
  for (const { half, name, expected, quality } of pages) {
    const isRight = expected.status.includes(quality.status);
    const row = `${expected.class.padEnd(18)} ${expected.status.join('|').padEnd(26)} → ${quality.status}${isRight ? '' : ' ✗'}`;
    const what = `${half}/${name} (${quality.reasons.map(({ code }) => code).join(', ')})`;
    rows.set(row, [...(rows.get(row) ?? []), what]);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([row, names]) => `${row}  ${names.length}${row.endsWith('✗') ? `: ${names.join('; ')}` : ''}`)
    .join('\n');
}

/** For `npm run eval`: both halves, apart. The pages stand in the project, so no data folder is read. */
export async function scoreQuality(): Promise<Record<string, number>> {
  const scores: Record<string, number> = {};
  for (const half of HALVES) {
    const { pages, precision, recall, status } = scoreJudged(judgeFixtures(half));
    Object.assign(scores, {
      [`${half} pages`]: pages,
      [`${half} not full P`]: precision,
      [`${half} not full R`]: recall,
      [`${half} status right`]: status,
    });
  }
  return scores;
}
