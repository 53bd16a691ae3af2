import type { Span } from '#lib/types';
import type { CompiledCodebook } from './compile-codebook';
import { type Found, findTerms, type ListId } from './term-index';
import type { Unit } from './units';

/** A sentence together with everything that matched in it. */
export type Reading = { folded: string; found: Found };

export function readUnit(codebook: CompiledCodebook, unit: Unit): Reading {
  return { folded: unit.folded, found: findTerms(codebook.index, unit.folded) };
}

/**
 * What remains when excluded phrases are taken out first: each is overwritten with a sign that is no letter and no space, at
 * the same length, so offsets hold and nothing joins across the hole. Few sentences hold one; only those are read again.
 */
export function withoutExcluded(codebook: CompiledCodebook, reading: Reading, lists: (ListId | undefined)[]): Reading {
  const spans = lists.flatMap((list) => (list === undefined ? [] : (reading.found.get(list) ?? [])));
  if (spans.length === 0) return reading;
  const folded = blank(reading.folded, spans);
  return { folded, found: findTerms(codebook.index, folded) };
}

const HOLE = '\u0000';

function blank(text: string, spans: readonly Span[]): string {
  let blanked = text;
  for (const { start, end } of spans) {
    blanked = blanked.slice(0, start) + HOLE.repeat(end - start) + blanked.slice(end);
  }
  return blanked;
}
