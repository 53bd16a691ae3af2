import { describe, expect, it } from 'vitest';
import { joinedConfidence, offeredConfidence } from '#lib/story/rating';

describe('confidence from mean log-odds', () => {
  it.each([
    ['far', -2, 0.38, 0.11],
    ['just below what is joined', -0.5, 0.62, 0.38],
    ['at the cut', 0, 0.69, 0.52],
    ['near', 1, 0.82, 0.52],
    ['very near', 4, 0.97, 0.52],
  ])('%s', (_name, meanLogOdds, joined, offered) => {
    expect([joinedConfidence(meanLogOdds), offeredConfidence(meanLogOdds)]).toEqual([
      expect.closeTo(joined, 2),
      expect.closeTo(offered, 2),
    ]);
  });

  it('of what was offered at 64 % half was right: an offer is never said to be likelier than such offers are', () => {
    for (let meanLogOdds = -6; meanLogOdds <= 6; meanLogOdds += 0.25) {
      expect(offeredConfidence(meanLogOdds)).toBeLessThan(joinedConfidence(meanLogOdds));
      expect(offeredConfidence(meanLogOdds)).toBeLessThan(0.55);
    }
  });
});
