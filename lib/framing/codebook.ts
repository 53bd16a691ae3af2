import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { z } from 'zod';
import { SynopticError } from '#lib/errors';
import { stemmerFor } from '#lib/text/inflections';
import type { Codebook } from '#lib/types';
import { codebookSchema, type ParsedCodebook } from './codebook-schema';

/** So many problems are named at once; a file with more has one cause. */
const MOST_NAMED = 8;

/**
 * A codebook as read from a file or a form → a codebook the counting stage trusts.
 *
 * @param file name for messages only.
 * @throws SynopticError `bad-codebook`; the message names the file, each key that is wrong and what to do; `subject` is the first key.
 */
export function parseCodebook(json: unknown, file: string): Codebook {
  const parsed = codebookSchema.safeParse(json);
  const problems = parsed.success
    ? crossProblems(parsed.data)
    : parsed.error.issues.flatMap((each) => problemsOf(each, []));
  const [first] = problems;
  if (!parsed.success || first) throw refusal(file, problems);
  return parsed.data;
}

const hashes = new WeakMap<Codebook, string>();

/** SHA-256 (hex) of the canonical JSON (RFC 8785): the order of keys and white space do not matter, everything else does. */
export function codebookHash(codebook: Codebook): string {
  const known = hashes.get(codebook);
  if (known) return known;
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalize(codebook) ?? '')));
  hashes.set(codebook, hash);
  return hash;
}

type Problem = { key: string; message: string };

function refusal(file: string, problems: readonly Problem[]): SynopticError {
  const named = problems.slice(0, MOST_NAMED).map(({ key, message }) => (key === '' ? message : `${key} ${message}`));
  const more = problems.length > MOST_NAMED ? `; and ${problems.length - MOST_NAMED} more` : '';
  return new SynopticError('bad-codebook', `${file}: ${named.join('; ')}${more}.`, {
    subject: problems[0]?.key || file,
  });
}

function problemsOf(issue: z.core.$ZodIssue, above: PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path];
  const key = pathText(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((each) => ({
        key: pathText([...path, each]),
        message: 'is not a key of a codebook; check its spelling or take it out',
      }));
    case 'invalid_type':
      return [{ key: key || 'The codebook', message: missingOrWrong(issue) }];
    case 'invalid_value':
      return [{ key, message: `must be ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}` }];
    case 'invalid_union':
      return unionProblems(issue, path);
    default:
      return [{ key, message: issue.message }];
  }
}

function missingOrWrong(issue: z.core.$ZodIssueInvalidType): string {
  return `must be ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}${issue.input === undefined ? ' (it is missing or of another type)' : ''}`;
}

// Of the three shapes of a rule, the one whose key is there is the one that was meant.
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, path: PropertyKey[]): Problem[] {
  const meant = issue.errors.find((branch) => branch.every((each) => each.path.length > 0));
  if (meant) return meant.flatMap((each) => problemsOf(each, path));
  return [{ key: pathText(path), message: 'must be one of {"any": […]}, {"all": [[…], […]]} or {"regex": "…"}' }];
}

/** ["frames", 2, "include", 0, "any", 1] → frames[2].include[0].any[1] */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** What no single key can tell: ids used twice, topics and labels that do not exist. */
function crossProblems(codebook: ParsedCodebook): Problem[] {
  const problems: Problem[] = [];
  const topics = codebook.topics ?? [];
  const codes = [
    ...codebook.frames.map(({ id }, at) => ({ id, key: `frames[${at}].id` })),
    ...codebook.concepts.flatMap((concept, at) =>
      concept.labels.map(({ id }, label) => ({ id, key: `concepts[${at}].labels[${label}].id` })),
    ),
  ];
  problems.push(...repeated(codes), ...repeated(topics.map(({ id }, at) => ({ id, key: `topics[${at}].id` }))));
  problems.push(...repeated(codebook.concepts.map(({ id }, at) => ({ id, key: `concepts[${at}].id` }))));
  if (codes.length === 0)
    problems.push({ key: 'frames', message: 'and concepts are both empty; write at least one code' });

  const names = new Set(topics.map((topic) => topic.id));
  codebook.frames.forEach((frame, at) => {
    frame.requires?.forEach((id, item) => {
      if (!names.has(id)) problems.push(unknownTopic(`frames[${at}].requires[${item}]`, id));
    });
  });
  const stems = stemmerFor(codebook.lang) !== undefined;
  for (const { key, value } of strings(
    { topics, about: codebook.about, frames: codebook.frames, concepts: codebook.concepts },
    [],
  )) {
    if (isTermKey(key) && value.includes('~') && !stems)
      problems.push({
        key: pathText(key),
        message: `(${value}) asks for inflections, which are not known for “${codebook.lang}”; write the forms out or use *`,
      });
    if (isTermKey(key) && value.startsWith('@') && !names.has(value.slice(1))) {
      problems.push(unknownTopic(pathText(key), value.slice(1)));
    }
  }
  codebook.concepts.forEach((concept, at) => {
    concept.examples.forEach(({ label }, item) => {
      if (label === null || concept.labels.some(({ id }) => id === label)) return;
      const key = `concepts[${at}].examples[${item}].label`;
      problems.push({ key, message: `names “${label}”, which is not a label of this concept` });
    });
  });
  return problems;
}

function repeated(ids: readonly { id: string; key: string }[]): Problem[] {
  const seen = new Map<string, string>();
  return ids.flatMap(({ id, key }) => {
    const first = seen.get(id);
    seen.set(id, first ?? key);
    return first === undefined
      ? []
      : [{ key, message: `repeats “${id}” of ${first}; ids must differ within a codebook` }];
  });
}

function unknownTopic(key: string, id: string): Problem {
  return { key, message: `names the topic “${id}”, which is not in topics; add it there or correct the name` };
}

function* strings(value: unknown, path: PropertyKey[]): Generator<{ key: PropertyKey[]; value: string }> {
  if (typeof value === 'string') yield { key: path, value };
  else if (Array.isArray(value)) for (const [at, each] of value.entries()) yield* strings(each, [...path, at]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) yield* strings(each, [...path, key]);
}

function isTermKey(path: readonly PropertyKey[]): boolean {
  return path.some((part) => /^(?:any|all|terms|exclude|never|about)$/.test(String(part)));
}
