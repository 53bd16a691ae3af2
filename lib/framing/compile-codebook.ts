import { stemmerFor } from '#lib/text/inflections';
import type { Codebook, CodebookTerm, ConceptCode, FrameCode } from '#lib/types';
import { compileRegex, type RegexTerm } from './regex-term';
import { compileTerm, type Term } from './term';
import { buildIndex, type ListId, type TermIndex } from './term-index';

/**
 * A rule holds when each of its lists has a match in the sentence: one list for `any` and `regex`, several for `all`, which
 * share the rule's weight.
 */
export type Rule = { lists: ListId[]; weight: number };
export type CompiledFrame = { id: string; rules: Rule[]; exclude: ListId | undefined; requires: ListId[] };
export type CompiledLabel = { id: string; terms: ListId; exclude: ListId | undefined };
export type CompiledConcept = {
  id: string;
  anchor: { terms: ListId; window: number } | undefined;
  follow: { determiners: ListId; maxSentences: number } | undefined;
  labels: CompiledLabel[];
  never: ListId | undefined;
};
export type CompiledCodebook = {
  lang: string;
  about: ListId | undefined;
  index: TermIndex;
  frames: CompiledFrame[];
  concepts: CompiledConcept[];
};

const compiled = new WeakMap<Codebook, CompiledCodebook>();

/** Codebook → what counting needs; made once for each codebook object. The codebook must have passed `parseCodebook`. */
export function compileCodebook(codebook: Codebook): CompiledCodebook {
  const known = compiled.get(codebook);
  if (known) return known;
  const fresh = compile(codebook);
  compiled.set(codebook, fresh);
  return fresh;
}

function compile(codebook: Codebook): CompiledCodebook {
  const topics = new Map((codebook.topics ?? []).map((topic) => [topic.id, topic.terms]));
  const stem = stemmerFor(codebook.lang);
  const lists: (Term | RegexTerm)[][] = [];
  const add = (terms: (Term | RegexTerm)[]): ListId => lists.push(terms) - 1;
  const list = (terms: readonly string[]): ListId =>
    add(expandTopics(terms, topics).map((term) => compileTerm(term, stem)));
  const optional = (terms: readonly string[] | undefined): ListId | undefined =>
    terms && terms.length > 0 ? list(terms) : undefined;

  const listsOf = (rule: CodebookTerm): ListId[] => {
    if ('regex' in rule) return [add([compileRegex(rule.regex)])];
    return 'any' in rule ? [list(rule.any)] : rule.all.map(list);
  };
  const frame = (code: FrameCode): CompiledFrame => ({
    id: code.id,
    rules: code.include.map((rule) => {
      const lists = listsOf(rule);
      return { lists, weight: (rule.weight ?? 1) / lists.length };
    }),
    exclude: optional(code.exclude),
    requires: (code.requires ?? []).map((id) => list(topics.get(id) ?? [])),
  });
  const concept = (code: ConceptCode): CompiledConcept => ({
    id: code.id,
    anchor: code.anchor && { terms: list(code.anchor.terms), window: code.anchor.window },
    follow: code.follow && {
      determiners: list(code.follow.determiners),
      maxSentences: code.follow.maxSentences,
    },
    labels: code.labels.map((label) => ({
      id: label.id,
      terms: list(label.terms),
      exclude: optional(label.exclude),
    })),
    never: optional(code.never),
  });

  const about = optional(codebook.about);
  const frames = codebook.frames.map(frame);
  const concepts = codebook.concepts.map(concept);
  return { lang: codebook.lang, about, index: buildIndex(lists, stem), frames, concepts };
}

/** `@places` in a list stands for the terms of the topic `places`, so that a long list is written once. */
function expandTopics(terms: readonly string[], topics: ReadonlyMap<string, string[]>): string[] {
  return terms.flatMap((term) => (term.startsWith('@') ? (topics.get(term.slice(1)) ?? []) : [term]));
}
