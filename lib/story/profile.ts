import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { type Token, tokenize } from '#lib/text/tokenize';
import type { StoryArticle, StoryProfile } from '#lib/types';
import { languageOf } from './language';
import { sketch } from './text-reuse';
import { PROFILE } from './thresholds';

/** A profile before it stands in a story, and how each stem is printed in this text (first form met). */
export type Profiled = { profile: Omit<StoryProfile, 'storyId'>; printed: Map<string, string> };

/**
 * What grouping remembers of an article.
 *
 * `titleTerms` carries two things in one map: a stem of the title has weight 1, a stem of the lead (the first
 * PROFILE.leadWords words) that is not in the title has PROFILE.leadWeight. `terms` are counts over title and text.
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
    if (index < title.length) titleTerms.set(term, 1);
    else if (index < title.length + PROFILE.leadWords) titleTerms.set(term, titleTerms.get(term) ?? PROFILE.leadWeight);
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
      terms: Object.fromEntries(most(counts, PROFILE.terms)),
      titleTerms: Object.fromEntries(titleTerms),
      names: namesIn(article.text, body).slice(0, PROFILE.names),
      numbers: numbersIn([...title, ...body]).slice(0, PROFILE.numbers),
      shingles: sketch(words.length > 0 ? words : title.map((token) => token.key)),
    },
  };
}

/** The stem a token counts under; undefined for function words and single letters. Numbers lose their thousands marks. */
export function termOf(token: Token): string | undefined {
  const key = token.key;
  if (/^\d/.test(key)) return numberKey(key);
  return isContentWord(key) ? stem(key) : undefined;
}

// Map keeps first-met order, so among equal counts the earlier term stays.
function most(counts: Map<string, number>, limit: number): [string, number][] {
  if (counts.size <= limit) return [...counts];
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit);
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

/**
 * Runs of capitalised words that do not open a sentence: "on Tuesday Mayor Ana Ruiz said" → "Tuesday Mayor Ana Ruiz".
 * Scripts without capitals have none; there the terms must do.
 */
function namesIn(text: string, tokens: readonly Token[]): string[] {
  const found = new Set<string>();
  let run: Token[] = [];
  const close = () => {
    if (run.length > 0) found.add(run.map((token) => token.text.replace(/['\u2019]s$/u, '')).join(' '));
    run = [];
  };
  let last: Token | undefined;
  for (const token of tokens) {
    const between = last === undefined ? '' : text.slice(last.end, token.start);
    const opens = last === undefined || /[.!?:\n\r"\u201C\u201D\u00AB\u2018]/u.test(between);
    const capital = /^\p{Lu}/u.test(token.text) && token.text.length > 1;
    if (opens || !/^\s+$/u.test(between)) close();
    if (capital && (!opens || run.length > 0)) run.push(token);
    else close();
    last = token;
  }
  close();
  return [...found];
}
