import { z } from 'zod';
import { regexProblem } from './regex-term';
import { termProblem } from './term';

const words = z.string().trim().min(1, 'is empty; write something or take the key out');
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'may hold small letters, figures and hyphens only, at most 60 of them');

const term = z.string().check((context) => {
  if (context.value.startsWith('@')) return; // a topic's name, checked with the topics
  const problem = termProblem(context.value);
  if (problem) context.issues.push({ code: 'custom', input: context.value, message: problem });
});
const plainTerm = term.refine((value) => !value.startsWith('@'), 'must be a word here, not the name of a topic');
const terms = z.array(term).min(1, 'is empty; give at least one term').max(2000, 'has more than 2,000 terms');
const regex = z.string().check((context) => {
  const problem = regexProblem(context.value);
  if (problem) context.issues.push({ code: 'custom', input: context.value, message: problem });
});

const weight = z.number().min(0.01, 'must be .01 or more').max(10, 'must be 10 or less').exactOptional();

const rule = z.union([
  z.strictObject({ any: terms, weight }),
  z.strictObject({
    all: z.array(terms).min(2, 'needs at least two lists'),
    within: z.literal('sentence').exactOptional(),
    weight,
  }),
  z.strictObject({ regex, weight }),
]);

const share = z.number().min(0, 'must be 0 or more').max(1, 'must be 1 or less');
const measured = z.strictObject({
  on: words,
  n: z.int().min(1, 'must be 1 or more'),
  precision: share,
  recall: share,
  f1: share,
  how: words,
});

const frame = z.strictObject({
  id,
  label: words,
  definition: words,
  question: words,
  exploratory: z.boolean().exactOptional(),
  include: z.array(rule).min(1, 'is empty; give at least one rule'),
  exclude: terms.exactOptional(),
  requires: z.array(id).min(1, 'is empty; name a topic or take the key out').exactOptional(),
  examples: z.array(z.strictObject({ text: words, code: z.boolean(), why: words.exactOptional() })),
  reliability: z
    .strictObject({
      alpha: z.number().min(-1).max(1).exactOptional(),
      source: words,
      checked: z.int().min(0).exactOptional(),
      right: z.int().min(0).exactOptional(),
      measured: measured.exactOptional(),
    })
    .refine((value) => (value.right ?? 0) <= (value.checked ?? 0), 'has more right hits than checked ones')
    .exactOptional(),
});

const concept = z.strictObject({
  id,
  label: words,
  definition: words,
  anchor: z
    .strictObject({ terms, window: z.int().min(1, 'must be 1 or more').max(30, 'must be 30 or less') })
    .exactOptional(),
  follow: z
    .strictObject({
      determiners: z.array(plainTerm).min(1, 'is empty; give “the” at least'),
      maxSentences: z.int().min(0).max(50, 'must be 50 or less'),
    })
    .exactOptional(),
  labels: z
    .array(z.strictObject({ id, label: words, terms, exclude: terms.exactOptional() }))
    .min(1, 'is empty; a concept needs the labels it is known by'),
  never: terms.exactOptional(),
  examples: z.array(z.strictObject({ text: words, label: id.nullable(), why: words.exactOptional() })),
});

export const codebookSchema = z.strictObject({
  schema: z.literal('codebook/1'),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must look like 1.0.0'),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a language tag such as “en”'),
  title: words,
  description: words,
  author: words,
  licence: words,
  basedOn: z.array(words),
  unit: z.literal('sentence'),
  topics: z
    .array(z.strictObject({ id, terms: z.array(plainTerm).min(1, 'is empty; give at least one term') }))
    .exactOptional(),
  about: terms.exactOptional(),
  frames: z.array(frame).max(200, 'has more than 200 frames'),
  concepts: z.array(concept).max(200, 'has more than 200 concepts'),
});

export type ParsedCodebook = z.output<typeof codebookSchema>;
