import type { CodedSentence, CodeEffect } from '#lib/framing/coding-changes';
import { type Article, type Codebook, HEADLINE } from '#lib/types';
import type { CodebookPreview } from '../../_queries/codebooks';

/** A sentence with its hits, ready to be shown: everything else of its article stays on the server. */
export type ShownSentence = {
  key: string;
  outlet: string;
  where: string;
  language?: string;
  text: string;
  marks: { start: number; end: number; said: string }[];
  patterns: string[];
};

export type ShownCode = {
  code: string;
  label: string;
  unit: 'sentence' | 'mention';
  before: number;
  after: number;
  outlets: { name: string; before: number; after: number }[];
  added: ShownSentence[];
  dropped: ShownSentence[];
  kept: ShownSentence[];
  /** Sentences beyond those shown. */
  more: number;
};

export type ShownPreview = {
  title: string;
  storyId: string;
  texts: number;
  leftOut: number;
  isNew: boolean;
  codes: ShownCode[];
  /** Codes that count as before and were not asked about. */
  unchanged: number;
};

/** A page a person reads; beyond this a term is far too wide anyway. */
const MOST_SENTENCES = 40;
const VOICE_WORDS = { own: 'own words', attributed: 'attributed', quoted: 'quoted' } as const;

/** @param asked codes that are shown even when nothing about them changes: the one that is edited. */
export function shownPreview(
  preview: CodebookPreview,
  { draft, before, asked }: { draft: Codebook; before: Codebook | undefined; asked: readonly string[] },
): ShownPreview {
  const { story, articles, leftOut, effects } = preview;
  const isChanged = ({ sentences }: CodeEffect) => sentences.some(({ state }) => state !== 'kept');
  const shown = effects.filter((effect) => isChanged(effect) || asked.includes(effect.code));
  return {
    title: story.title,
    storyId: story.id,
    texts: articles.length,
    leftOut,
    isNew: before === undefined,
    codes: shown.map((effect) =>
      shownCode(effect, articles, labelOf(effect.code, draft, before), asked.includes(effect.code)),
    ),
    unchanged: effects.length - shown.length,
  };
}

function shownCode(effect: CodeEffect, articles: readonly Article[], label: string, isAsked: boolean): ShownCode {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const of = (state: CodedSentence['state']) => effect.sentences.filter((each) => each.state === state);
  const [added, dropped, kept] = [of('added'), of('dropped'), isAsked ? of('kept') : []];
  const show = (all: CodedSentence[]) => all.slice(0, MOST_SENTENCES).flatMap((each) => shownSentence(each, byId));
  const most = [added, dropped, kept].reduce((sum, all) => sum + Math.max(0, all.length - MOST_SENTENCES), 0);
  return {
    code: effect.code,
    label,
    unit: effect.kind === 'frame' ? 'sentence' : 'mention',
    before: effect.before,
    after: effect.after,
    outlets: byOutlet(effect, byId),
    added: show(added),
    dropped: show(dropped),
    kept: show(kept),
    more: most,
  };
}

function byOutlet(effect: CodeEffect, byId: ReadonlyMap<string, Article>): ShownCode['outlets'] {
  const rows = new Map<string, { name: string; before: number; after: number }>();
  for (const { articleId, before, after } of effect.articles) {
    const name = byId.get(articleId)?.outletName ?? articleId;
    const row = rows.get(name) ?? { name, before: 0, after: 0 };
    rows.set(name, { name, before: row.before + before, after: row.after + after });
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function shownSentence(sentence: CodedSentence, byId: ReadonlyMap<string, Article>): ShownSentence[] {
  const article = byId.get(sentence.articleId);
  const [hit] = sentence.hits;
  if (!article || !hit) return [];
  const whole = (hit.paragraph === HEADLINE ? article.headline : article.paragraphs[hit.paragraph]?.text) ?? '';
  const { language } = article;
  return [
    {
      key: `${sentence.articleId} ${sentence.paragraph} ${sentence.sentence}`,
      outlet: article.outletName,
      where: hit.paragraph === HEADLINE ? 'headline' : `paragraph ${hit.paragraph + 1}`,
      ...(language === undefined ? {} : { language }),
      text: whole.slice(hit.sentenceStart, hit.sentenceEnd),
      marks: sentence.hits.map(({ start, end, voice }) => ({
        start: start - hit.sentenceStart,
        end: end - hit.sentenceStart,
        said: VOICE_WORDS[voice],
      })),
      patterns: [...new Set(sentence.hits.map(({ pattern }) => pattern))],
    },
  ];
}

function labelOf(code: string, ...codebooks: (Codebook | undefined)[]): string {
  for (const codebook of codebooks) {
    const frame = codebook?.frames.find(({ id }) => id === code);
    if (frame) return frame.label;
    for (const concept of codebook?.concepts ?? []) {
      const label = concept.labels.find(({ id }) => id === code);
      if (label) return `${concept.label}: ${label.label}`;
    }
  }
  return code;
}
