import type { FrameCount, Hit } from '#lib/types';

/** One sentence of one article as a code has it: with one version of a codebook, with the other, or with both. */
export type CodedSentence = {
  articleId: string;
  code: string;
  paragraph: number;
  sentence: number;
  state: 'added' | 'dropped' | 'kept';
  /** Of the later version where it has the sentence, else of the earlier. */
  hits: Hit[];
};

export type CodeEffect = {
  code: string;
  kind: 'frame' | 'label';
  /** Article by article, in the order given: sentences (frames) or mentions (labels) with each version. */
  articles: { articleId: string; before: number; after: number }[];
  before: number;
  after: number;
  sentences: CodedSentence[];
};

/**
 * What another version of a codebook does to some articles: for each code the counts with both, and every sentence that
 * comes, goes or stays. Codes that neither finds are left out.
 *
 * @param before,after the same articles in the same order.
 */
export function codingChanges(before: readonly FrameCount[], after: readonly FrameCount[]): CodeEffect[] {
  const codes = new Map<string, 'frame' | 'label'>();
  for (const { counts } of [...after, ...before])
    for (const { code, kind } of counts) if (!codes.has(code)) codes.set(code, kind);
  return [...codes].flatMap(([code, kind]): CodeEffect[] => {
    const articles = after.map((count, at) => ({
      articleId: count.articleId,
      before: numberOf(before[at], code, kind),
      after: numberOf(count, code, kind),
    }));
    const sentences = after.flatMap((count, at) => sentencesOf(code, before[at], count));
    if (sentences.length === 0) return [];
    const sum = (key: 'before' | 'after') => articles.reduce((total, each) => total + each[key], 0);
    return [{ code, kind, articles, before: sum('before'), after: sum('after'), sentences }];
  });
}

/** Whether anything is counted otherwise than before. */
export function isChanged({ sentences, articles }: CodeEffect): boolean {
  return sentences.some(({ state }) => state !== 'kept') || articles.some((each) => each.before !== each.after);
}

function numberOf(count: FrameCount | undefined, code: string, kind: 'frame' | 'label'): number {
  const row = count?.counts.find((each) => each.code === code);
  return (kind === 'frame' ? row?.sentences : row?.mentions) ?? 0;
}

function sentencesOf(code: string, before: FrameCount | undefined, after: FrameCount): CodedSentence[] {
  const [was, is] = [bySentence(before, code), bySentence(after, code)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys
    .map((key): CodedSentence => {
      const hits = is.get(key) ?? was.get(key) ?? [];
      const state = !was.has(key) ? 'added' : is.has(key) ? 'kept' : 'dropped';
      const { paragraph = 0, sentence = 0 } = hits[0] ?? {};
      return { articleId: after.articleId, code, paragraph, sentence, state, hits };
    })
    .sort((a, b) => a.paragraph - b.paragraph || a.sentence - b.sentence);
}

function bySentence(count: FrameCount | undefined, code: string): Map<string, Hit[]> {
  const found = new Map<string, Hit[]>();
  for (const hit of count?.hits ?? []) {
    if (hit.code !== code) continue;
    const key = `${hit.paragraph} ${hit.sentence}`;
    found.set(key, [...(found.get(key) ?? []), hit]);
  }
  return found;
}
