import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { labelMentions } from '#lib/comparison/label-mentions';
import { diffWording } from '#lib/diff/diff-wording';
import { countFrames } from '#lib/framing/count-frames';
import { fittingCodebooks } from '#lib/framing/fitting-codebooks';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { matchStories } from '#lib/story/match-stories';
import type { Codebook, LabelMention, StoryArticle } from '#lib/types';
import { type BatchLine, readBatch, runBatch, write } from './batch';
import { compareLines } from './compare-lines';
import { batchOf, codebooksOf } from './given';
import { type GroupLine, groupLine, type PairLine, pairLine } from './schemas';
import { type Given, statusOf } from './usage';

/** Grouping needs the whole batch before the first answer: the rarity of words is learnt from it. */
export async function group(given: Given): Promise<number> {
  const lines: BatchLine<GroupLine>[] = [];
  for await (const each of readBatch(batchOf(given), groupLine)) lines.push(each);
  // Inside, articles are known by line number: ids of a batch may repeat. A story is named by its first article's id.
  const articles = lines.flatMap((each): StoryArticle[] => (each.ok ? [storyArticle(each.input, `${each.line}`)] : []));
  const placed = new Map((await matchStories(articles)).map((membership) => [membership.articleId, membership]));
  const idOf = new Map(lines.map((each) => [`${each.line}`, each.id]));
  const names = new Map<string, string>();
  let failed = 0;
  for (const each of lines) {
    const membership = each.ok ? placed.get(`${each.line}`) : undefined;
    if (!each.ok || !membership) {
      failed++;
      await write({ id: each.id, error: each.ok ? { code: 'internal', message: 'Not placed.' } : each.error });
      continue;
    }
    const story = names.get(membership.storyId) ?? `story-${each.id}`;
    names.set(membership.storyId, story);
    const evidence = membership.evidence.map(({ nearest, copyOf, ...rest }) => ({
      nearest: idOf.get(nearest) ?? nearest,
      ...rest,
      ...(copyOf === undefined ? {} : { copyOf: idOf.get(copyOf) ?? copyOf }),
    }));
    await write({ id: each.id, story, confidence: membership.confidence, evidence });
  }
  return statusOf(failed);
}

function storyArticle({ outlet, title, text, published, language }: GroupLine, id: string): StoryArticle {
  return {
    id,
    outlet: outlet ?? '',
    title: title ?? '',
    text: text ?? '',
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}

export async function align(given: Given): Promise<number> {
  return statusOf(
    await runBatch(batchOf(given), pairLine, ({ reference, other }) => {
      const { links, unmatched } = alignParagraphs(reference.paragraphs, other.paragraphs);
      return { links, unmatched };
    }),
  );
}

/** The labels of differences come from the codebooks, as in the product. */
export async function diff(given: Given): Promise<number> {
  const file = batchOf(given);
  const codebooks = await codebooksOf(given);
  return statusOf(await runBatch(file, pairLine, (line) => ({ differences: differencesOf(line, codebooks) })));
}

function differencesOf({ reference, other }: PairLine, chosen: readonly Codebook[] | undefined) {
  const left = { headline: reference.title ?? '', paragraphs: reference.paragraphs };
  const right = { headline: other.title ?? '', paragraphs: other.paragraphs };
  const alignment = alignParagraphs(left.paragraphs, right.paragraphs);
  const codebooks = chosen ?? fittingCodebooks([left, right], shippedCodebooks());
  const labels = { reference: mentions(left, codebooks), other: mentions(right, codebooks) };
  return diffWording({ reference: left, other: right, alignment, labels }).differences;
}

function mentions(text: { headline: string; paragraphs: string[] }, codebooks: readonly Codebook[]): LabelMention[] {
  const named = codebooks.filter(({ concepts }) => concepts.length > 0);
  return labelMentions(named.flatMap((codebook) => countFrames({ id: '', ...text }, codebook).hits));
}

export async function compare(given: Given): Promise<number> {
  const file = batchOf(given);
  const { comparison, failed } = await compareLines(file, given.reference, await codebooksOf(given));
  await write(comparison);
  return statusOf(failed);
}
