import { describe, expect, it } from 'vitest';
import { dropUnconfirmed } from '#lib/article/drop-unconfirmed';
import { toParagraphs } from '#lib/article/paragraphs';
import type { ParagraphKind } from '#lib/types';

const SENTENCES: Record<string, string> = {
  lede: 'The harbour town has waited for two winters.',
  a: 'The council of Estuary opened the quay on Monday after two years of repairs to its wall.',
  b: 'Ships from the north may now moor there by day, the harbour master said at the opening.',
  c: 'The works cost eleven million crowns, of which the county paid a third.',
  d: 'A second crane is to follow in the autumn, when the rails have been laid.',
  x: 'A baker in the valley has won a prize for a loaf.',
  '#x': 'More from the valley',
  '#a': 'The opening',
};

/** "lede a #x x b" → the body with these blocks; # marks headings, > quotations, - list items. */
function body(drawing: string) {
  const kinds: Record<string, ParagraphKind> = { '#': 'heading', '>': 'quote', '-': 'list' };
  const blocks = drawing.split(' ').map((name) => ({
    kind: kinds[name.charAt(0)] ?? ('paragraph' as const),
    text: SENTENCES[name] ?? SENTENCES[name.slice(1)] ?? name,
  }));
  return { paragraphs: toParagraphs(blocks), dropped: [] };
}
const copy = (drawing: string) =>
  body(drawing)
    .paragraphs.map(({ text }) => text)
    .join(' ');
const drawn = (texts: { text: string }[]) =>
  texts.map(({ text }) => Object.entries(SENTENCES).find(([, sentence]) => sentence === text)?.[0]).join(' ');

describe('dropUnconfirmed', () => {
  it.each([
    ['a copy that ends early takes nothing off the end', 'a b c d x', ['a b c d'], 'a b c d x'],
    ['what a whole copy lacks goes', 'a b x c d', ['a b c d'], 'a b c d'],
    ['with the heading above it', 'a b #x x c d', ['a b c d'], 'a b c d'],
    ['a subhead above text of the article stays', '#a a b c d', ['a b c d'], '#a a b c d'],
    ['a lede stays, which most copies leave out', 'lede a b c d', ['a b c d'], 'lede a b c d'],
    ['quotations and lists stay', 'a b >x -x c d', ['a b c d'], 'a b x x c d'],
    ['a teaser says nothing', 'a b x c d', ['a b'], 'a b x c d'],
    ['one of two copies is enough to confirm', 'a b x c d', ['a b c d', 'a b x c d'], 'a b x c d'],
    ['no copy', 'a x', [], 'a x'],
    ['nothing found', '', ['a b'], ''],
  ])('%s', (_name, page, copies, expected) => {
    expect(
      drawn(dropUnconfirmed(page === '' ? { paragraphs: [], dropped: [] } : body(page), copies.map(copy)).paragraphs),
    ).toBe(expected);
  });

  it('says why, and counts ids and offsets anew', () => {
    const { paragraphs, dropped } = dropUnconfirmed(body('a b x c d'), [copy('a b c d')]);
    expect(dropped).toEqual([{ text: SENTENCES.x, reason: expect.objectContaining({ code: 'not-in-copy' }) }]);
    expect(paragraphs.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3']);
  });
});
