import { describe, expect, it } from 'vitest';
import { textsOf } from '#lib/comparison/texts';
import { type Place, type Query, readShown } from '#lib/share/shown';
import { passageAddress } from '../../app/_views/passage-link';
import { BRIDGE, BRIDGE_TOO, compared } from './invented';

const texts = textsOf(
  compared([
    { id: 'a', paragraphs: BRIDGE },
    { id: 'b', paragraphs: BRIDGE_TOO },
  ]),
);
const live = (query: Query): Place => ({ path: '/stories/s', shown: readShown(query) });

describe('the address of a passage', () => {
  it.each([
    [
      'a live story: reference and texts are named, though nobody chose them',
      live({}),
      { at: 2 },
      'p2',
      '/stories/s?ref=a&with=a,b&at=p2#p2',
    ],
    ['the headline', live({}), { at: -1 }, 'headline', '/stories/s?ref=a&with=a,b&at=headline#headline'],
    [
      'the view as it is',
      live({ view: 'side', only: 'differences', unsure: '1' }),
      { other: 'b' },
      'd1',
      '/stories/s?view=side&ref=a&with=a,b&other=b&only=differences&unsure=1#d1',
    ],
    [
      'a number’s sentences, in one voice',
      live({ view: 'framing', code: 'money', outlet: 'b', voice: 'own' }),
      {},
      'x',
      '/stories/s?view=framing&ref=a&with=a,b&code=money&outlet=b&voice=own#x',
    ],
    [
      'correcting is nobody else’s',
      live({ view: 'side', correct: 'matches' }),
      {},
      'd1',
      '/stories/s?view=side&ref=a&with=a,b#d1',
    ],
    [
      'a frozen comparison has them once and for all',
      { path: '/c/1', shown: readShown({}), hasOwnView: true },
      { at: 0 },
      'p0',
      '/c/1?at=p0#p0',
    ],
  ] as const)('%s', (_name, place, change, hash, expected) => {
    expect(passageAddress(texts, place, change, hash)).toBe(expected);
  });
});
