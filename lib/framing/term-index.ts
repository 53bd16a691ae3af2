import type { Stemmer } from '#lib/text/inflections';
import type { Span } from '#lib/types';
import { LONGEST_READ, type RegexTerm } from './regex-term';
import { endOfTerm, type Line, lineOf, PREFIXES, type Term } from './term';

/** A list of terms of one codebook, known by its number. */
export type ListId = number;
export type Match = Span & { pattern: string };
/** Matches by list, each in reading order. Lists without a match are not in the map. */
export type Found = Map<ListId, Match[]>;

type Entry<T> = { term: T; lists: ListId[] };
/** All terms of a codebook in one structure: looking through a sentence costs about one step a word, however many terms there are. */
export type TermIndex = {
  byWord: Map<string, Entry<Term>[]>;
  byStem: Map<string, Entry<Term>[]>;
  byPrefix: Map<string, (Entry<Term> & { prefix: string })[]>;
  bySign: Map<string, Entry<Term>[]>;
  anyWord: Entry<Term>[];
  regexes: Entry<RegexTerm>[];
  stem: Stemmer | undefined;
};

const LONGEST_PREFIX = Math.max(...PREFIXES);

/** @param stem the one the terms were compiled with. */
export function buildIndex(lists: readonly (readonly (Term | RegexTerm)[])[], stem?: Stemmer): TermIndex {
  const index: TermIndex = {
    byWord: new Map(),
    byStem: new Map(),
    byPrefix: new Map(),
    bySign: new Map(),
    anyWord: [],
    regexes: [],
    stem,
  };
  const known = new Map<string, Entry<Term>>();
  lists.forEach((terms, list) => {
    for (const term of terms) {
      if ('regex' in term) {
        index.regexes.push({ term, lists: [list] });
        continue;
      }
      const entry = known.get(term.source);
      if (!entry) known.set(term.source, { term, lists: [list] });
      else if (!entry.lists.includes(list)) entry.lists.push(list);
    }
  });
  for (const entry of known.values()) place(index, entry);
  return index;
}

function place(index: TermIndex, entry: Entry<Term>): void {
  const { lookup } = entry.term;
  if (lookup.by === 'any-word') index.anyWord.push(entry);
  else if (lookup.by === 'word') push(index.byWord, lookup.key, entry);
  else if (lookup.by === 'stem') push(index.byStem, lookup.key, entry);
  else if (lookup.by === 'sign') push(index.bySign, lookup.key, entry);
  else push(index.byPrefix, lookup.key.slice(0, LONGEST_PREFIX), { ...entry, prefix: lookup.key });
}

/** Every match of every term in one folded sentence. */
export function findTerms(index: TermIndex, folded: string): Found {
  const line = lineOf(folded);
  const found: Found = new Map();
  for (const word of line.words) {
    for (const entry of index.byWord.get(word.text) ?? []) matchAt(entry, line, word.start, found);
    if (index.stem && index.byStem.size > 0)
      for (const entry of index.byStem.get(index.stem(word.text)) ?? []) matchAt(entry, line, word.start, found);
    for (const length of PREFIXES) {
      if (word.text.length < length) break;
      for (const entry of index.byPrefix.get(word.text.slice(0, length)) ?? [])
        if (word.text.startsWith(entry.prefix)) matchAt(entry, line, word.start, found);
    }
    for (const entry of index.anyWord) matchAt(entry, line, word.start, found);
  }
  if (index.bySign.size > 0) {
    for (let at = 0; at < line.text.length; at++) {
      for (const entry of index.bySign.get(line.text[at] ?? '') ?? []) matchAt(entry, line, at, found);
    }
  }
  const read = folded.slice(0, LONGEST_READ);
  for (const entry of index.regexes) {
    for (const match of read.matchAll(entry.term.regex)) {
      if (match[0] !== '') keep(entry, match.index, match.index + match[0].length, found);
    }
  }
  return found;
}

function matchAt(entry: Entry<Term>, line: Line, at: number, found: Found): void {
  const end = endOfTerm(entry.term, line, at);
  if (end !== undefined) keep(entry, at, end, found);
}

function keep({ term, lists }: Entry<Term | RegexTerm>, start: number, end: number, found: Found): void {
  for (const list of lists) push(found, list, { start, end, pattern: term.source });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Leftmost first, the longer of two that begin together, none overlapping: "illegal immigrant" keeps "immigrant" out. */
export function withoutOverlap<M extends Span>(matches: readonly M[]): M[] {
  const kept: M[] = [];
  for (const match of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  }
  return kept;
}
