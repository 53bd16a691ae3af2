import type { VerbClass } from '#lib/text/reporting-verbs';
import { HEADLINE, type Place, type Position } from '#lib/types';
import { type CountedArticle, countWords, positionOf } from './units';
import { reportedIn } from './voice';

export type VerbHit = Place & { lemma: string; class: VerbClass; speaker?: string; position: Position };

/** How one article says whose words it gives. Every number counts hits of the list. */
export type VerbCount = {
  articleId: string;
  /** Of headline and body; rates are for each 1,000 of them. */
  words: number;
  hits: VerbHit[];
  byClass: Record<VerbClass, number>;
  /** Most frequent first, with whom it is said of, as printed there. */
  verbs: { lemma: string; class: VerbClass; count: number; speakers: { name: string; count: number }[] }[];
};

/**
 * Attribution verbs of an English article by class and speaker ("said", "claimed", "according to"). Classes say how a verb
 * presents what it reports and are never added up into a score.
 */
export function countVerbs(article: CountedArticle): VerbCount {
  const texts = [article.headline, ...article.paragraphs];
  const hits = texts.flatMap((text, at) => verbsIn(text, at === 0 ? HEADLINE : at - 1));
  const lemmas = new Map<string, VerbHit[]>();
  for (const hit of hits) lemmas.set(hit.lemma, [...(lemmas.get(hit.lemma) ?? []), hit]);
  return {
    articleId: article.id,
    words: texts.reduce((sum, text) => sum + countWords(text), 0),
    hits,
    byClass: classCounts(hits),
    verbs: [...lemmas]
      .map(([lemma, uses]) => ({
        lemma,
        class: uses[0]?.class ?? 'neutral',
        count: uses.length,
        speakers: speakersOf(uses),
      }))
      .sort((a, b) => b.count - a.count || (a.lemma < b.lemma ? -1 : 1)),
  };
}

function verbsIn(text: string, paragraph: number): VerbHit[] {
  return reportedIn(text).attributions.map(({ verb, speaker }) => ({
    paragraph,
    start: verb.start,
    end: verb.end,
    text: verb.text,
    lemma: verb.lemma,
    class: verb.class,
    ...(speaker === undefined ? {} : { speaker: speaker.text }),
    position: positionOf(paragraph),
  }));
}

function classCounts(hits: readonly VerbHit[]): Record<VerbClass, number> {
  const counts = { neutral: 0, assertive: 0, distancing: 0, endorsing: 0, adversarial: 0 };
  for (const hit of hits) counts[hit.class]++;
  return counts;
}

function speakersOf(hits: readonly VerbHit[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { speaker } of hits) if (speaker !== undefined) counts.set(speaker, 1 + (counts.get(speaker) ?? 0));
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
