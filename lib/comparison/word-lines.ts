import { positionOf } from '../framing/units';
import { voicesOf } from '../framing/voice';
import { stem } from '../text/stem';
import { isListWord } from '../text/stop-words';
import { type Token, tokenize } from '../text/tokenize';
import type { Article, Voice } from '../types';
import type { Filter } from './frame-rows';

/** One place of a word with what stands around it. */
export type Line = { articleId: string; paragraph: number; before: string; text: string; after: string; voice: Voice };
/** Every place of a word in all of its forms. */
export type Places = { forms: string[]; lines: Line[] };

// "pic.lantern.example/Ab1": cut at its dots an address is three words that nobody wrote. A name on the net has at most 63 characters between
// two dots; without a bound, a text of nothing but dots took seconds.
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\b\p{L}[\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,63}){1,6}\/\S*|\b[\p{L}\d-]{1,63}\.(?:com|org|net|gov|edu)\b/gu;

/** Words to either side of a place. */
const AROUND = 8;

export const EVERYWHERE: Filter = { voice: 'all', position: 'all' };

/** Words of a text's paragraphs by stem, as far as the filter lets them through: no function words, figures or addresses. */
export function placesOf(article: Article, filter: Filter = EVERYWHERE): Map<string, Places> {
  const found = new Map<string, Places>();
  article.paragraphs.forEach(({ text }, paragraph) => {
    if (filter.position !== 'all' && positionOf(paragraph) !== filter.position) return;
    const tokens = tokenize(text);
    const voiceAt = voicesOf(text);
    const addresses = [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length] as const);
    tokens.forEach((token, at) => {
      if (!isListWord(token.key) || /^\d/.test(token.key)) return;
      if (addresses.some(([start, end]) => start <= token.start && token.start < end)) return;
      const { voice } = voiceAt(token);
      if (filter.voice !== 'all' && filter.voice !== voice) return;
      const key = stem(token.key);
      const places = found.get(key) ?? { forms: [], lines: [] };
      places.forms.push(token.text);
      places.lines.push({ articleId: article.id, paragraph, ...around(text, tokens, at), voice });
      found.set(key, places);
    });
  });
  return found;
}

// "Russian-American" holds "American": where a word is said to stand nowhere else, parts of compounds count too.
export function stems(text: string): string[] {
  return tokenize(text).flatMap(({ key }) => (key.includes('-') ? [key, ...key.split('-')] : [key]).map(stem));
}

/** How a word is written most often. */
export function mostFrequent(forms: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as [string, number])[0];
}

/** What stands around a place of a paragraph, up to eight words each side. */
export function around(text: string, tokens: readonly Token[], at: number): Pick<Line, 'before' | 'text' | 'after'> {
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
