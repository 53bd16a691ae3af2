import { countedOutlets } from '#lib/comparison/frame-rows';
import { nameOf, type Texts, textAt } from '#lib/comparison/texts';
import { verdictOf } from '#lib/comparison/verdicts';
import type { Article, Framing, Hit } from '#lib/types';
import { type Column, codebookColumns, column, OFFSET, PARAGRAPH } from './csv-column';

export type HitRow = {
  framing: Framing;
  article: Article;
  name: string;
  hit: Hit;
  isCounted: boolean;
  verdict: string | undefined;
};

export const hitColumns: Column<HitRow>[] = [
  ...codebookColumns,
  column('outlet', 'text', 'Name of the outlet.', ({ name }) => name),
  column('article', 'code', 'Id of the text.', ({ article }) => article.id),
  column(
    'is_counted',
    'boolean',
    'Whether the hit is in the counts: the same text is counted once however many outlets print it.',
    ({ isCounted }) => isCounted,
  ),
  column('code', 'code', 'Frame or label found.', ({ hit }) => hit.code),
  column('code_kind', 'code', 'frame or label.', ({ hit }) => hit.kind),
  column('concept', 'code', 'What a label names.', ({ hit }) => hit.concept),
  column('voice', 'code', 'own (the outlet’s own words), attributed or quoted.', ({ hit }) => hit.voice),
  column('speaker', 'text', 'Who is speaking, where found.', ({ hit }) => hit.speaker),
  column('position', 'code', 'headline, lead (the first three paragraphs) or body.', ({ hit }) => hit.position),
  column('paragraph', 'integer', `Paragraph, ${PARAGRAPH}.`, ({ hit }) => hit.paragraph),
  column('sentence', 'integer', 'Sentence within the paragraph, counted from 0.', ({ hit }) => hit.sentence),
  column('start', 'integer', `Where the matched words begin, ${OFFSET}.`, ({ hit }) => hit.start),
  column('end', 'integer', `Where they end, ${OFFSET}, exclusive.`, ({ hit }) => hit.end),
  column('text', 'text', 'The matched words.', ({ hit }) => hit.text),
  column('verdict', 'code', 'right or wrong, where a reader has judged the hit.', ({ verdict }) => verdict),
  column('pattern', 'text', 'The term of the codebook that matched.', ({ hit }) => hit.pattern),
  column('sentence_text', 'text', 'The sentence they stand in.', ({ article, hit }) =>
    textAt(article, hit.paragraph).slice(hit.sentenceStart, hit.sentenceEnd),
  ),
];

export function hitRows(texts: Texts): HitRow[] {
  const { comparison } = texts;
  return comparison.framing.flatMap((framing) => {
    const counted = new Set(
      countedOutlets(texts, framing).outlets.flatMap(({ counts }) => counts.map(({ articleId }) => articleId)),
    );
    return framing.articles.flatMap(({ articleId, hits }) => {
      const article = comparison.articles.find(({ id }) => id === articleId);
      if (!article) return [];
      const name = nameOf(article, comparison);
      const verdictOn = (hit: Hit) => verdictOf(comparison.verdicts ?? [], framing.codebook.hash, articleId, hit);
      return hits.map((hit) => {
        return { framing, article, name, hit, isCounted: counted.has(articleId), verdict: verdictOn(hit) };
      });
    });
  });
}
