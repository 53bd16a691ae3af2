import { describe, expect, it } from 'vitest';
import type { OutletHealth } from '#lib/pipeline/outlet-health';
import { NO_ACTIVITY } from '#lib/store/activity';
import { pageLink, readListQuery, shownOutlets } from '../../app/outlets/list-query';
import { rateText, shareText } from '../../app/outlets/words';

const row = (name: string, given: Partial<OutletHealth> & Partial<OutletHealth['outlet']> = {}): OutletHealth => {
  const { country, language, sample = false, ...health } = given;
  return {
    outlet: {
      id: name.toLowerCase(),
      name,
      sample,
      ...(country === undefined ? {} : { country }),
      ...(language === undefined ? {} : { language }),
    },
    feeds: [],
    state: 'read',
    inState: 1,
    activity: NO_ACTIVITY,
    ...health,
  };
};
const ROWS = [
  row('Quay', { country: 'NO', language: 'nb', state: 'quiet', newest: '2031-05-01T10:00:00Z', perDay: 0.2 }),
  row('Écho', { country: 'FR', language: 'fr-CA', newest: '2031-05-04T10:00:00Z', perDay: 30 }),
  row('Made up', { sample: true, state: 'failing' }),
  row('Anchor', { country: 'NO', state: 'failing' }),
  row('Dune', {
    state: 'paused',
    activity: { articles: 10, shared: 1, byQuality: { ...NO_ACTIVITY.byQuality, full: 4 } },
  }),
];
const shown = (query: Record<string, string>) =>
  shownOutlets(ROWS, readListQuery(query)).map(({ outlet }) => outlet.name);

describe('the list of outlets', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, ['Anchor', 'Dune', 'Écho', 'Quay', 'Made up']],
    [{ sort: 'state' }, ['Anchor', 'Quay', 'Écho', 'Dune', 'Made up']],
    [{ sort: 'newest' }, ['Écho', 'Quay', 'Anchor', 'Dune', 'Made up']],
    [{ sort: 'rate' }, ['Écho', 'Quay', 'Anchor', 'Dune', 'Made up']],
    [{ sort: 'full' }, ['Dune', 'Anchor', 'Écho', 'Quay', 'Made up']],
    [{ sort: 'nonsense' }, ['Anchor', 'Dune', 'Écho', 'Quay', 'Made up']],
    [{ state: 'trouble' }, ['Anchor', 'Quay', 'Made up']],
    [{ state: 'paused' }, ['Dune']],
    [{ country: 'NO' }, ['Anchor', 'Quay']],
    [{ language: 'fr' }, ['Écho']],
    [{ language: 'und' }, ['Anchor', 'Dune', 'Made up']],
    [{ search: 'QUAY' }, ['Quay']],
    [{ search: 'nobody' }, []],
  ])('%j → %j', (query, names) => {
    expect(shown(query)).toEqual(names);
  });

  it('keeps what was asked for from page to page', () => {
    const query = readListQuery({ state: 'trouble', country: 'NO', sort: 'rate', days: '30', page: '2' });
    expect(pageLink(query, 3)).toBe('/outlets?state=trouble&country=NO&sort=rate&days=30&page=3');
    expect(pageLink(readListQuery({ page: '-4', days: '9' }), 1)).toBe('/outlets');
  });

  it.each([
    [0, '0'],
    [0.04, 'under 0.1'],
    [3.26, '3.3'],
    [41.2, '41'],
  ])('%f articles a day are written %s', (perDay, written) => {
    expect(rateText(perDay)).toBe(written);
  });

  it('a share of nothing is a dash', () => {
    expect([shareText(0, 0), shareText(0, 5), shareText(3, 5)]).toEqual(['–', '0 of 5', '3 of 5']);
  });
});
