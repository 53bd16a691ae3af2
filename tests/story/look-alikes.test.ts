import { describe, expect, it } from 'vitest';
import { matchStories, matchStory } from '#lib/story/match-stories';
import { memoryIndex } from '#lib/story/memory-index';
import { words } from '#lib/text/tokenize';
import type { StoryArticle } from '#lib/types';
import { LOOK_ALIKES, SIX, told } from './look-alikes';
import { drawn, NEWS_DAY } from './newsroom';

async function groups(articles: readonly StoryArticle[]): Promise<string> {
  const memberships = await matchStories(articles);
  return drawn(
    memberships.map((each) => each.articleId),
    memberships.map((each) => each.storyId),
  );
}

async function groupsOnline(articles: readonly StoryArticle[]): Promise<string> {
  const index = memoryIndex();
  const stories: string[] = [];
  for (const article of articles) stories.push((await matchStory(article, index)).membership.storyId);
  return drawn(
    articles.map((each) => each.id),
    stories,
  );
}

/** Named so that they do not meet the look-alikes' ids. */
const REST = NEWS_DAY.filter(({ id }) => /^[cde]/.test(id));

describe('one event under six headlines', () => {
  it('has headlines that share few words', () => {
    for (const [a, [, one]] of SIX.entries()) {
      for (const [, two] of SIX.slice(a + 1)) {
        const [ours, theirs] = [new Set(words(one)), new Set(words(two))];
        const shared = [...ours].filter((word) => theirs.has(word)).length;
        expect(shared / (ours.size + theirs.size - shared)).toBeLessThan(0.25);
      }
    }
  });

  it.each([
    ['alone', told(SIX), 'a1 a2 a3 a4 a5 a6'],
    ['without dates', told(SIX).map(({ published: _, ...rest }) => rest), 'a1 a2 a3 a4 a5 a6'],
    ['among other news', [...told(SIX), ...REST], 'a1 a2 a3 a4 a5 a6 | c1 c2 | d1 d2 | e1'],
  ])('groups, %s', async (_, articles, expected) => {
    expect(await groups(articles)).toBe(expected);
  });
});

describe.each(LOOK_ALIKES)('%s', (what, articles) => {
  it('stay two stories in a batch', async () => {
    expect(await groups(told(articles, what))).toBe('a1 a2 | b1 b2');
  });

  it('stay two stories among other news', async () => {
    expect(await groups([...told(articles, what), ...REST])).toBe('a1 a2 | b1 b2 | c1 c2 | d1 d2 | e1');
  });

  it('stay two stories placed one by one', async () => {
    expect(await groupsOnline(told(articles, what))).toBe('a1 a2 | b1 b2');
  });
});
