import { expect, it } from 'vitest';
import { codesOverStore } from '#lib/pipeline/recoded-codes';
import type { Coding } from '#lib/store/codings';
import { concept, frame, toy } from '../framing/toy-codebook';

const codebook = toy({ frames: [frame()], concepts: [concept()] });
/** `conflict 2/3` is 2 sentences with 3 mentions. */
const coding = (articleId: string, ...counts: string[]): Coding => ({
  articleId,
  articleVersion: 1,
  sentences: 10,
  words: 100,
  counts: counts.map((each) => {
    const [code = '', numbers = ''] = each.split(' ');
    const [sentences = 0, mentions = 0] = numbers.split('/').map(Number);
    return { code, sentences, mentions, own: mentions, attributed: 0, quoted: 0 };
  }),
});
const drawn = (after: Coding[], before: Coding[]) =>
  codesOverStore(codebook, after, before).map(
    (row) => `${row.label}: ${row.before ?? '–'} → ${row.after} in ${row.articlesWith}, ${row.articlesChanged} differ`,
  );

it('frames count sentences, labels mentions; texts that differ are counted', () => {
  const before = [coding('a', 'conflict 2/3', 'war 1/4'), coding('b')];
  const after = [coding('a', 'conflict 2/5', 'war 1/2'), coding('b', 'conflict 1/1')];
  expect(drawn(after, before)).toEqual([
    'Conflict: 2 → 3 in 2, 1 differ',
    'Fighting: crisis: 0 → 0 in 0, 0 differ',
    'Fighting: war: 4 → 2 in 1, 1 differ',
  ]);
});

it('beside nothing there is no number before, and a text the other version has not seen does not differ', () => {
  expect(drawn([coding('a', 'conflict 2/3')], [])[0]).toBe('Conflict: – → 2 in 1, 0 differ');
  expect(drawn([coding('a', 'conflict 2/3'), coding('b')], [coding('b')])[0]).toBe('Conflict: 0 → 2 in 1, 0 differ');
});
