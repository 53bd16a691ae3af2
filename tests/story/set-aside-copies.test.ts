import { describe, expect, it } from 'vitest';
import { matchStories } from '#lib/story/match-stories';
import type { StoryArticle } from '#lib/types';

const AGENCY = [
  'The harbour board of Tallow Bay closed the north ferry line on Tuesday night for eleven weeks of repairs.',
  'Engineers had found corrosion in two of the four landing bridges during an inspection in January, the board said.',
  'A replacement bus will run every twenty minutes between the market square and the southern pier, it added.',
].join('\n');
const OWN = [
  'Islanders learnt on Tuesday night that the north ferry at Tallow Bay will not sail for eleven weeks.',
  'Two of four landing bridges are corroded, the harbour board told a full hall; engineers had seen it in January.',
  'Until the repairs are done a bus goes from the market square to the southern pier every twenty minutes.',
].join('\n');

function report(outlet: string, text: string, minute: number, title = 'Tallow Bay ferry line closes'): StoryArticle {
  const published = new Date(Date.UTC(2025, 2, 4, 9, minute)).toISOString();
  return { id: outlet, outlet, title, text, published, language: 'en' };
}

async function grouped(articles: StoryArticle[]): Promise<string> {
  const stories = new Map<string, string[]>();
  for (const { articleId, storyId } of await matchStories(articles)) {
    stories.set(storyId, [...(stories.get(storyId) ?? []), articleId]);
  }
  return [...stories.values()]
    .map((ids) => ids.sort().join(' '))
    .sort()
    .join(' | ');
}

describe('wire copy', () => {
  it.each([2, 5, 20])(
    '%i outlets with one agency text do not part another outlet’s own report from it',
    async (count) => {
      const copies = Array.from({ length: count }, (_, n) => report(`copy${n}`, AGENCY, n + 1));
      const own = report('own', OWN, 40, 'No ferry from Tallow Bay until June');
      const all = [report('agency', AGENCY, 0), ...copies, own];
      expect(await grouped(all)).toBe([...all.map(({ id }) => id)].sort().join(' '));
      expect(await grouped([...all].reverse())).toBe([...all.map(({ id }) => id)].sort().join(' '));
    },
  );

  it('names the earliest text a copy repeats, through copies of copies', async () => {
    const memberships = await matchStories([
      report('agency', AGENCY, 0),
      report('copy', AGENCY, 1),
      report('later', AGENCY, 2),
    ]);
    expect(memberships.map(({ articleId, evidence }) => [articleId, evidence[0]?.copyOf])).toEqual([
      ['agency', undefined],
      ['copy', 'agency'],
      ['later', 'agency'],
    ]);
  });
});
