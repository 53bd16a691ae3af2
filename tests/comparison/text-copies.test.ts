import { describe, expect, it } from 'vitest';
import { compareStory } from '#lib/comparison/compare-story';
import { copyGroups, textCopies } from '#lib/comparison/text-copies';
import type { Article } from '#lib/types';
import { FERRY, outletsOf, writeArticle } from './write-article';

const POST = FERRY['Harbour Post'];
const at = (hour: number) => ({ published: `2025-03-01T${String(hour).padStart(2, '0')}:00:00Z` });
const ids = (articles: Article[]) => textCopies(articles).map(({ articleId, of }) => `${articleId} of ${of}`);

describe('copies of a text', () => {
  it.each<[string, Article[], string[]]>([
    ['own texts', [writeArticle('A', POST, at(1)), writeArticle('B', FERRY['Quay Courier'], at(2))], []],
    ['the later repeats the earlier', [writeArticle('A', POST, at(2)), writeArticle('B', POST, at(1))], ['a-a of a-b']],
    [
      'with a line of its own at the end',
      [writeArticle('A', POST, at(1)), writeArticle('B', [...POST, 'Our reporter was not at the meeting.'], at(2))],
      ['a-b of a-a'],
    ],
    [
      'one paragraph in common is no copy',
      [writeArticle('A', POST, at(1)), writeArticle('B', [...POST.slice(0, 1), ...FERRY['Quay Courier']], at(2))],
      [],
    ],
    [
      'three times: all of the first',
      [writeArticle('A', POST, at(3)), writeArticle('B', POST, at(2)), writeArticle('C', POST, at(1))],
      ['a-a of a-c', 'a-b of a-c'],
    ],
    [
      'of a text read in part nothing is said',
      [writeArticle('A', POST, at(1)), writeArticle('B', POST.slice(0, 3), { ...at(2), status: 'partial' })],
      [],
    ],
    [
      'two texts of one outlet are its own affair',
      [writeArticle('A', POST, at(1)), { ...writeArticle('A', POST, at(2)), id: 'a-again' }],
      [],
    ],
  ])('%s', (_name, articles, expected) => {
    expect(ids(articles)).toEqual(expected);
    expect(ids([...articles].reverse()).sort()).toEqual(expected);
  });

  it('form groups with the earliest first', () => {
    const copies = [
      { articleId: 'b', of: 'z' },
      { articleId: 'a', of: 'z' },
    ];
    expect(copyGroups(copies)).toEqual([['z', 'b', 'a']]);
  });

  it('stand in the comparison, with a note, and only where there are any', () => {
    const compare = (articles: Article[]) =>
      compareStory({
        title: 'Ferry',
        articles,
        outlets: outletsOf(articles),
        settings: { reference: articles[0]?.id ?? '', codebooks: [], includePartial: false },
        codebooks: [],
        software: { name: 'synoptic', version: '0.0.0' },
      });
    const copied = compare([writeArticle('A', POST, at(1)), writeArticle('B', POST, at(2))]);
    expect(copied.copies).toEqual([{ articleId: 'a-b', of: 'a-a' }]);
    expect(copied.notes.find(({ reason }) => reason.code === 'same-text')?.reason.message).toBe(
      'Nearly the same text as A, which published it earlier. The two are counted once, and both can be read.',
    );
    expect(compare([writeArticle('A', POST), writeArticle('B', FERRY['Quay Courier'])])).not.toHaveProperty('copies');
  });
});
