import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { type Token, tokenize } from '#lib/text/tokenize';
import type { StoryArticle, StoryProfile } from '#lib/types';
import { usualShare } from './common-words';
import { kindOf } from './kind';
import { languageOf } from './language';
import { marksIn } from './marks';
import { actorsIn, namesIn } from './names';
import { hash, sketch } from './text-reuse';
import { PROFILE } from './thresholds';

/** A profile before it stands in a story, and how each stem is printed in this text (first form met). */
export type Profiled = { profile: Omit<StoryProfile, 'storyId'>; printed: Map<string, string> };

/**
 * What grouping remembers of an article.
 *
 * `titleTerms` carries three things in one map: a stem of the title has weight 1, a stem of the lead (the first
 * PROFILE.leadWords words) that is not in the title has PROFILE.leadWeight, one met up to word PROFILE.earlyWords only
 * PROFILE.earlyWeight. `terms` are counts over title and text,
 * the most telling first.
 */
export function profileOf(article: StoryArticle): Profiled {
  const title = tokenize(article.title);
  const body = tokenize(article.text);
  const printed = new Map<string, string>();
  const counts = new Map<string, number>();
  const titleTerms = new Map<string, number>();
  for (const [index, token] of [...title, ...body].entries()) {
    const term = termOf(token);
    if (term === undefined) continue;
    counts.set(term, (counts.get(term) ?? 0) + 1);
    if (!printed.has(term)) printed.set(term, token.text);
    const place = index - title.length;
    if (titleTerms.has(term) || place >= PROFILE.earlyWords) continue;
    titleTerms.set(term, place < 0 ? 1 : place < PROFILE.leadWords ? PROFILE.leadWeight : PROFILE.earlyWeight);
  }
  const language = article.language ?? languageOf(`${article.title}\n${article.text}`);
  const words = body.map((token) => token.key);
  return {
    printed,
    profile: {
      articleId: article.id,
      outlet: article.outlet,
      ...(article.published === undefined ? {} : { published: article.published }),
      ...(language === undefined ? {} : { language }),
      terms: Object.fromEntries(mostTelling(counts, titleTerms)),
      titleTerms: Object.fromEntries(titleTerms),
      names: namesIn(article.text, body).slice(0, PROFILE.names),
      numbers: numbersIn([...title, ...body]).slice(0, PROFILE.numbers),
      shingles: sketch(words.length > 0 ? words : title.map((token) => token.key)),
      actors: actorsIn(title, article.text, body),
      marks: marksIn(`${article.title}\n${article.text}`, [...title, ...body], title.length + PROFILE.leadWords),
      pairs: [...new Set([...pairsIn(article.title, title), ...pairsIn(article.text, body)])].slice(0, PROFILE.pairs),
      kind: kindOf(article.title, article.text),
      quoted: [...new Set(quotedIn(article.text))].slice(0, PROFILE.quoted),
    },
  };
}

/** The stem a token counts under; undefined for function words and single letters. Numbers lose their thousands marks. */
export function termOf(token: Token): string | undefined {
  const key = token.key;
  if (/^\d/.test(key)) return numberKey(key);
  return isContentWord(key) ? stem(key) : undefined;
}

/** Rare in ordinary news, often said here, and early: the order in which a store of articles is searched for this one. */
function mostTelling(counts: ReadonlyMap<string, number>, titleTerms: ReadonlyMap<string, number>): [string, number][] {
  const worth = (term: string, count: number) =>
    (1 + (titleTerms.get(term) ?? 0)) * (1 + Math.log(count)) * -Math.log(usualShare(term));
  return [...counts]
    .map(([term, count]) => ({ term, count, worth: worth(term, count) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, PROFILE.terms)
    .map(({ term, count }) => [term, count]);
}

function numberKey(key: string): string {
  return key.replace(/,(?=\d{3}(?:\D|$))/g, '');
}

/** Numbers that say something: two digits or more. One-digit numbers occur everywhere. */
function numbersIn(tokens: readonly Token[]): string[] {
  const found = new Set<string>();
  for (const token of tokens) if (/^\d[\d.,]*\d/.test(token.key)) found.add(numberKey(token.key));
  return [...found];
}

// Function words between two terms do not part them, the end of a sentence does: "Bank of Velmora. Rates" → bank–velmora.
function pairsIn(text: string, tokens: readonly Token[]): number[] {
  const found: number[] = [];
  let last: { term: string; end: number } | undefined;
  for (const token of tokens) {
    const term = termOf(token);
    if (term === undefined) continue;
    if (last && !/[.!?;\n]/.test(text.slice(last.end, token.start))) found.push(hash(`${last.term} ${term}`));
    last = { term, end: token.end };
  }
  return found;
}

/** Outlets word a report each in its own way and a quotation alike: hashes of every four words inside quotation marks. */
function quotedIn(text: string): number[] {
  const found: number[] = [];
  for (const [, quoted = ''] of text.matchAll(
    /["\u201C\u201E\u00AB]([^"\u201C-\u201E\u00AB\u00BB]{15,400})["\u201C\u201D\u00BB]/gu,
  )) {
    const keys = tokenize(quoted).map((token) => token.key);
    for (let at = 0; at + QUOTED <= keys.length; at++) found.push(hash(keys.slice(at, at + QUOTED).join(' ')));
  }
  return found;
}

const QUOTED = 4;
