import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameContrasts } from '#lib/comparison/frame-contrasts';
import {
  type CountedOutlet,
  evidenceOf,
  type Filter,
  frameRow,
  mentionsByVoice,
  mentionsOf,
} from '#lib/comparison/frame-rows';
import { countFrames } from '#lib/framing/count-frames';
import { concept, frame, toy } from '../framing/toy-codebook';

const codebook = toy({ frames: [frame({ include: [{ any: ['accus*', 'crisis'] }] })], concepts: [concept()] });
const label = codebook.concepts[0]?.labels[0]?.id ?? '';

function outlet(id: string, texts: { headline: string; paragraphs: string[] }[]): CountedOutlet {
  return { id, name: id, counts: texts.map((text, at) => countFrames({ id: `${id}-${at}`, ...text }, codebook)) };
}

const word = fc.constantFrom(
  'crisis',
  'war',
  'accused',
  'the mayor',
  'said',
  'of the town',
  '“',
  '”',
  '. The',
  'on Monday',
);
const paragraph = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const text = fc.record({ headline: paragraph, paragraphs: fc.array(paragraph, { maxLength: 6 }) });
const filter: fc.Arbitrary<Filter> = fc.record({
  voice: fc.constantFrom('all', 'own', 'attributed', 'quoted'),
  position: fc.constantFrom('all', 'headline', 'lead', 'body'),
});

describe('for any texts and any filter', () => {
  it('a frame’s count is the number of sentences listed, its parts add up, and n is never less', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), filter, (texts, chosen) => {
        const one = outlet('a', texts);
        const row = frameRow(one, 'conflict', chosen, 'seed');
        const listed = evidenceOf([one], 'conflict', 'a', chosen);
        if (row.estimate.n > 0) expect(listed).toHaveLength(row.estimate.k);
        expect(row.estimate.k).toBeLessThanOrEqual(row.estimate.n);
        for (const voice of ['own', 'attributed', 'quoted'] as const)
          expect(evidenceOf([one], 'conflict', 'a', { ...chosen, voice })).toHaveLength(row.byVoice[voice]);
        for (const position of ['headline', 'lead', 'body'] as const)
          expect(evidenceOf([one], 'conflict', 'a', { ...chosen, position })).toHaveLength(row.byPosition[position]);
        if (chosen.voice === 'all' && row.estimate.n > 0) {
          const { own, attributed, quoted } = row.byVoice;
          expect(own + attributed + quoted).toBe(row.estimate.k);
        }
      }),
    );
  });

  it('a label’s count is the number of hits listed, and its voices add up to it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), filter, (texts, chosen) => {
        const one = outlet('a', texts);
        const hits = evidenceOf([one], label, 'a', chosen).flatMap((sentence) => sentence.hits);
        expect(hits).toHaveLength(mentionsOf(one, label, chosen));
        const { own, attributed, quoted } = mentionsByVoice(one, label, chosen);
        expect(own + attributed + quoted).toBe(hits.length);
      }),
    );
  });
});

describe('differences between outlets', () => {
  const texts = (count: number, share: number) =>
    Array.from({ length: count }, (_, at) => ({
      headline: 'Council meets',
      paragraphs: Array.from({ length: 20 }, (_, line) =>
        (line * 7 + at) % 20 < share
          ? 'The mayor accused the whole town council.'
          : 'The town council met on Monday night.',
      ),
    }));
  const rows = (...outlets: CountedOutlet[]) => [
    {
      code: 'conflict',
      rows: outlets.map((each) => frameRow(each, 'conflict', { voice: 'all', position: 'all' }, 's')),
    },
  ];

  it.each([
    ['one text each', 1, 1, []],
    ['five against four', 5, 4, []],
    ['five a side, ten times as often', 5, 5, ['a-more-often']],
  ])('%s', (_name, here, there, verdicts) => {
    const found = frameContrasts(rows(outlet('a', texts(here, 10)), outlet('b', texts(there, 1))), 'seed');
    expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  it('are not told where there is none, and Holm counts all that are shown', () => {
    const outlets = ['a', 'b', 'c'].map((id) => outlet(id, texts(6, 4)));
    const found = frameContrasts(rows(...outlets), 'seed');
    expect(found).toHaveLength(3);
    expect(found.every(({ verdict }) => verdict === 'not-enough-to-tell')).toBe(true);
    expect(found[0]?.reason?.message).toContain('3 comparisons');
  });
});
