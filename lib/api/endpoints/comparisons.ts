import { z } from 'zod';
import { CSV_TABLES } from '../../share/export/csv-tables';
import { EXPORT_FORMATS, type ExportFormat } from '../../share/export/export-frozen';
import { frozenSchema } from '../../share/frozen-schema';
import type { ExcerptDocument } from '../../types';
import { endpoint, idParams, paging } from '../endpoint';
import { frozenPlace, frozenSummary, job } from '../shapes';

const address = z
  .string()
  .max(4_000)
  .regex(/^https?:\/\//i, 'must begin with http:// or https://')
  .refine((value) => URL.canParse(value), 'is no web address');

const source = z.union([
  z.strictObject({ link: address }),
  z.strictObject({
    text: z.string().min(1).max(2_000_000),
    outlet: z.string().max(200).exactOptional(),
    headline: z.string().max(1_000).exactOptional(),
  }),
]);

const choice = {
  reference: z.string().exactOptional().describe('Article id; else the earliest complete text.'),
  articles: z.array(z.string()).max(20).exactOptional().describe('Article ids; else all.'),
  codebooks: z.array(z.string()).min(1).max(20).exactOptional().describe('Ids; else those that fit the texts.'),
  includePartial: z.boolean().exactOptional().describe('Count texts that could not be read whole.'),
};

export const compareBody = z.union([
  z.strictObject({ sources: z.array(source).min(2).max(20) }).describe('Links and texts, read in a job.'),
  z.strictObject({ story: z.string(), ...choice }).describe('A stored story, compared at once.'),
  // Checked where it is imported, so that what is wrong is named field by field.
  z.looseObject({ schema: z.literal('frozen/1') }).describe('A comparison exported elsewhere; it keeps its id.'),
]);

const comparison = frozenSchema.shape.comparison.meta({ id: 'Comparison' });
const frozen = frozenSchema.extend({ comparison }).meta({ id: 'Frozen' });

const FORMATS = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]];
const TYPES = Object.values(EXPORT_FORMATS).map(({ type }) => type.split(';')[0] ?? '');

const frozenExcerpt = frozen
  .extend({
    schema: z.literal('frozen-excerpt/1'),
    of: z.string().describe('Id of the frozen comparison.'),
    about: z.string(),
    excerpt: z.object({
      passageWords: z.int(),
      texts: z.array(z.object({ articleId: z.string(), words: z.int(), shown: z.int() })),
    }),
  })
  .meta({ id: 'FrozenExcerpt' }) satisfies z.ZodType<Record<keyof ExcerptDocument, unknown>>;

/** The bytes of a request that are passed on whole; a frozen comparison of twenty long texts has a tenth of it. */
const MOST_IMPORT_BYTES = 10_000_000;

export const createComparison = endpoint({
  id: 'createComparison',
  method: 'POST',
  path: '/comparisons',
  summary: 'Compare links and texts (a job), or a story (at once), or import a frozen comparison',
  tag: 'comparisons',
  who: 'comparing',
  query: z.strictObject({ again: z.enum(['1']).optional().describe('Import also what was deleted here before.') }),
  body: compareBody,
  mostBytes: MOST_IMPORT_BYTES,
  answers: {
    200: {
      description: 'The story’s comparison; texts in excerpts where whole texts are not public.',
      json: z.object({ comparison }),
    },
    201: { description: 'Imported.', json: frozenPlace },
    202: { description: 'The job that reads the sources; ask for it until it is done.', json: z.object({ job }) },
  },
  errors: ['unknown-id', 'import-refused', 'bad-codebook', 'gone'],
});

export const freezeComparison = endpoint({
  id: 'freezeComparison',
  method: 'POST',
  path: '/comparisons/freeze',
  summary: 'Freeze the comparison of a story or of a finished job under an id made from its content',
  tag: 'comparisons',
  who: 'comparing',
  body: z.union([
    z.strictObject({ story: z.string(), ...choice, view: z.record(z.string(), z.string()).exactOptional() }),
    z.strictObject({ job: z.string(), ...choice, view: z.record(z.string(), z.string()).exactOptional() }),
  ]),
  answers: { 201: { description: 'Frozen; the same content has the same id.', json: frozenPlace } },
  errors: ['unknown-id', 'gone'],
});

export const listComparisons = endpoint({
  id: 'listComparisons',
  method: 'GET',
  path: '/comparisons',
  summary: 'Frozen comparisons, latest first',
  tag: 'comparisons',
  who: 'everybody',
  query: z.strictObject(paging),
  answers: {
    200: {
      description: 'One page.',
      json: z.object({ comparisons: z.array(frozenSummary), nextCursor: z.string().exactOptional() }),
    },
  },
  errors: [],
});

export const getComparison = endpoint({
  id: 'getComparison',
  method: 'GET',
  path: '/comparisons/{id}',
  summary: 'A frozen comparison, or with `format` an export of it',
  tag: 'comparisons',
  who: 'everybody',
  params: idParams,
  query: z.strictObject({
    format: z.enum(FORMATS).optional().describe('With it the answer is a file to keep.'),
    table: z.enum(CSV_TABLES).optional().describe('Which table, for csv.'),
    blind: z.literal('1').optional().describe('Letters for the names of outlets.'),
    key: z.string().max(200).optional().describe('The key of a link for a class, which takes the letters away again.'),
  }),
  answers: {
    200: {
      description: 'The document, whole for the owner, in excerpts for others where whole texts are not public.',
      json: z.union([frozen, frozenExcerpt]),
      types: TYPES.filter((type) => type !== 'application/json'),
    },
  },
  errors: ['unknown-id', 'gone'],
});

export const deleteComparison = endpoint({
  id: 'deleteComparison',
  method: 'DELETE',
  path: '/comparisons/{id}',
  summary: 'Take a frozen comparison down; its links answer with the reason',
  tag: 'comparisons',
  who: 'owner',
  params: idParams,
  query: z.strictObject({
    reason: z.string().trim().min(1).max(500).describe('What the id answers from now on.'),
  }),
  answers: { 204: { description: 'Deleted.' } },
  errors: ['unknown-id', 'gone'],
});
