import { z } from 'zod';
import { endpoint, idParams, paging } from '../endpoint';
import { article, articleVersion, story, storySummary } from '../shapes';

/** A day stands for all of its hours, as on the first page; a time for itself. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/, 'is no day and no time with a zone')
  .refine(isDay, 'is no day of the calendar');

/** JavaScript reads 2025-02-31 as the third of March. */
function isDay(value: string): boolean {
  const midnight = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(Date.parse(value)) && midnight.toISOString().startsWith(value.slice(0, 10));
}

export const listStories = endpoint({
  id: 'listStories',
  method: 'GET',
  path: '/stories',
  summary: 'Stories, those with most coverage and the latest first',
  tag: 'stories',
  who: 'everybody',
  query: z.strictObject({
    ...paging,
    search: z.string().trim().min(1).max(500).optional().describe('One article holds every word, or its beginning.'),
    outlet: z.string().max(300).optional().describe('Id of an outlet.'),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'is no country code of two letters')
      .optional(),
    language: z.string().max(40).optional().describe('Of an article; only the first part of the tag counts.'),
    from: moment.optional().describe('The latest article is not earlier: a day (UTC) or a time.'),
    to: moment.optional(),
    minOutlets: z.coerce.number().int().min(1).max(100).default(2),
    order: z.enum(['ranked', 'newest']).default('ranked'),
  }),
  answers: {
    200: {
      description: 'One page.',
      json: z.object({ stories: z.array(storySummary), nextCursor: z.string().exactOptional() }),
    },
  },
  errors: [],
});

export const getStory = endpoint({
  id: 'getStory',
  method: 'GET',
  path: '/stories/{id}',
  summary: 'One story with its articles and why they stand in it',
  tag: 'stories',
  who: 'everybody',
  params: idParams,
  answers: { 200: { description: 'The story.', json: story } },
  errors: ['unknown-id'],
});

export const getArticle = endpoint({
  id: 'getArticle',
  method: 'GET',
  path: '/articles/{id}',
  summary: 'One article with the quality of its reading; the whole text for the owner, its beginning for others',
  tag: 'articles',
  who: 'everybody',
  params: idParams,
  query: z.strictObject({ version: z.coerce.number().int().min(1).optional().describe('The newest, unless given.') }),
  answers: { 200: { description: 'The article.', json: article } },
  errors: ['unknown-id'],
});

export const listArticleVersions = endpoint({
  id: 'listArticleVersions',
  method: 'GET',
  path: '/articles/{id}/versions',
  summary: 'Every version of an article, oldest first, without texts',
  tag: 'articles',
  who: 'everybody',
  params: idParams,
  answers: { 200: { description: 'Its versions.', json: z.object({ versions: z.array(articleVersion) }) } },
  errors: ['unknown-id'],
});
