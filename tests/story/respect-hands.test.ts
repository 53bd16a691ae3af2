import { describe, expect, it } from 'vitest';
import { respectHands } from '#lib/story/respect-hands';
import type { Membership } from '#lib/types';

/** "x: a b>a | y: c": b is nearest to a. */
function memberships(drawn: string): Membership[] {
  return drawn.split('|').flatMap((part) => {
    const [storyId = '', names = ''] = part.split(':');
    return names
      .trim()
      .split(' ')
      .map((name): Membership => {
        const [articleId = '', nearest] = name.split('>');
        const evidence = nearest === undefined ? [] : [{ nearest, terms: [], names: [], numbers: [], reuse: 0 }];
        return { articleId, storyId: storyId.trim(), confidence: 0.9, status: 'confirmed', evidence };
      });
  });
}

describe('respectHands', () => {
  it.each([
    ['nothing held', '', 'x: a b | y: c', '', 'a b c'],
    ['a new text joins the held story', 'a:s1 b:s1', 'x: a b c>a', 'c→s1', ''],
    ['a merged story draws in what is grouped with either half', 'a:s1 b:s1', 'x: a c>a | y: b d>b', 'c→s1 d→s1', ''],
    [
      'parted texts stay parted, and a new one goes to the nearest',
      'a:s1 b:s1 c:s2',
      'x: a b c d>c e>a',
      'd→s2 e→s1',
      '',
    ],
    ['nearest to a free text: to most of the held', 'a:s1 b:s1 c:s2', 'x: a b c d>e e>a', 'd→s1 e→s1', ''],
    ['held texts grouped apart stay where they are', 'a:s1 b:s1', 'x: a | y: b | z: c', '', 'c'],
  ])('%s', (_name, held, fresh, joining, free) => {
    const pairs = held
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split(':') as [string, string]);
    const result = respectHands(memberships(fresh), new Map(pairs));
    expect(result.joining.map(({ articleId, storyId }) => `${articleId}→${storyId}`).join(' ')).toBe(joining);
    expect(result.free.map(({ articleId }) => articleId).join(' ')).toBe(free);
  });
});
