import { z } from 'zod';
import type {
  Dropped,
  Entry,
  Evidence,
  FeedState,
  Paragraph,
  Quality,
  QuietTimes,
  Reason,
  StoryProfile,
} from '../types';

/** What each JSON column must hold; the compiler checks that these and `types.ts` say the same. */

export const reasonShape = z.object({ code: z.string(), message: z.string() }) satisfies z.ZodType<Reason>;

export const movingShape = z.object({ to: z.string(), since: z.string() }) satisfies z.ZodType<
  NonNullable<FeedState['moving']>
>;

export const quietShape = z.object({
  hours: z.array(z.number()),
  days: z.array(z.number()),
}) satisfies z.ZodType<QuietTimes>;
export const folderShape = z.array(z.string()) satisfies z.ZodType<string[]>;

export const paragraphsShape = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['paragraph', 'heading', 'quote', 'list']),
    text: z.string(),
    start: z.number(),
  }),
) satisfies z.ZodType<Paragraph[]>;

export const qualityShape = z.object({
  status: z.enum(['full', 'partial', 'excerpt', 'blocked', 'failed']),
  reasons: z.array(reasonShape),
}) satisfies z.ZodType<Quality>;

export const droppedShape = z.array(z.object({ text: z.string(), reason: reasonShape })) satisfies z.ZodType<Dropped[]>;

export const entryShape = z.object({
  id: z.string(),
  title: z.string().exactOptional(),
  link: z.string().exactOptional(),
  published: z.string().exactOptional(),
  updated: z.string().exactOptional(),
  authors: z.array(z.string()),
  summary: z.string().exactOptional(),
  content: z.string().exactOptional(),
}) satisfies z.ZodType<Entry>;

export const evidenceShape = z.array(
  z.object({
    nearest: z.string(),
    terms: z.array(z.string()),
    names: z.array(z.string()),
    numbers: z.array(z.string()),
    hoursApart: z.number().exactOptional(),
    reuse: z.number(),
    copyOf: z.string().exactOptional(),
    kind: z.enum(['live', 'round-up', 'opinion']).exactOptional(),
  }),
) satisfies z.ZodType<Evidence[]>;

// A grouping step reads sixty profiles with some hundred numbers each: checked by hand, this takes a tenth of the time.
const weightsShape = z.custom<Record<string, number>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && areNumbers(Object.values(value)),
  'something else than weights',
);
const hashesShape = z.custom<number[]>(
  (value) => Array.isArray(value) && areNumbers(value),
  'something else than numbers',
);

function areNumbers(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'number');
}

/** The story id stands in its own column, because hand corrections move it. */
export const profileShape = z.object({
  articleId: z.string(),
  outlet: z.string(),
  published: z.string().exactOptional(),
  language: z.string().exactOptional(),
  terms: weightsShape,
  titleTerms: weightsShape,
  names: z.array(z.string()),
  numbers: z.array(z.string()),
  shingles: hashesShape,
  // Younger than the first stores: a profile without them has fewer features until its article is read again.
  actors: weightsShape.default({}),
  marks: z.array(z.string()).default([]),
  pairs: hashesShape.default([]),
  quoted: hashesShape.default([]),
  kind: z.enum(['report', 'live', 'round-up', 'opinion']).default('report'),
}) satisfies z.ZodType<Omit<StoryProfile, 'storyId'>>;
