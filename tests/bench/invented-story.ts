import type { Article, Outlet } from '#lib/types';

/** Small seeded generator (mulberry32): the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'ba be bo da de do fa fe ga go ha he ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve za'.split(
    ' ',
  );
const GLUE = 'the a of in on with for by after before that which and but to from at its their'.split(' ');
const VERBS = 'said claimed insisted confirmed denied warned added noted'.split(' ');

/**
 * A story as outlets tell it: `shared` of each article's paragraphs come from one pool, reworded by dropping and swapping
 * words; the rest are its own. Every third paragraph quotes somebody, every fourth has a figure.
 */
export function inventStory(options: { articles: number; paragraphs: number; shared?: number; seed?: number }): {
  articles: Article[];
  outlets: Outlet[];
} {
  const random = seeded(options.seed ?? 1);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const word = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
  const vocabulary = Array.from({ length: 900 }, word);
  const phrase = (length: number) =>
    Array.from({ length }, (_, at) => (at % 3 === 1 ? pick(GLUE) : pick(vocabulary))).join(' ');
  const sentence = () => `${capital(phrase(14 + Math.floor(random() * 12)))}.`;
  const paragraph = (index: number) => {
    const parts = [sentence(), sentence()];
    if (index % 3 === 0)
      parts.push(`“${capital(phrase(9))}, and ${phrase(6)},” ${capital(pick(vocabulary))} ${pick(VERBS)}.`);
    if (index % 4 === 0) parts.push(`More than ${Math.floor(random() * 9000)} people ${phrase(5)} in the crisis.`);
    return parts.join(' ');
  };
  const pool = Array.from({ length: options.paragraphs }, (_, index) => paragraph(index));
  const reword = (text: string) =>
    text
      .split(' ')
      .filter(() => random() > 0.12)
      .map((each) => (random() < 0.1 && /^[a-z]+$/.test(each) ? pick(vocabulary) : each))
      .join(' ');

  const outlets: Outlet[] = [];
  const articles = Array.from({ length: options.articles }, (_, number): Article => {
    const outlet: Outlet = { id: `outlet-${number}`, name: `Outlet ${String(number).padStart(2, '0')}`, sample: true };
    outlets.push(outlet);
    const texts = Array.from({ length: options.paragraphs }, (_, index) =>
      random() < (options.shared ?? 0.6) ? reword(pool[index] ?? '') : paragraph(index),
    );
    let start = 0;
    const paragraphs = texts.map((text, index) => {
      const placed = { id: `p${index}`, kind: 'paragraph' as const, text, start };
      start += text.length + 1;
      return placed;
    });
    return {
      id: `article-${number}`,
      version: 1,
      outletId: outlet.id,
      outletName: outlet.name,
      headline: reword(pool[0] ?? '').slice(0, 80),
      language: 'en',
      fetchedAt: '2025-01-01T00:00:00Z',
      paragraphs,
      quality: { status: 'full', reasons: [] },
      dropped: [],
      textHash: `hash-${number}`,
    };
  });
  return { articles, outlets };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
