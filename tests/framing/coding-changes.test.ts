import { expect, it } from 'vitest';
import { codingChanges, isChanged } from '#lib/framing/coding-changes';
import { countFrames } from '#lib/framing/count-frames';
import { concept, frame, toy } from './toy-codebook';

const articles = [
  {
    id: 'a',
    headline: 'Council at odds over pier',
    paragraphs: ['The mayor accused the harbour board of delay. The board called a strike of its own crews.'],
  },
  { id: 'b', headline: 'Pier opens', paragraphs: ['Both sides are at odds over the war of words now.'] },
];
const before = toy({ concepts: [concept()] });
const after = toy({ frames: [frame({ include: [{ any: ['accus*', 'strike'] }] })], concepts: [concept()] });
const count = (codebook: typeof before) => articles.map((article) => countFrames(article, codebook));

it('tells for each code the counts with both and which sentences come, go and stay', () => {
  const effects = codingChanges(count(before), count(after));
  expect(
    effects.map(({ code, before: was, after: is, articles: each, sentences }) => ({
      code,
      total: `${was} → ${is}`,
      each: each.map((row) => `${row.articleId} ${row.before} → ${row.after}`),
      sentences: sentences.map((one) => `${one.articleId} p${one.paragraph} s${one.sentence} ${one.state}`),
    })),
  ).toEqual([
    {
      code: 'conflict',
      total: '2 → 2',
      each: ['a 1 → 2', 'b 1 → 0'],
      sentences: ['a p-1 s0 dropped', 'a p0 s0 kept', 'a p0 s1 added', 'b p0 s0 dropped'],
    },
    { code: 'war', total: '1 → 1', each: ['a 0 → 0', 'b 1 → 1'], sentences: ['b p0 s0 kept'] },
  ]);
  expect(effects.map(isChanged)).toEqual([true, false]);
});

it('beside nothing, everything is new; a code that is gone is told of too', () => {
  expect(codingChanges([], count(after)).flatMap(({ sentences }) => sentences.map(({ state }) => state))).toEqual([
    'added',
    'added',
    'added',
  ]);
  const gone = codingChanges(count(before), count(toy({ frames: [], concepts: [concept()] })));
  expect(gone.find(({ code }) => code === 'conflict')?.sentences.map(({ state }) => state)).toEqual([
    'dropped',
    'dropped',
    'dropped',
  ]);
});
