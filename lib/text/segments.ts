import type { Span } from '../types';

/**
 * A place to mark in a text. `said` is read aloud before the marked words; shared words are listed behind the text instead, since
 * announcing every run of them where it stands would drown the text. A difference has a number that links to its entry in the list.
 */
export type Mark = Span & {
  kind: 'shared' | 'difference' | 'removed' | 'added' | 'hit';
  said?: string;
  number?: number;
  id?: string;
  target?: string;
};

/** A stretch of text under the same marks throughout; `opening` and `closing` are those that begin or end with it. */
export type Segment = Span & { text: string; marks: Mark[]; opening: Mark[]; closing: Mark[] };

/**
 * Cuts a text where marks begin or end. Joined, the segments are the text again. Marks that reach beyond the text are cut
 * to it, empty ones are dropped. Longer marks come first in each segment, so that they are the outer ones.
 */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const kept = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of kept) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    const over = kept.filter((mark) => mark.start <= start && end <= mark.end);
    return {
      start,
      end,
      text: text.slice(start, end),
      marks: over,
      opening: over.filter((mark) => mark.start === start),
      closing: over.filter((mark) => mark.end === end),
    };
  });
}

/** What the shared marks of a text stand on, each wording once and in the order of the text. */
export function wordsShared(text: string, marks: readonly Mark[]): string[] {
  const places = marks.filter(({ kind }) => kind === 'shared').sort((a, b) => a.start - b.start);
  return [...new Set(places.map(({ start, end }) => text.slice(start, end)))];
}
