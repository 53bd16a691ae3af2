import { z } from 'zod';
import { DIFFERENCE_KINDS } from '#lib/types';

/**
 * The published shape of a frozen document. Objects are strict: an unknown field would change the hash without being
 * shown, and a document made by a newer version should say so rather than open half.
 */

const index = z.int().min(-1);
const offset = z.int().min(0);
const share = z.number().min(0).max(1);
const text = z.string();
// A link in a document from elsewhere is shown to be followed: nothing but the web.
const address = z.string().regex(/^https?:\/\//i, 'must be an http or https address');
const reason = z.strictObject({ code: text, message: text });
const span = z.strictObject({ start: offset, end: offset });
const place = z.strictObject({ paragraph: index, start: offset, end: offset, text });
const voice = z.enum(['own', 'attributed', 'quoted']);
const position = z.enum(['headline', 'lead', 'body']);

const article = z.strictObject({
  id: text,
  version: z.int().min(1),
  outletId: text,
  outletName: text,
  url: address.optional(),
  headline: text,
  standfirst: text.optional(),
  byline: text.optional(),
  published: text.optional(),
  updated: text.optional(),
  language: text.optional(),
  fetchedAt: text,
  paragraphs: z.array(
    z.strictObject({ id: text, kind: z.enum(['paragraph', 'heading', 'quote', 'list']), text, start: offset }),
  ),
  quality: z.strictObject({
    status: z.enum(['full', 'partial', 'excerpt', 'blocked', 'failed']),
    reasons: z.array(reason),
  }),
  dropped: z.array(z.strictObject({ text, reason })),
  textHash: text,
});

const outlet = z.strictObject({
  id: text,
  name: text,
  country: text.optional(),
  language: text.optional(),
  homepage: address.optional(),
  sample: z.boolean(),
});

const link = z.strictObject({
  reference: offset,
  other: offset,
  confidence: share,
  tier: z.enum(['strong', 'possible']),
  moved: z.boolean(),
  byHand: z.literal(true).optional(),
});

const passage = z.strictObject({
  reference: index,
  other: index,
  shared: z.array(z.strictObject({ reference: span, other: span })),
  changes: z.array(z.strictObject({ kind: z.enum(['kept', 'added', 'removed']), text })).optional(),
});

const difference = z.strictObject({
  kind: z.enum(DIFFERENCE_KINDS),
  reference: place,
  other: place,
  note: text,
  grade: text.optional(),
  speaker: text.optional(),
  quiet: z.boolean(),
});

const pair = z.strictObject({
  other: text,
  alignment: z.strictObject({
    links: z.array(link),
    unmatched: z.strictObject({ reference: z.array(offset), other: z.array(offset) }),
  }),
  wording: z.strictObject({ passages: z.array(passage), differences: z.array(difference), headline: passage }),
});

const kind = z.enum(['frame', 'label']);
const hit = z.strictObject({
  code: text,
  kind,
  concept: text.optional(),
  paragraph: index,
  sentence: offset,
  start: offset,
  end: offset,
  text,
  sentenceStart: offset,
  sentenceEnd: offset,
  pattern: text,
  voice,
  speaker: text.optional(),
  position,
});

const framing = z.strictObject({
  codebook: z.strictObject({ id: text, version: text, hash: text }),
  articles: z.array(
    z.strictObject({
      articleId: text,
      sentences: offset,
      words: offset,
      hits: z.array(hit),
      counts: z.array(
        z.strictObject({
          code: text,
          kind,
          concept: text.optional(),
          sentences: offset,
          mentions: offset,
          byVoice: z.strictObject({ own: offset, attributed: offset, quoted: offset }),
          byPosition: z.strictObject({ headline: offset, lead: offset, body: offset }),
        }),
      ),
    }),
  ),
});

const comparison = z.strictObject({
  schema: z.literal('comparison/1'),
  software: z.strictObject({ name: text, version: text }),
  title: text,
  settings: z.strictObject({ reference: text, codebooks: z.array(text), includePartial: z.boolean() }),
  articles: z.array(article).min(2),
  outlets: z.array(outlet),
  pairs: z.array(pair),
  framing: z.array(framing),
  // Codebooks are checked in full where they are written; a frozen one only has to be readable.
  codebooks: z.array(
    z.looseObject({
      id: text,
      version: text,
      title: text,
      frames: z.array(z.unknown()),
      concepts: z.array(z.unknown()),
    }),
  ),
  notes: z.array(z.strictObject({ articleId: text.optional(), reason })),
  linkCorrections: z
    .array(z.strictObject({ articleId: text, reference: offset, other: offset, linked: z.boolean() }))
    .optional(),
  copies: z.array(z.strictObject({ articleId: text, of: text })).optional(),
  verdicts: z
    .array(
      z.strictObject({
        articleId: text,
        codebook: text,
        code: text,
        paragraph: index,
        start: offset,
        end: offset,
        said: z.enum(['right', 'wrong']),
      }),
    )
    .optional(),
});

export const frozenSchema = z.strictObject({
  schema: z.literal('frozen/1'),
  comparison,
  view: z.record(text, text),
});

/**
 * The same as JSON Schema (draft 2020-12), for programs that read exported comparisons: made from the schema above, so that it cannot
 * promise anything else.
 */
export function frozenJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(frozenSchema, { target: 'draft-2020-12' }),
    title: 'Frozen comparison',
    description:
      'A comparison of news texts as Synoptic freezes and exports it. Its id is the first 80 bits of the SHA-256 of its canonical JSON (RFC 8785), in Crockford base 32. Offsets are UTF-16 code units, end exclusive, into the text of one paragraph; paragraph -1 is the headline.',
  };
}
