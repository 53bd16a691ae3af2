import { describe, expect, it } from 'vitest';
import { countFrames } from '#lib/framing/count-frames';
import { frameWeights, mainFrame } from '#lib/framing/main-frame';
import { frame, toy } from './toy-codebook';

const codebook = toy({
  frames: [
    frame({ id: 'politics', include: [{ any: ['vote', 'party'] }, { any: ['mayor', 'debate'], weight: 0.5 }] }),
    frame({
      id: 'money',
      include: [
        { any: ['tax', 'price'], weight: 1.5 },
        { all: [['cheap'], ['bread']], weight: 1.2 },
      ],
    }),
    frame({ id: 'health', include: [{ any: ['fever'] }, { any: ['tired'], weight: 0.4 }] }),
  ],
});

const article = (headline: string, ...paragraphs: string[]) => ({ id: 'a', headline, paragraphs });

describe('the main frame', () => {
  it.each<[string, string, string[], string | undefined]>([
    ['nothing found', 'Rain over the bay', [], undefined],
    ['the only one', 'Fever in the bay', [], 'health'],
    ['the heavier term', 'Party wants tax', [], 'money'],
    ['two terms against one', 'Party vote on tax', [], 'politics'],
    ['a tie: the first named', 'Party has a fever', [], 'politics'],
    ['weak terms add to plain ones', 'Mayor and party at fever debate', [], 'politics'],
    ['a rule of two lists weighs once', 'Cheap bread, party says', [], 'money'],
    ['weak terms yield to anything carried', 'Mayor has a fever', [], 'health'],
    ['but decide alone', 'Tired mayor', [], 'politics'],
    ['sentences add up', 'Party day', ['The price of the bread is up.', 'The price of the ferry is up.'], 'money'],
    ['a fragment counts only when nothing else does', 'Rain', ['Fever again.'], 'health'],
    ['a fragment counts less', 'Party day', ['Price up.', 'Tax up.'], 'politics'],
  ])('%s', (_, headline, paragraphs, expected) => {
    expect(mainFrame(article(headline, ...paragraphs), codebook)).toBe(expected);
  });

  it('gives the weights it decides by', () => {
    expect([...frameWeights(article('Party vote on tax and cheap bread'), codebook)]).toEqual([
      ['politics', 2],
      ['money', 2.7],
    ]);
  });
});

describe('weights in counts', () => {
  it.each<[string, string, number]>([
    ['a weak term alone', 'The mayor walked along the quay.', 0],
    ['two of them', 'The mayor walked to the debate.', 1],
    ['one beside a plain term', 'The mayor won the vote there.', 1],
  ])('%s', (_, text, sentences) => {
    const count = countFrames(article('', text), codebook);
    expect(count.counts[0]?.sentences).toBe(sentences);
    expect(count.hits.length > 0).toBe(sentences > 0);
  });
});
