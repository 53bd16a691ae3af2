import { describe, expect, it } from 'vitest';
import { alignPrepared } from '#lib/alignment/align-paragraphs';
import { prepareArticle } from '#lib/alignment/prepare';
import { scorePairs } from '#lib/alignment/score-pairs';
import { draw } from './draw';

// The first two paragraphs of each say the same in other words; the last of each is about something else.
const POST = [
  'Nobody was hurt when the old mill burned down, firefighters at Merrowdale said on Monday morning.',
  'Its owner wants a new building in place of the lost one before winter, according to her lawyer.',
  'The summer fair takes place in June as it does every year, with forty stalls around the pond.',
];
const WIRE = [
  'Flames destroyed a historic press house near Merrowdale without injuring anyone, rescue crews reported.',
  'Reconstruction shall be complete by December, a legal adviser to the proprietor announced.',
  'Three schools in the valley are without heating since a pump failed over the holidays.',
];
const SAME = [
  [5, 0, 0],
  [0, 5, 0],
  [0, 0, 5],
];
const APART = [
  [5, 0, 1],
  [0, 5, 1],
  [-5, -5, -5],
];

const embeddings = (points: number[][]) => points.map((each) => Float32Array.from(each));
const align = (own?: number[][], theirs?: number[][]) =>
  alignPrepared(prepareArticle(POST, own && embeddings(own)), prepareArticle(WIRE, theirs && embeddings(theirs)), {
    reference: POST.length,
    other: WIRE.length,
  });
const confidences = (own?: number[][], theirs?: number[][]) =>
  align(own, theirs).links.map(({ reference, other, confidence }) => [reference, other, confidence]);

describe('an encoder beside the words', () => {
  it('without embeddings the words decide alone', () => {
    expect(draw(align(), 3, 3)).toEqual([
      '. . .', //
      '. . .',
      '. . .',
    ]);
  });

  it('what means the same gains, what does not loses, and the words still count', () => {
    const table = (own?: number[][], theirs?: number[][]) => {
      const [post, wire] = [
        prepareArticle(POST, own && embeddings(own)),
        prepareArticle(WIRE, theirs && embeddings(theirs)),
      ];
      return scorePairs(post, wire, { reference: 3, other: 3 }).map(({ confidence }) => confidence);
    };
    const [bare, weighed] = [table(), table(SAME, APART)];
    const gains = bare.map((confidence, cell) => (weighed[cell] ?? 0) / confidence);
    const two = [...gains].sort((a, b) => b - a)[1] ?? 0;
    const most = gains.map((gain) => (gain >= two ? '+' : '.'));
    expect([most.slice(0, 3), most.slice(3, 6), most.slice(6)].map((row) => row.join(' '))).toEqual([
      '+ . .', //
      '. + .',
      '. . .',
    ]);
    expect(Math.max(...weighed)).toBeLessThan(0.36);
  });

  it.each([
    ['one side only', SAME, undefined],
    ['embeddings of two lengths', SAME, [[1], [2], [3]]],
    ['one paragraph without', SAME, SAME.slice(0, 2)],
  ])('%s: as without', (_, own, theirs) => {
    expect(confidences(own, theirs)).toEqual(confidences());
  });

  it('which of the two is the reference changes nothing', () => {
    const size = { reference: 3, other: 3 };
    const [post, wire] = [prepareArticle(POST, embeddings(SAME)), prepareArticle(WIRE, embeddings(APART))];
    const there = alignPrepared(post, wire, size).links.map(({ reference, other, confidence }) => [
      `${reference} ${other}`,
      confidence.toFixed(6),
    ]);
    const back = alignPrepared(wire, post, size).links.map(({ reference, other, confidence }) => [
      `${other} ${reference}`,
      confidence.toFixed(6),
    ]);
    expect(new Map(back as [string, string][])).toEqual(new Map(there as [string, string][]));
  });
});
