import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { textsOf } from '#lib/comparison/texts';
import { seededDraws } from '#lib/framing/bootstrap';
import { conservativeLogRatio } from '#lib/framing/log-odds';
import { type Query, readShown } from '#lib/share/shown';
import type { Comparison } from '#lib/types';
import { KeyWordsSection } from '../../app/_views/words/key-words-section';
import { fewestArticles, outletWords } from '../../app/_views/words/outlet-words';
import { WordsView } from '../../app/_views/words/words-view';
import { BRIDGE, BRIDGE_TOO, compared } from './invented';

const SYLLABLES = ['bor', 'tam', 'lig', 'nuv', 'kes', 'dro', 'pil', 'zan', 'mer', 'gol', 'fud', 'rin'];

/** `size` invented words in paragraphs of fifty, with `extra` at the head of each paragraph. */
function invented(seed: string, size: number, extra: string): string[] {
  const draw = seededDraws(seed);
  const pick = () => SYLLABLES[Math.floor(draw() * SYLLABLES.length)] ?? '';
  return Array.from({ length: Math.ceil(size / 50) }, () =>
    [extra, ...Array.from({ length: 50 }, () => pick() + pick())].join(' '),
  );
}

function sides(count: number): Comparison {
  const side = (outlet: string, extra: string) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${outlet}-${at}`,
      outlet,
      paragraphs: invented(`${outlet} ${at}`, 1050, extra),
    }));
  return compared([...side('harbour', 'quayside'), ...side('valley', 'meadow')]);
}

const shown = (query: Query) => readShown({ view: 'words', ...query });

function words(comparison: Comparison, View = WordsView): string {
  return renderToStaticMarkup(<View texts={textsOf(comparison)} place={{ path: '/s', shown: shown({}) }} />)
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('words one outlet uses more', () => {
  it('are not listed with one text each; the page says what there is and what it would take', () => {
    const two = compared([
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: BRIDGE_TOO },
    ]);
    expect(words(two)).toMatch(
      /Too few to tell\. Such a list is made from 5 articles with 5,000 content words on each side.*alpha 1 article, \d+ content words; beta 1 article/,
    );
  });

  it('are looked for with five articles a side, with the shuffled baseline; five cannot tell one word apart from so many', () => {
    const five = sides(5);
    const [harbour] = outletWords(textsOf(five), shown({}));
    expect(harbour).toMatchObject({ articles: 5, keyness: { told: true } });
    expect(harbour?.words).toBeGreaterThanOrEqual(5000);
    expect(harbour?.listed).toEqual([]);
    const text = words(five, KeyWordsSection);
    expect(text).toMatch(
      /0 words of \d+ that were looked at\. With the same articles shuffled between outlets this list would have 0\.0 words\./,
    );
    expect(text).toMatch(
      /No word can be told apart\. Among \d+ words one is listed only if it stands in all of at least 1\d articles/,
    );
  });

  it('are listed with enough articles, each with all of its lines', () => {
    const [harbour] = outletWords(textsOf(sides(14)), shown({}));
    expect(harbour?.listed.map(({ form }) => form)).toEqual(['quayside']);
    expect(harbour?.listed[0]?.lines).toHaveLength(harbour?.listed[0]?.here.count ?? 0);
  });

  it('follow the filter', () => {
    const [lead] = outletWords(textsOf(sides(5)), shown({ position: 'lead' }));
    expect(lead?.keyness.told).toBe(false);
    expect(lead?.words).toBeLessThan(1000);
  });

  it.each([1, 20, 200, 2000])(
    'of %i candidates: the fewest articles that can tell one are what the interval says',
    (candidates) => {
      const told = (n: number) => conservativeLogRatio({ k: n, n }, { k: 0, n }, candidates) > 0;
      const least = fewestArticles(candidates);
      expect([told(least - 1), told(least)]).toEqual([false, true]);
    },
  );
});

describe('reporting verbs', () => {
  it('are counted by class, with as many lines as the number says', () => {
    const two = compared([
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: BRIDGE_TOO },
    ]);
    expect(words(two)).toMatch(/alpha 1 \d+\.\d 0 0 0 0 \d+ beta 0 0 1 \d+\.\d 0 0/);
    expect(words(two)).toContain('alpha: 1 reporting verb, each with its line');
    expect(words(two)).toContain('distancing (claim, allege): 1');
  });
});
