import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { draw } from './draw';

const FERRY = [
  'The harbour board of Tallow Bay voted on Tuesday night to close the north ferry line for eleven weeks of repairs.',
  'Engineers had found corrosion in two of the four landing bridges during a routine inspection in January.',
  'Fishing crews will be allowed to use the old stone quay until the work is finished, the board said.',
  'A replacement bus will run every twenty minutes between the market square and the southern pier.',
  'Ticket prices on the remaining southern line stay at four crowns, treasurer records show.',
];
const QUAY = [
  'Corrosion in two landing bridges, found by engineers at the January inspection, left no other choice, the board explained.',
  'For eleven weeks the north ferry line will be closed for repairs, the harbour board of Tallow Bay decided on Tuesday night.',
  'Bakers near the market hope the summer fair will bring its usual crowds.',
  'Every twenty minutes a replacement bus will link the southern pier and the market square.',
];
const CHOIR = [
  'The youth choir of Ostermark won first prize at the winter festival with three songs about snow.',
  'Judges praised the soloist and asked the singers to return for a concert in spring.',
  'Rehearsals take place in the chapel on Thursdays, and new voices are welcome.',
];

describe('alignParagraphs', () => {
  it('links what two outlets share, out of order, and leaves the rest alone', () => {
    expect(draw(alignParagraphs(FERRY, QUAY), 5, 4)).toEqual([
      '. # . .', //
      '#* . . .',
      '. . . .',
      '. . . #',
      '. . . .',
    ]);
  });

  it('says which paragraphs have no matching paragraph, on both sides', () => {
    const { unmatched } = alignParagraphs(FERRY, QUAY);
    expect(unmatched.other).toEqual([2]);
    expect(unmatched.reference).toContain(4);
    expect(unmatched.reference).not.toContain(0);
  });

  it('gives the same links whichever text is the reference', () => {
    const there = alignParagraphs(FERRY, QUAY).links.map(({ reference, other }) => `${reference}-${other}`);
    const back = alignParagraphs(QUAY, FERRY).links.map(({ reference, other }) => `${other}-${reference}`);
    expect(back.sort()).toEqual(there.sort());
  });

  it('is as sure of each link, and of each absence, whichever text is the reference (any text)', () => {
    const paragraphs = fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(paragraphs, paragraphs, (reference, other) => {
        const there = alignParagraphs(reference, other);
        const back = alignParagraphs(other, reference);
        expect(back.unmatched).toEqual({ reference: there.unmatched.other, other: there.unmatched.reference });
        const turned = back.links.map((link) => ({ ...link, reference: link.other, other: link.reference }));
        for (const link of turned) {
          const same = there.links.find((each) => each.reference === link.reference && each.other === link.other);
          expect(same?.confidence).toBeCloseTo(link.confidence, 9);
        }
        expect(turned).toHaveLength(there.links.length);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves page furniture out of links and of absences', () => {
    const furniture = 'Sign up for our daily newsletter';
    const { links, unmatched } = alignParagraphs([...FERRY, furniture], [...QUAY, furniture]);
    expect(links.filter((link) => link.reference === 5 || link.other === 4)).toEqual([]);
    expect(unmatched.reference).not.toContain(5);
  });

  it('links nothing between texts about different things', () => {
    expect(alignParagraphs(FERRY, CHOIR).links.filter((link) => link.tier === 'strong')).toEqual([]);
  });

  it('finds every paragraph of a shuffled copy', () => {
    const order = [3, 0, 4, 2, 1];
    const shuffled = order.map((index) => FERRY[index] ?? '');
    const { links } = alignParagraphs(FERRY, shuffled);
    for (const [other, reference] of order.entries()) {
      expect(links.find((link) => link.reference === reference && link.other === other)?.tier).toBe('strong');
    }
  });

  it('links one merged paragraph to both of its halves', () => {
    const merged = [`${FERRY[0]} ${FERRY[1]}`, ...FERRY.slice(2)];
    expect(draw(alignParagraphs(FERRY, merged), 5, 4).slice(0, 2)).toEqual(['# . . .', '# . . .']);
  });

  it.each([
    ['no paragraphs at all', [], []],
    ['one side empty', FERRY, []],
    ['paragraphs of fewer than three words', ['Yes.', 'No way.'], ['Yes.', 'No way.']],
    ['punctuation only', ['— … !', '???'], FERRY],
  ])('%s: no links, no exception', (_name, reference, other) => {
    expect(alignParagraphs(reference, other).links).toEqual([]);
  });

  it('gives one short shared paragraph a link', () => {
    expect(alignParagraphs([FERRY[0] ?? ''], [FERRY[0] ?? '']).links).toHaveLength(1);
  });

  it('refuses ten thousand paragraphs and says how many it takes', () => {
    const paragraphs = Array.from({ length: 10_000 }, (_, index) => `Paragraph number ${index} of a very long text.`);
    expect(() => alignParagraphs(paragraphs, FERRY)).toThrow(/10000 paragraphs; up to 1000/);
  });

  it('keeps confidences between 0 and 1, indices inside the texts, and answers the same twice (any text)', () => {
    const paragraphs = fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(paragraphs, paragraphs, (reference, other) => {
        const alignment = alignParagraphs(reference, other);
        for (const link of alignment.links) {
          expect(link.confidence).toBeGreaterThanOrEqual(0.36);
          expect(link.confidence).toBeLessThanOrEqual(1);
          expect(reference[link.reference]).toBeDefined();
          expect(other[link.other]).toBeDefined();
        }
        const linked = new Set(alignment.links.map((link) => link.reference));
        expect(alignment.unmatched.reference.filter((index) => linked.has(index))).toEqual([]);
        expect(alignParagraphs(reference, other)).toEqual(alignment);
      }),
      { numRuns: 60 },
    );
  });
});
