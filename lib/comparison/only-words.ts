import { voicesOf } from '../framing/voice';
import { stem } from '../text/stem';
import { isContentWord } from '../text/stop-words';
import { type Token, tokenize } from '../text/tokenize';
import type { Article, Voice } from '../types';

/** One place of a word with what stands around it. */
export type Line = { paragraph: number; before: string; text: string; after: string; voice: Voice };
/** A word, in its most frequent form, with every place it has. */
export type OnlyWord = { word: string; paragraphs: number; lines: Line[] };

/** A word must stand in this many paragraphs: once is chance. */
const LEAST_PARAGRAPHS = 2;
const MOST_WORDS = 40;
/** Words to either side of a place. */
const AROUND = 8;

/**
 * Content words of a text that none of the others has, in any of their forms, most widely spread first. An index to read
 * by, not a finding: with one text an outlet, most such words are chance, so nothing is tested and nothing ranked between outlets.
 */
export function wordsOnlyIn(article: Article, others: readonly Article[]): OnlyWord[] {
  const elsewhere = new Set(others.flatMap((other) => [other.headline, ...texts(other)].flatMap(stems)));
  // An outlet names itself and its writers; that tells nothing about the event.
  for (const own of stems(`${article.outletName} ${article.byline ?? ''}`)) elsewhere.add(own);
  const found = new Map<string, { forms: string[]; lines: Line[] }>();
  texts(article).forEach((text, paragraph) => {
    const tokens = tokenize(text);
    const voiceAt = voicesOf(text);
    tokens.forEach((token, at) => {
      const key = stem(token.key);
      if (!isContentWord(token.key) || /^\d/.test(token.key) || elsewhere.has(key)) return;
      const entry = found.get(key) ?? { forms: [], lines: [] };
      entry.forms.push(token.text);
      entry.lines.push({ paragraph, ...around(text, tokens, at), voice: voiceAt(token).voice });
      found.set(key, entry);
    });
  });
  return [...found.values()]
    .map(({ forms, lines }) => ({
      word: mostFrequent(forms),
      paragraphs: new Set(lines.map(({ paragraph }) => paragraph)).size,
      lines,
    }))
    .filter(({ paragraphs }) => paragraphs >= LEAST_PARAGRAPHS)
    .sort((a, b) => b.paragraphs - a.paragraphs || b.lines.length - a.lines.length || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}

function texts(article: Article): string[] {
  return article.paragraphs.map(({ text }) => text);
}

// "Russian-American" holds "American": the claim is that a word stands nowhere else, so parts of compounds count too.
function stems(text: string): string[] {
  return tokenize(text).flatMap(({ key }) => (key.includes('-') ? [key, ...key.split('-')] : [key]).map(stem));
}

function around(text: string, tokens: readonly Token[], at: number): Pick<Line, 'before' | 'text' | 'after'> {
  const token = tokens[at];
  if (!token) return { before: '', text: '', after: '' };
  const from = tokens[Math.max(0, at - AROUND)]?.start ?? 0;
  const to = tokens[Math.min(tokens.length - 1, at + AROUND)]?.end ?? text.length;
  return {
    before: text.slice(from, token.start),
    text: text.slice(token.start, token.end),
    after: text.slice(token.end, to),
  };
}

function mostFrequent(forms: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
