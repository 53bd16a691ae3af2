import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations, splitStatements } from '#lib/text/quotations';

const inner = (text: string) => findQuotations(text).map((each) => text.slice(each.inner.start, each.inner.end));

describe('findQuotations', () => {
  it.each([
    ['curly', 'She said “we are done” and left.', ['we are done']],
    ['straight', 'She said "we are done" and left.', ['we are done']],
    ['two straight pairs', '"One," she said, "two."', ['One,', 'two.']],
    ['British single', 'She said ‘we’re done’ and left.', ['we’re done']],
    ['straight single in a headline', "Ferry 'will not sail', says board", ['will not sail']],
    ['guillemets with spaces', 'Elle a dit « nous partons » hier.', [' nous partons ']],
    ['German', 'Sie sagte „wir gehen“ und ging.', ['wir gehen']],
    ['German guillemets', 'Sie sagte »wir gehen« und ging.', ['wir gehen']],
    ['Polish', 'Powiedziała „idziemy” i wyszła.', ['idziemy']],
    ['Swedish', 'Hon sade ”vi går” och gick.', ['vi går']],
    ['Japanese', '彼女は「もう終わりだ」と言った。', ['もう終わりだ']],
    ['Chinese double', '她說『走吧』。', ['走吧']],
    ['nested: the outermost', '“He told me ‘go home’ twice,” she said.', ['He told me ‘go home’ twice,']],
    ['nested in single', '‘He said “go” and went,’ she said.', ['He said “go” and went,']],
    ['curly opened, straight closed', 'She said “we are done" and left.', ['we are done']],
    [
      'plural possessive inside single marks',
      '‘Our voters’ choice is clear,’ he said.',
      ['Our voters’ choice is clear,'],
    ],
    ['over several paragraphs', '“The pier is old. It will be torn down.', ['The pier is old. It will be torn down.']],
    ['second half left open', '“Yes,” she said. “The pier is old.', ['Yes,', 'The pier is old.']],
    ['a slip before a good pair', 'He said “yes and left. She said “no” later.', ['no']],
  ])('%s', (_name, text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  it.each([
    ['contraction', "It's theirs and they don't mind."],
    ['plural possessives', "The voters' choice and the boards' plans."],
    ['curly apostrophes', 'The city’s ferries aren’t new; the workers’ boats are.'],
    ['left-out letters', "Rock 'n' roll of the '90s, give 'em hell."],
    ['inches and feet', 'A 6" pipe and a 5\'10" diver.'],
    ['nothing inside', 'An empty “” pair and “…” too.'],
  ])('no quotation: %s', (_name, text) => {
    expect(inner(text)).toEqual([]);
  });

  it('never overlaps, stays inside the text, and holds its inner span (any text)', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '„',
      '«',
      '»',
      '「',
      '」',
      ' ',
      'ferry',
      'it',
      '. ',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, inner } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(inner.start).toBeGreaterThan(start);
          expect(inner.end).toBeGreaterThan(inner.start);
          expect(end).toBeGreaterThanOrEqual(inner.end);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe('splitStatements', () => {
  it('does not cut inside a quotation', () => {
    const text = 'It rained. "We stay. We wait," she said. Nobody left.';
    expect(splitStatements(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'It rained.',
      '"We stay. We wait," she said.',
      'Nobody left.',
    ]);
  });
});
