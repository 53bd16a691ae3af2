import { z } from 'zod';
import type { ErrorBody } from '../errors';
import type { FrozenSummary } from '../store/comparisons';
import type { Job } from '../store/jobs';
import type { Story, StorySummary } from '../store/stories';
import type { Article, Codebook, FeedState, Outlet, Quality, Reason } from '../types';

/**
 * What the API gives, once: the compiler holds these against the types the rest of the house uses, the OpenAPI document is made from
 * them. Objects are open there, because a field more is no new version; one fewer, or another meaning, would be.
 */

const text = z.string();
const count = z.int().min(0);
const time = z.string().describe('ISO 8601 with a zone');
const maybe = text.exactOptional();
const maybeTime = time.exactOptional();

export const reason = z.object({ code: text, message: text }).meta({ id: 'Reason' }) satisfies z.ZodType<Reason>;

export const problem = z
  .object({
    error: z.object({
      code: text.describe('Stable; for programs.'),
      message: text.describe('For people: what is wrong, and what can be done about it.'),
      subject: maybe.describe('The parameter, field or id that is wrong, when there is one.'),
    }),
  })
  .meta({ id: 'Error' }) satisfies z.ZodType<Record<keyof ErrorBody, unknown>>;

export const outlet = z
  .object({
    id: text,
    name: text,
    country: maybe.describe('ISO 3166 alpha-2'),
    language: maybe.describe('BCP 47'),
    homepage: maybe,
    sample: z.boolean().describe('Written for this project, fictional.'),
  })
  .meta({ id: 'Outlet' }) satisfies z.ZodType<Outlet>;

const feed = z
  .object({
    id: text,
    url: text,
    title: maybe,
    lastTryAt: maybeTime,
    lastSuccessAt: maybeTime,
    lastError: reason.exactOptional(),
    failures: count.describe('Failed tries in a row.'),
    nextCheckAt: time,
    retired: z.boolean(),
    pausedAt: maybeTime,
  })
  .meta({ id: 'Feed' }) satisfies z.ZodType<Omit<FeedState, 'outletId' | 'intervalSeconds'>>;

export const outletRead = outlet
  .extend({
    state: text.describe('read, quiet, unread, failing, given-up, taken-down or paused'),
    feeds: z.array(feed),
    newest: maybeTime.describe('Time of its newest article.'),
    perDay: z.number().exactOptional(),
    articles: count.describe('In the past 30 days.'),
  })
  .meta({ id: 'OutletRead' });

const qualityStatus = z.enum(['full', 'partial', 'excerpt', 'blocked', 'failed']);

const quality = z
  .object({ status: qualityStatus, reasons: z.array(reason) })
  .meta({ id: 'Quality' }) satisfies z.ZodType<Quality>;

const paragraph = z
  .object({ id: text, kind: z.enum(['paragraph', 'heading', 'quote', 'list']), text, start: count })
  .meta({ id: 'Paragraph' });

const articleFacts = z.object({
  id: text,
  version: z.int().min(1),
  outletId: text,
  outletName: text,
  url: maybe,
  headline: text,
  standfirst: maybe,
  byline: maybe,
  published: maybeTime,
  updated: maybeTime,
  language: maybe,
  fetchedAt: time,
  quality,
  textHash: text.describe('SHA-256 of the wording.'),
});

export const articleVersion = articleFacts.meta({ id: 'ArticleVersion' }) satisfies z.ZodType<
  Omit<Article, 'paragraphs' | 'dropped'>
>;

export const article = articleFacts
  .extend({
    text: z.enum(['full', 'excerpt']).describe('excerpt: only the beginning, because the full text is for the owner.'),
    paragraphs: z.array(paragraph),
    versions: z.int().min(1).describe('How many versions there are.'),
    storyId: maybe,
  })
  .meta({ id: 'Article' });

const headline = z
  .object({
    articleId: text,
    outletId: text,
    outletName: text,
    headline: text,
    published: maybeTime,
    suggested: z.boolean(),
    quality: z.enum(['partial', 'excerpt', 'blocked', 'failed']).exactOptional(),
    copyOf: maybe,
  })
  .meta({ id: 'Headline' });

const storyFacts = z.object({
  id: text,
  title: text,
  headlines: z.array(headline),
  outletCount: count,
  confirmedOutletCount: count,
  independentOutletCount: count.describe('Outlets with a text of their own.'),
  articleCount: count,
  firstPublished: maybeTime,
  lastPublished: maybeTime,
  sample: z.boolean(),
});

export const storySummary = storyFacts.meta({ id: 'StorySummary' }) satisfies z.ZodType<StorySummary>;

const evidence = z
  .object({
    nearest: text,
    terms: z.array(text),
    names: z.array(text),
    numbers: z.array(text),
    hoursApart: z.number().exactOptional(),
    reuse: z.number(),
    copyOf: maybe,
    kind: z.enum(['live', 'round-up', 'opinion']).exactOptional(),
  })
  .meta({ id: 'Evidence' });

export const story = storyFacts
  .extend({
    articleIds: z.array(text).describe('Earliest first.'),
    memberships: z.array(
      z.object({
        articleId: text,
        storyId: text,
        confidence: z.number(),
        status: z.enum(['suggested', 'confirmed', 'removed']),
        evidence: z.array(evidence),
        byHand: z.enum(['decided', 'held']).exactOptional(),
      }),
    ),
  })
  .meta({ id: 'Story' }) satisfies z.ZodType<Story>;

export const job = z
  .object({
    id: text,
    kind: text.describe('compare, find or refresh'),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'stopping', 'stopped']),
    createdAt: time,
    updatedAt: time,
    steps: z.array(
      z.object({
        name: text,
        state: z.enum(['waiting', 'running', 'done', 'failed']),
        message: maybe,
        reason: reason.exactOptional(),
        outcome: z.enum(['found', 'nothing', 'not-asked']).exactOptional(),
      }),
    ),
    progress: z.object({ done: count, total: count }).describe('Steps that are over, out of all.'),
    result: z.unknown().describe('What its kind gives; absent until it is there.').optional(),
    reason: reason.exactOptional(),
  })
  .meta({ id: 'Job' }) satisfies z.ZodType<Omit<Job, 'payload' | 'result'> & { result?: unknown }>;

export const frozenSummary = z
  .object({ id: text, title: text, frozenAt: time, url: text.describe('Its page, from the root of this server.') })
  .meta({ id: 'FrozenSummary' }) satisfies z.ZodType<FrozenSummary>;

export const frozenPlace = z.object({ id: text, url: text }).meta({ id: 'FrozenPlace' });

export const codebookSummary = z
  .object({
    id: text,
    version: text,
    lang: text,
    title: text,
    description: text,
    author: text,
    licence: text,
    frames: count,
    concepts: count,
  })
  .meta({ id: 'CodebookSummary' });

// Codebooks have a published schema of their own, by which they are checked where they are read.
export const codebook = z
  .looseObject({
    schema: z.literal('codebook/1'),
    id: text,
    version: text,
    lang: text,
    title: text,
    frames: z.array(z.unknown()),
    concepts: z.array(z.unknown()),
  })
  .meta({ id: 'Codebook' }) satisfies z.ZodType<Partial<Record<keyof Codebook, unknown>>>;
