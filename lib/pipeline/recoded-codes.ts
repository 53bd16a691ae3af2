import type { Coding } from '#lib/store/codings';
import type { Codebook } from '#lib/types';

/** One code over everything stored, with the version in force and the one before it. */
export type CodeOverStore = {
  code: string;
  label: string;
  kind: 'frame' | 'label';
  /** Frames: sentences; labels: mentions. */
  after: number;
  articlesWith: number;
  /** The same with the earlier version, 0 where it has no such code; absent when nothing was counted with it. */
  before?: number;
  /** Texts in which the number differs. */
  articlesChanged: number;
};

/** @param before empty when there is no earlier version; while it is being counted its totals are those so far. */
export function codesOverStore(
  codebook: Codebook,
  after: readonly Coding[],
  before: readonly Coding[],
): CodeOverStore[] {
  const was = new Map(before.map((coding) => [coding.articleId, coding]));
  const codes = [
    ...codebook.frames.map(({ id, label }) => ({ code: id, label, kind: 'frame' as const })),
    ...codebook.concepts.flatMap((concept) =>
      concept.labels.map(({ id, label }) => ({
        code: id,
        label: `${concept.label}: ${label}`,
        kind: 'label' as const,
      })),
    ),
  ];
  const rows = new Map(
    codes.map(({ code, kind }) => [code, { kind, after: 0, articlesWith: 0, before: 0, articlesChanged: 0 }]),
  );
  for (const coding of after) {
    const [now, then] = [numbersOf(coding), numbersOf(was.get(coding.articleId))];
    for (const [code, row] of rows) {
      const [is, old] = [now.get(code)?.[row.kind] ?? 0, then.get(code)?.[row.kind] ?? 0];
      row.after += is;
      row.before += old;
      if (is > 0) row.articlesWith++;
      if (was.has(coding.articleId) && is !== old) row.articlesChanged++;
    }
  }
  return codes.flatMap(({ code, label, kind }) => {
    const row = rows.get(code);
    if (!row) return [];
    const { after: is, articlesWith, articlesChanged } = row;
    return [
      {
        code,
        label,
        kind,
        after: is,
        articlesWith,
        articlesChanged,
        ...(before.length === 0 ? {} : { before: row.before }),
      },
    ];
  });
}

function numbersOf(coding: Coding | undefined): Map<string, { frame: number; label: number }> {
  return new Map((coding?.counts ?? []).map((row) => [row.code, { frame: row.sentences, label: row.mentions }]));
}
