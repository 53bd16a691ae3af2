import { describe, expect, it } from 'vitest';
import { compareStory } from '#lib/comparison/compare-story';
import { worksheetPassages } from '#lib/share/worksheet';
import { ferryArticles, outletsOf } from '../comparison/write-article';

const articles = ferryArticles();
const comparison = compareStory({
  title: 'North ferry line closes',
  articles,
  outlets: outletsOf(articles),
  settings: { reference: 'a-harbour-post', codebooks: [], includePartial: false },
  codebooks: [],
  software: { name: 'synoptic', version: '0.0.0' },
});

describe('worksheetPassages', () => {
  const passages = worksheetPassages(comparison);

  it('lays whole paragraphs side by side, in the order of the reference', () => {
    const paragraphs = articles[0]?.paragraphs.map(({ text }) => text) ?? [];
    const places = passages.map(({ texts }) => paragraphs.indexOf(texts[0]?.text ?? ''));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(passages.map(({ number }) => number)).toEqual(passages.map((_, at) => at + 1));
    expect(passages[0]?.texts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Harbour Post', 'Island Wire']));
  });

  it('says for the answers what was found', () => {
    expect(passages.flatMap(({ found }) => found).join('\n')).toMatch(/Island Wire: Reporting verb: .*insisted/);
  });

  it('leaves out what has no sure match', () => {
    expect(passages.some(({ texts }) => texts.length < 2)).toBe(false);
    expect(worksheetPassages({ ...comparison, pairs: [] })).toEqual([]);
  });

  it('takes no more than a lesson holds', () => {
    const [pair] = comparison.pairs;
    if (!pair) throw new Error('no pair');
    const link = pair.alignment.links[0];
    const long = articles.map((article) => ({
      ...article,
      paragraphs: Array.from({ length: 30 }, (_, at) => ({
        id: `p${at}`,
        kind: 'paragraph' as const,
        text: `Text ${at}`,
        start: 0,
      })),
    }));
    const links = Array.from({ length: 30 }, (_, at) => ({
      confidence: 1,
      tier: 'strong' as const,
      moved: false,
      ...link,
      reference: at,
      other: at,
    }));
    expect(
      worksheetPassages({
        ...comparison,
        articles: long,
        pairs: [{ ...pair, alignment: { ...pair.alignment, links } }],
      }),
    ).toHaveLength(6);
  });
});
