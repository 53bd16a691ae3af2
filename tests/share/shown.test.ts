import { describe, expect, it } from 'vitest';
import { choiceOf, linkTo, lookOf, type Query, readShown, writeShown } from '#lib/share/shown';

describe('what is shown, in the URL', () => {
  it.each<[string, Query, Record<string, string>]>([
    ['nothing', {}, {}],
    ['the defaults, spelt out', { view: 'read', voice: 'all' }, {}],
    ['nonsense', { view: 'dance', voice: 'loud', at: 'seven', only: 'me' }, {}],
    ['boxes of a form', { with: ['a', 'b', 'a'] }, { with: 'a,b' }],
    ['a written list', { with: 'a, b,,' }, { with: 'a,b' }],
    ['the headline opened', { at: 'headline' }, { at: 'headline' }],
    ['incomplete texts included', { include: 'partial' }, { include: 'partial' }],
    ['a place in the texts', { position: 'lead', voice: 'quoted' }, { position: 'lead', voice: 'quoted' }],
    ['one count of a row', { code: 'k', cell: 'headline' }, { code: 'k', cell: 'headline' }],
    ['no such count', { position: 'foot', cell: 'all' }, {}],
    ['something else included', { include: 'everything' }, {}],
    ['a key twice', { other: ['x', 'y'] }, { other: 'x' }],
    [
      'everything',
      { view: 'framing', ref: 'r', codebook: 'c', voice: 'own', only: 'differences', at: 'p3', code: 'k', outlet: 'o' },
      { view: 'framing', ref: 'r', codebook: 'c', voice: 'own', only: 'differences', at: 'p3', code: 'k', outlet: 'o' },
    ],
  ])('%s', (_name, query, expected) => {
    const written = writeShown(readShown(query));
    expect(written).toEqual(expected);
    expect(writeShown(readShown(written))).toEqual(expected);
  });

  it.each([
    ['a change', { view: 'side' as const }, undefined, '/s/1?view=side&other=a%26b'],
    ['a key taken away', { other: undefined }, undefined, '/s/1'],
    ['with a place', { at: 2 }, 'p2', '/s/1?other=a%26b&at=p2#p2'],
  ])('linkTo: %s', (_name, change, hash, expected) => {
    expect(linkTo({ path: '/s/1', shown: readShown({ other: 'a&b' }) }, change, hash)).toBe(expected);
  });

  it('what decides the comparison and how it is looked at are the whole of it, apart', () => {
    const shown = readShown({ ref: 'r', with: 'a,b', include: 'partial', view: 'side', other: 'a', at: 'p1' });
    expect(choiceOf(shown)).toEqual({ reference: 'r', articleIds: ['a', 'b'], includePartial: true });
    expect(writeShown(lookOf(shown))).toEqual({ view: 'side', other: 'a', at: 'p1' });
    expect(choiceOf(readShown({}))).toEqual({});
  });

  it('names the plain view where the bare address shows another', () => {
    const place = { path: '/c/1', shown: readShown({ view: 'side' }), hasOwnView: true };
    expect(linkTo(place, { view: 'read' })).toBe('/c/1?view=read');
  });
});
