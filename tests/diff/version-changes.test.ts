import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionChanges } from '#lib/diff/version-changes';
import type { Change } from '#lib/types';

const A = 'The north ferry line at Tallow Bay closes for eleven weeks from Monday.';
const A2 = 'The north ferry line at Tallow Bay closes for twelve weeks from Monday.';
const B = 'The harbour office says that the pier has rotted since the winter of the flood.';
const C = 'Fishermen have asked the county for a bus that runs until late in the evening.';
const D = 'Schools on the island begin an hour later as long as the line is closed.';

const text = (...paragraphs: string[]) => ({ headline: 'Ferry line closes', paragraphs });

/** "=" kept, "~" changed, ">" moved, "-" removed, "+" added; which of two swapped paragraphs has moved is no matter. */
function drawn(before: string[], after: string[]): string {
  const signs = { kept: '=', changed: '~', moved: '>', removed: '-', added: '+' };
  return versionChanges(text(...before), text(...after))
    .paragraphs.map(({ kind }) => signs[kind])
    .join('');
}

describe('changes between two versions of one text', () => {
  it.each([
    ['nothing', [A, B], [A, B], '=='],
    ['one word', [A, B], [A2, B], '~='],
    ['a paragraph added at the end', [A], [A, B], '=+'],
    ['one added in the middle', [A, C], [A, B, C], '=+='],
    ['one removed', [A, B, C], [A, C], '=-='],
    ['one replaced by another', [A, B], [A, C], '=-+'],
    ['one changed and one added before it', [A, C], [B, A2, C], '+~='],
    ['two swapped', [A, B], [B, A], '>='],
    ['one moved to the end', [A, B, C, D], [B, C, D, A], '===>'],
    ['everything', [A, B], [C, D], '--++'],
    ['from nothing', [], [A], '+'],
    ['to nothing', [A], [], '-'],
  ])('%s', (_name, before, after, expected) => {
    expect(drawn(before, after).split('').sort().join('')).toBe(expected.split('').sort().join(''));
  });

  it('names the words', () => {
    const { paragraphs } = versionChanges(text(A), text(A2));
    expect(paragraphs[0]).toMatchObject({ kind: 'changed', before: 0, after: 0 });
    expect((paragraphs[0] as { changes: Change[] }).changes.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'removed', text: ' eleven' },
      { kind: 'added', text: ' twelve' },
    ]);
  });

  it.each([
    ['near-verbatim', 'North ferry line closes for eleven weeks', 'North ferry line closes for twelve weeks', 4],
    ['rewritten', 'Ferry line closes', 'Islanders wait for a bus', 2],
    ['the same', 'Ferry line closes', 'Ferry line closes', 1],
  ])('headline %s', (_name, before, after, pieces) => {
    const { headline } = versionChanges({ headline: before, paragraphs: [] }, { headline: after, paragraphs: [] });
    expect(headline).toHaveLength(pieces);
    expect(joined(headline, 'added')).toBe(before);
    expect(joined(headline, 'removed')).toBe(after);
  });

  it('what counts as unchanged is the caller’s to say', () => {
    const lower = (given: string) => given.toLowerCase();
    expect(versionChanges(text(A), text(A.toUpperCase()), lower).paragraphs).toEqual([
      { kind: 'kept', before: 0, after: 0 },
    ]);
  });

  it('every paragraph of both versions stands in it once, and changed ones give both sides back', () => {
    const paragraph = fc.constantFrom(A, A2, B, C, D, `${B} ${C}`, 'Short.', '渡轮停航十一周。');
    const texts = fc.array(paragraph, { maxLength: 9 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { paragraphs } = versionChanges(text(...before), text(...after));
        const left = paragraphs.flatMap((each) => ('before' in each ? [each.before] : []));
        const right = paragraphs.flatMap((each) => ('after' in each ? [each.after] : []));
        expect(left.sort((a, b) => a - b)).toEqual(before.map((_, index) => index));
        expect(right).toEqual(after.map((_, index) => index));
        for (const each of paragraphs) {
          if (each.kind !== 'changed') continue;
          expect(joined(each.changes, 'added')).toBe(before[each.before]);
          expect(joined(each.changes, 'removed')).toBe(after[each.after]);
        }
      }),
    );
  });
});

function joined(changes: readonly Change[], without: Change['kind']): string {
  return changes
    .filter(({ kind }) => kind !== without)
    .map((change) => change.text)
    .join('');
}
