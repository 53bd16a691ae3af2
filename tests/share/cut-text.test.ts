import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '#lib/share/cut-text';

const TEXT = '“We have waited far too long,” the engineer said on Monday.';
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

describe('cutText', () => {
  it.each([
    ['short enough: whole', 11, [], TEXT],
    ['the first words', 3, [], '“We have waited […]'],
    ['words around a mark, with the signs that touch them', 4, ['too long'], '[…] far too long,” the […]'],
    ['two marks', 4, ['have', 'Monday'], '“We have waited […] Monday.'],
    ['the end', 2, ['Monday'], '[…] on Monday.'],
  ])('%s', (_name, most, marked, expected) => {
    expect(cutText(TEXT, marked.map(span), { most }).text).toBe(expected);
  });

  it.each([
    ['only what is marked', ['far too', 'Monday'], '[…] far too […] Monday.'],
    ['nothing marked: nothing', [], '[…]'],
  ])('%s', (_name, marked, expected) => {
    expect(cutText(TEXT, marked.map(span), { most: 9, markedOnly: true }).text).toBe(expected);
  });

  it('cuts a script without spaces by its words', () => {
    const cut = cutText('市议会周一投票决定关闭旧桥。', [], { most: 2 });
    expect(cut.words).toBe(2);
    expect(cut.text).toMatch(/^市议会周一 ?\[…\]$|^市议会.* \[…\]$/);
  });

  it.each([
    ['a marked place is still itself', 'too long', 'too long'],
    ['a place that was left out is empty', 'engineer', ''],
    ['a place that was cut is what is left of it', 'far too long,” the engineer', 'far too long,” the'],
  ])('%s', (_name, place, expected) => {
    const cut = cutText(TEXT, [span('too long')], { most: 4 });
    const { start, end } = cut.move(span(place));
    expect(cut.text.slice(start, end)).toBe(expected);
  });

  it('never keeps more words than asked, and every moved place lies inside the text', () => {
    const words = fc.array(fc.constantFrom('a', 'bridge', '“closed”', 'on', 'Monday,', '4.5', '旧桥'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        words,
        fc.nat(200),
        fc.nat(40),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (list, from, length, most, markedOnly) => {
          const text = list.join(' ');
          const start = Math.min(from, text.length);
          const marked = { start, end: Math.min(text.length, start + length) };
          const cut = cutText(text, [marked], { most, markedOnly });
          expect(cut.words).toBeLessThanOrEqual(markedOnly ? most : Math.max(most, 0));
          const moved = cut.move(marked);
          expect(moved.start).toBeGreaterThanOrEqual(0);
          expect(moved.end).toBeGreaterThanOrEqual(moved.start);
          expect(moved.end).toBeLessThanOrEqual(cut.text.length);
        },
      ),
    );
  });
});
