import type { Article, Comparison, Place } from '#lib/types';

/** Tables a comparison can be taken away as: one tidy row a link, a difference, a hit or a code's count in one text. */
export const CSV_TABLES = ['links', 'differences', 'hits', 'counts'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

type Cell = string | number | boolean | undefined;

/** RFC 4180 with a header line and CRLF; offsets as everywhere: UTF-16, end exclusive, into the paragraph, −1 the headline. */
export function exportCsv(comparison: Comparison, table: CsvTable): string {
  const articles = new Map(comparison.articles.map((article) => [article.id, article]));
  const rows = { links: linkRows, differences: differenceRows, hits: hitRows, counts: countRows }[table](
    comparison,
    articles,
  );
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function linkRows(comparison: Comparison, articles: Map<string, Article>): Cell[][] {
  const reference = articles.get(comparison.settings.reference);
  const header = [
    'reference',
    'other',
    'reference_paragraph',
    'other_paragraph',
    'confidence',
    'tier',
    'moved',
    'reference_text',
    'other_text',
  ];
  const rows = comparison.pairs.flatMap((pair) => {
    const other = articles.get(pair.other);
    return pair.alignment.links.map((link): Cell[] => [
      reference?.outletName,
      other?.outletName,
      link.reference,
      link.other,
      link.confidence,
      link.tier,
      link.moved,
      reference?.paragraphs[link.reference]?.text,
      other?.paragraphs[link.other]?.text,
    ]);
  });
  return [header, ...rows];
}

function differenceRows(comparison: Comparison, articles: Map<string, Article>): Cell[][] {
  const reference = articles.get(comparison.settings.reference);
  const place = (side: string) => ['paragraph', 'start', 'end', 'text'].map((column) => `${side}_${column}`);
  const header = ['reference', 'other', 'kind', 'grade', 'note', ...place('reference'), ...place('other')];
  const rows = comparison.pairs.flatMap((pair) =>
    pair.wording.differences.map((difference): Cell[] => [
      reference?.outletName,
      articles.get(pair.other)?.outletName,
      difference.kind,
      difference.grade,
      difference.note,
      ...cellsOf(difference.reference),
      ...cellsOf(difference.other),
    ]),
  );
  return [header, ...rows];
}

function cellsOf({ paragraph, start, end, text }: Place): Cell[] {
  return [paragraph, start, end, text];
}

function hitRows(comparison: Comparison, articles: Map<string, Article>): Cell[][] {
  const header = [
    'codebook',
    'codebook_hash',
    'outlet',
    'code',
    'kind',
    'concept',
    'voice',
    'speaker',
    'position',
    'paragraph',
    'sentence',
    'start',
    'end',
    'text',
    'pattern',
    'sentence_text',
  ];
  const rows = comparison.framing.flatMap(({ codebook, articles: counted }) =>
    counted.flatMap(({ articleId, hits }) => {
      const article = articles.get(articleId);
      return hits.map((hit): Cell[] => {
        const text = hit.paragraph < 0 ? article?.headline : article?.paragraphs[hit.paragraph]?.text;
        return [
          codebook.id,
          codebook.hash,
          article?.outletName,
          hit.code,
          hit.kind,
          hit.concept,
          hit.voice,
          hit.speaker,
          hit.position,
          hit.paragraph,
          hit.sentence,
          hit.start,
          hit.end,
          hit.text,
          hit.pattern,
          text?.slice(hit.sentenceStart, hit.sentenceEnd),
        ];
      });
    }),
  );
  return [header, ...rows];
}

function countRows(comparison: Comparison, articles: Map<string, Article>): Cell[][] {
  const header = [
    'codebook',
    'codebook_hash',
    'outlet',
    'article',
    'code',
    'kind',
    'concept',
    'sentences_with',
    'sentences',
    'mentions',
    'words',
    'mentions_per_1000_words',
    'unit',
    'own',
    'attributed',
    'quoted',
    'headline',
    'lead',
    'body',
  ];
  const rows = comparison.framing.flatMap(({ codebook, articles: counted }) =>
    counted.flatMap(({ articleId, sentences, words, counts }) =>
      counts.map(({ code, kind, concept, sentences: k, mentions, byVoice, byPosition }): Cell[] => [
        codebook.id,
        codebook.hash,
        articles.get(articleId)?.outletName,
        articleId,
        code,
        kind,
        concept,
        k,
        sentences,
        mentions,
        words,
        words === 0 ? undefined : Math.round((100_000 * mentions) / words) / 100,
        // What the voices and positions count.
        kind === 'frame' ? 'sentences' : 'mentions',
        byVoice.own,
        byVoice.attributed,
        byVoice.quoted,
        byPosition.headline,
        byPosition.lead,
        byPosition.body,
      ]),
    ),
  );
  return [header, ...rows];
}

// A cell that begins like a formula would be run by a spreadsheet: outlets' texts are foreign, so it is made plain text.
function cell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
