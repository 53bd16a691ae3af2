import type { Codebook, CodebookTerm, ConceptCode, FrameCode } from '#lib/types';

/** What differs between two versions of a codebook, in words a person wrote: nothing is worked out. */
export type CodebookChanges = {
  /** Title, description and whatever else is about the whole codebook. */
  facts: TextChange[];
  codes: CodeChange[];
};

export type TextChange = { key: string; before: string; after: string };

export type ListChange = {
  /** `include`, `exclude`, `anchor`, `label: war` … */
  list: string;
  added: string[];
  dropped: string[];
};

export type CodeChange = {
  /** Frame, concept or topic. */
  kind: 'frame' | 'concept' | 'topic';
  id: string;
  label: string;
  state: 'added' | 'dropped' | 'changed';
  texts: TextChange[];
  lists: ListChange[];
};

type Part = { kind: CodeChange['kind']; id: string; label: string; texts: Lines; lists: Lines };
type Lines = Record<string, string[]>;

/** Codes by id, in the order of the later version, those that are gone last. A change of order alone is no change. */
export function codebookChanges(before: Codebook, after: Codebook): CodebookChanges {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const find = (parts: readonly Part[], part: Part) =>
    parts.find((each) => each.kind === part.kind && each.id === part.id);
  const kept = fresh.flatMap((part): CodeChange[] => {
    const was = find(old, part);
    const { kind, id, label } = part;
    const change = {
      kind,
      id,
      label,
      texts: textChanges(was?.texts ?? {}, part.texts),
      lists: listChanges(was?.lists ?? {}, part.lists),
    };
    if (!was) return [{ ...change, state: 'added' }];
    return change.texts.length + change.lists.length === 0 ? [] : [{ ...change, state: 'changed' }];
  });
  const gone = old
    .filter((part) => !find(fresh, part))
    .map(
      ({ kind, id, label, lists }): CodeChange => ({
        kind,
        id,
        label,
        state: 'dropped',
        texts: [],
        lists: listChanges(lists, {}),
      }),
    );
  return { facts: textChanges(factsOf(before), factsOf(after)), codes: [...kept, ...gone] };
}

function factsOf({ version, lang, title, description, author, licence, basedOn, about }: Codebook): Lines {
  return {
    version: [version],
    title: [title],
    description: [description],
    language: [lang],
    author: [author],
    licence: [licence],
    'based on': basedOn,
    about: about ?? [],
  };
}

function partsOf({ topics = [], frames, concepts }: Codebook): Part[] {
  return [
    ...frames.map(framePart),
    ...concepts.map(conceptPart),
    ...topics.map(({ id, terms }): Part => ({ kind: 'topic', id, label: id, texts: {}, lists: { terms } })),
  ];
}

function framePart({
  id,
  label,
  definition,
  question,
  exploratory,
  include,
  exclude,
  requires,
  examples,
}: FrameCode): Part {
  return {
    kind: 'frame',
    id,
    label,
    texts: {
      label: [label],
      definition: [definition],
      question: [question],
      exploratory: [exploratory ? 'yes' : 'no'],
    },
    lists: {
      include: include.flatMap(ruleLines),
      exclude: exclude ?? [],
      requires: requires ?? [],
      examples: examples.map(({ text, code }) => `${code ? 'coded' : 'not coded'}: ${text}`),
    },
  };
}

function conceptPart({ id, label, definition, anchor, follow, labels, never, examples }: ConceptCode): Part {
  return {
    kind: 'concept',
    id,
    label,
    texts: {
      label: [label],
      definition: [definition],
      window: anchor ? [`${anchor.window} words`] : [],
      follow: follow ? [`${follow.maxSentences} sentences`] : [],
    },
    lists: {
      ...Object.fromEntries(
        labels.flatMap((each) => [
          [`label ${each.label}`, each.terms],
          [`label ${each.label}, exclude`, each.exclude ?? []],
        ]),
      ),
      anchor: anchor?.terms ?? [],
      determiners: follow?.determiners ?? [],
      never: never ?? [],
      examples: examples.map(({ text, label: found }) => `${found ?? 'no label'}: ${text}`),
    },
  };
}

/**
 * A rule as lines that can be told apart: each term of `any` by itself, because one term is what people add; a rule of several
 * lists as one line, because a term there means nothing alone. `["reddit", "town"]` weighing .5 → `reddit (weighs 0.5)`, …
 */
export function ruleLines(rule: CodebookTerm): string[] {
  const weight = rule.weight === undefined ? '' : ` (weighs ${rule.weight})`;
  if ('any' in rule) return rule.any.map((term) => term + weight);
  if ('regex' in rule) return [`/${rule.regex}/${weight}`];
  return [rule.all.map((list) => (list.length === 1 ? list[0] : `(${list.join(' | ')})`)).join(' + ') + weight];
}

function textChanges(before: Lines, after: Lines): TextChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const [was, is] = [(before[key] ?? []).join('; '), (after[key] ?? []).join('; ')];
    return was === is ? [] : [{ key, before: was, after: is }];
  });
}

function listChanges(before: Lines, after: Lines): ListChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((list) => {
    const [was, is] = [before[list] ?? [], after[list] ?? []];
    const added = is.filter((line) => !was.includes(line));
    const dropped = was.filter((line) => !is.includes(line));
    return added.length + dropped.length === 0 ? [] : [{ list, added, dropped }];
  });
}
