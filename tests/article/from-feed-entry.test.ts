import { describe, expect, it } from 'vitest';
import { fromFeedEntry } from '#lib/article/from-feed-entry';

const SENTENCE = 'The ferry company will cut two of its five morning crossings from April, a spokeswoman said.';
const long = Array.from({ length: 12 }, (_, i) => `${i}. ${SENTENCE}`).join('\n\n');

describe('fromFeedEntry', () => {
  it.each([
    ['whole text', { content: long, summary: SENTENCE }, 'full', 12],
    ['teaser', { summary: SENTENCE }, 'excerpt', 1],
    ['text that breaks off', { content: `${long} […]` }, 'excerpt', 12],
    ['nothing', {}, 'failed', 0],
    ['only a pointer to the page', { summary: 'Read more' }, 'failed', 0],
  ])('%s', (_name, texts, status, count) => {
    const found = fromFeedEntry({
      id: 'e1',
      title: 'Ferry cuts two crossings',
      authors: ['Ilse Marnow'],
      published: '2024-03-07T05:00:00Z',
      ...texts,
    });
    expect(found).toMatchObject({
      headline: 'Ferry cuts two crossings',
      byline: 'Ilse Marnow',
      published: '2024-03-07T05:00:00Z',
    });
    expect(found.quality.status).toBe(status);
    expect(found.quality.reasons).toHaveLength(1);
    expect(found.paragraphs).toHaveLength(count);
  });
});
