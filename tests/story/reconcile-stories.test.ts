import { describe, expect, it } from 'vitest';
import { reconcileStories } from '#lib/story/reconcile-stories';
import { storyIdOf } from '#lib/story/story-id';
import type { Membership } from '#lib/types';

/** "x: a b | y: c" → memberships; "s1: a b" → current. */
function groups(drawn: string): [string, string][] {
  return drawn.split('|').flatMap((part) => {
    const [id = '', members = ''] = part.split(':');
    return members
      .trim()
      .split(' ')
      .filter((each) => each !== '')
      .map((article): [string, string] => [article, id.trim()]);
  });
}

function run(now: string, fresh: string): string[] {
  const memberships = groups(fresh).map(
    ([articleId, storyId]): Membership => ({ articleId, storyId, confidence: 0.9, status: 'confirmed', evidence: [] }),
  );
  return reconcileStories(new Map(groups(now)), memberships).map(({ articleId, storyId }) => `${articleId}→${storyId}`);
}

describe('reconcileStories', () => {
  it.each([
    ['nothing new', 's1: a b | s2: c', 'x: a b | y: c', []],
    ['one article moves', 's1: a b c | s2: d', 'x: a b | y: c d', ['a→s1', 'b→s1', 'c→s2', 'd→s2']],
    ['two stories become one; the larger keeps its id', 's1: a | s2: b c', 'x: a b c', ['a→s2', 'b→s2', 'c→s2']],
    ['a story falls apart; the larger part keeps the id', 's1: a b c', 'x: a b | y: c', ['a→s1', 'b→s1', 'c→y']],
    ['two articles that stood alone meet', 's1: a | s2: b', 'x: a b', ['a→s1', 'b→s1']],
    ['an article that stood nowhere joins', 's1: a', 'x: a b', ['a→s1', 'b→s1']],
  ])('%s', (_name, now, fresh, saved) => {
    expect(run(now, fresh)).toEqual(saved);
  });

  it('never gives two groups one id, even when a founder left the story named after it', () => {
    const named = storyIdOf('a');
    const saved = run(`${named}: a b c`, `x: b c | ${named}: a`);
    expect(saved).toEqual([`b→${named}`, `c→${named}`, expect.stringMatching(/^a→s-/)]);
    expect(saved[2]).not.toBe(`a→${named}`);
  });
});
