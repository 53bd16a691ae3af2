import { countedOutlets, type Filter, type FrameRow, frameRow } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import type { Codebook, FrameCount, Framing } from '#lib/types';
import { type Column, codebookColumns, column } from './csv-column';

export type CountRow = { framing: Framing; code: Code; row: FrameRow; mentions: number; words: number };
type Code = { id: string; label: string; kind: 'frame' | 'label'; concept?: string };

export const countColumns: Column<CountRow>[] = [
  ...codebookColumns,
  column('outlet', 'text', 'Name of the outlet.', ({ row }) => row.outlet.name),
  column('code', 'code', 'Frame or label.', ({ code }) => code.id),
  column('code_label', 'text', 'The same as the screen calls it.', ({ code }) => code.label),
  column('code_kind', 'code', 'frame or label.', ({ code }) => code.kind),
  column('concept', 'code', 'What a label names.', ({ code }) => code.concept),
  column(
    'articles',
    'integer',
    'Texts of the outlet that were counted; a copy is counted with the text it repeats.',
    ({ row }) => row.estimate.articles,
  ),
  column('articles_with', 'integer', 'Texts with at least one such sentence.', ({ row }) => row.estimate.articlesWith),
  column('sentences_with', 'integer', 'Sentences of the body with the code (k).', ({ row }) => row.estimate.k),
  column('sentences', 'integer', 'Sentences of the body with at least five words (n).', ({ row }) => row.estimate.n),
  column('share', 'number', 'k / n; empty where no sentence was counted.', ({ row }) => row.estimate.share),
  column(
    'interval_low',
    'number',
    'Lower end of the 95 % interval of the share; empty for a single text, which is a complete count.',
    ({ row }) => row.estimate.interval?.low,
  ),
  column('interval_high', 'number', 'Upper end of it.', ({ row }) => row.estimate.interval?.high),
  column(
    'interval_is_rough',
    'boolean',
    'Whether the interval rests on two to four texts.',
    ({ row }) => row.estimate.interval?.rough,
  ),
  column('mentions', 'integer', 'Hits, those in the headline among them.', ({ mentions }) => mentions),
  column('words', 'integer', 'Words of the texts counted.', ({ words }) => words),
  column('mentions_per_1000_words', 'number', 'Mentions per 1,000 words.', ({ mentions, words }) =>
    words === 0 ? undefined : Math.round((100_000 * mentions) / words) / 100,
  ),
  column('unit', 'code', 'What the next six columns count: sentences (frames) or mentions (labels).', ({ code }) =>
    code.kind === 'frame' ? 'sentences' : 'mentions',
  ),
  column('own', 'integer', 'In the outlet’s own words.', ({ row }) => row.byVoice.own),
  column('attributed', 'integer', 'In reported speech.', ({ row }) => row.byVoice.attributed),
  column('quoted', 'integer', 'In quotation marks.', ({ row }) => row.byVoice.quoted),
  column('headline', 'integer', 'In the headline.', ({ row }) => row.byPosition.headline),
  column('lead', 'integer', 'In the first three paragraphs.', ({ row }) => row.byPosition.lead),
  column('body', 'integer', 'Further down.', ({ row }) => row.byPosition.body),
];

const ALL: Filter = { voice: 'all', position: 'all' };

export function countRows(texts: Texts): CountRow[] {
  return texts.comparison.framing.flatMap((framing) => {
    const codebook = texts.comparison.codebooks.find(({ id }) => id === framing.codebook.id);
    if (!codebook) return [];
    const { outlets } = countedOutlets(texts, framing);
    return codesOf(codebook).flatMap((code) =>
      outlets.map((outlet) => ({
        framing,
        code,
        row: frameRow(outlet, code.id, ALL, framing.codebook.hash),
        mentions: mentionsIn(outlet.counts, code.id),
        words: outlet.counts.reduce((sum, { words }) => sum + words, 0),
      })),
    );
  });
}

// Hits, of frames too: what the screen counts of a frame are sentences.
function mentionsIn(counts: readonly FrameCount[], code: string): number {
  return counts.reduce((sum, each) => sum + (each.counts.find((row) => row.code === code)?.mentions ?? 0), 0);
}

function codesOf({ frames, concepts }: Codebook): Code[] {
  return [
    ...frames.map(({ id, label }): Code => ({ id, label, kind: 'frame' })),
    ...concepts.flatMap((concept) =>
      concept.labels.map(({ id, label }): Code => ({ id, label, kind: 'label', concept: concept.id })),
    ),
  ];
}
