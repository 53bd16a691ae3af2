import { describe, expect, it } from 'vitest';
import { type CompareInput, compareStory } from '#lib/comparison/compare-story';
import { comparisonKey } from '#lib/comparison/comparison-key';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import type { Article } from '#lib/types';
import { FERRY, ferryArticles, outletsOf, writeArticle } from './write-article';

const codebooks = shippedCodebooks();

function inputOf(articles: Article[], reference = articles[0]?.id ?? ''): CompareInput {
  return {
    title: 'North ferry line closes',
    articles,
    outlets: outletsOf(articles),
    settings: { reference, codebooks: codebooks.map((codebook) => codebook.id), includePartial: false },
    codebooks,
    software: { name: 'synoptic', version: '0.0.0' },
  };
}

describe('compareStory', () => {
  it('compares every other text with the reference', () => {
    const comparison = compareStory(inputOf(ferryArticles()));
    expect(comparison.settings.reference).toBe('a-harbour-post');
    expect(comparison.pairs.map((pair) => pair.other)).toEqual(['a-island-wire', 'a-quay-courier']);
    expect(comparison.pairs[0]?.alignment.links.map(({ reference, other }) => `${reference}-${other}`)).toEqual(
      expect.arrayContaining(['0-0', '1-1', '3-4']),
    );
  });

  it('finds the shortened quotation between two outlets', () => {
    const [wire] = compareStory(inputOf(ferryArticles())).pairs;
    const shortened = wire?.wording.differences.filter((each) => each.kind === 'quotation-shortened') ?? [];
    expect(shortened.map((each) => each.other.text)).toEqual(['“We will not gamble with passengers,”']);
  });

  it('gives the same bytes whatever order the articles come in', () => {
    const articles = ferryArticles();
    const there = JSON.stringify(compareStory(inputOf(articles, 'a-island-wire')));
    const back = JSON.stringify(compareStory(inputOf([...articles].reverse(), 'a-island-wire')));
    expect(back).toBe(there);
  });

  it('any text can be the reference', () => {
    for (const { id } of ferryArticles()) {
      const comparison = compareStory(inputOf(ferryArticles(), id));
      expect(comparison.pairs).toHaveLength(2);
      expect(comparison.pairs.map((pair) => pair.other)).not.toContain(id);
    }
  });

  it('every place and every hit is a piece of its text', () => {
    const comparison = compareStory(inputOf(ferryArticles()));
    const textOf = (id: string, paragraph: number) => {
      const article = comparison.articles.find((each) => each.id === id);
      return paragraph < 0 ? article?.headline : article?.paragraphs[paragraph]?.text;
    };
    for (const { other, wording } of comparison.pairs) {
      for (const difference of wording.differences) {
        for (const [id, place] of [
          ['a-harbour-post', difference.reference],
          [other, difference.other],
        ] as const) {
          expect(textOf(id, place.paragraph)?.slice(place.start, place.end)).toBe(place.text);
        }
      }
    }
    for (const { articles } of comparison.framing) {
      for (const { articleId, hits } of articles) {
        for (const hit of hits) expect(textOf(articleId, hit.paragraph)?.slice(hit.start, hit.end)).toBe(hit.text);
      }
    }
  });

  it.each([
    ['one article', [writeArticle('Harbour Post', FERRY['Harbour Post'])], 'a-harbour-post', /at least two/],
    ['no article', [], 'x', /at least two/],
    ['a reference from elsewhere', ferryArticles(), 'a-nobody', /reference is not one/],
    [
      'one article twice',
      [...ferryArticles(), writeArticle('Harbour Post', ['Again.'])],
      'a-island-wire',
      /given twice/,
    ],
  ])('refuses %s', (_name, articles, reference, message) => {
    expect(() => compareStory(inputOf(articles, reference))).toThrow(message);
  });
});

describe('absence', () => {
  const [post, wire] = ferryArticles() as [Article, Article, Article];

  it('is said of a complete text of comparable length', () => {
    const [pair] = compareStory(inputOf([post, wire])).pairs;
    expect(pair?.alignment.unmatched.reference).toEqual([4]);
    expect(pair?.alignment.unmatched.other).toEqual([3]);
  });

  it.each(['partial', 'excerpt', 'blocked', 'failed'] as const)('is never said of a text that is %s', (status) => {
    const comparison = compareStory(inputOf([post, writeArticle('Island Wire', FERRY['Island Wire'], { status })]));
    expect(comparison.pairs[0]?.alignment.unmatched.reference).toEqual([]);
    expect(comparison.notes.map((note) => [note.articleId, note.reason.code])).toEqual([
      ['a-island-wire', 'not-complete'],
    ]);
    for (const { articles } of comparison.framing)
      expect(articles.map((each) => each.articleId)).toEqual(['a-harbour-post']);
  });

  it.each(['partial', 'excerpt', 'blocked', 'failed'] as const)(
    'is never read out of a reference that is %s',
    (status) => {
      const reference = writeArticle('Harbour Post', FERRY['Harbour Post'], { status });
      const [pair] = compareStory(inputOf([reference, wire])).pairs;
      expect(pair?.alignment.unmatched.other).toEqual([]);
      expect(pair?.alignment.unmatched.reference).toEqual([4]);
      expect(pair?.alignment.links.length).toBeGreaterThan(0);
    },
  );

  it('is said of an incomplete text when the reader includes it, in both directions, with a warning', () => {
    const partial = writeArticle('Island Wire', FERRY['Island Wire'], { status: 'partial' });
    for (const [reference, unmatched] of [
      [post.id, { reference: [4], other: [3] }],
      [partial.id, { reference: [3], other: [4] }],
    ] as const) {
      const input = inputOf([post, partial], reference);
      const comparison = compareStory({ ...input, settings: { ...input.settings, includePartial: true } });
      expect(comparison.pairs[0]?.alignment.unmatched).toEqual(unmatched);
      expect(comparison.notes.map((note) => [note.articleId, note.reason.code])).toEqual([
        [partial.id, 'incomplete-included'],
      ]);
      for (const { articles } of comparison.framing) expect(articles).toHaveLength(2);
    }
  });

  it('an incomplete text has no label in the wording either, until it is included', () => {
    const crisis = (outlet: string, word: string, status: 'full' | 'partial') =>
      writeArticle(
        outlet,
        [`The ${word} in the north of the country began on Monday when troops crossed the border.`],
        {
          status,
        },
      );
    const input = inputOf([crisis('Harbour Post', 'invasion', 'full'), crisis('Island Wire', 'war', 'partial')]);
    const labels = (includePartial: boolean) =>
      compareStory({ ...input, settings: { ...input.settings, includePartial } }).framing.map(({ articles }) =>
        articles.map(({ articleId }) => articleId),
      );
    expect(new Set(labels(false).flat())).toEqual(new Set(['a-harbour-post']));
    expect(new Set(labels(true).flat())).toEqual(new Set(['a-harbour-post', 'a-island-wire']));
  });

  it('texts that could not be read do not make a short one look long', () => {
    const short = writeArticle('Quay Courier', FERRY['Quay Courier'].slice(0, 2));
    const blocked = ['Pier Gazette', 'Dock News'].map((outlet) => writeArticle(outlet, [], { status: 'blocked' }));
    const comparison = compareStory(inputOf([post, wire, short, ...blocked]));
    expect(comparison.notes.filter((note) => note.articleId === short.id).map((note) => note.reason.code)).toEqual([
      'too-short-for-absence',
    ]);
  });

  it('is not said of a text much shorter than the others', () => {
    const short = writeArticle('Quay Courier', [FERRY['Quay Courier'][0] ?? '']);
    const comparison = compareStory(inputOf([post, wire, short]));
    const pair = comparison.pairs.find((each) => each.other === short.id);
    expect(pair?.alignment.unmatched.reference).toEqual([]);
    expect(comparison.notes.map((note) => note.reason.code)).toEqual(['too-short-for-absence']);
  });
});

describe('languages', () => {
  it('texts of another language are not aligned, and the page can say so', () => {
    const german = writeArticle(
      'Hafenblatt',
      ['Die Fähre fährt elf Wochen lang nicht, sagte die Hafenverwaltung am Dienstag.'],
      { language: 'de' },
    );
    const english = ferryArticles().map((article) => ({ ...article, language: 'en-GB' }));
    const comparison = compareStory(inputOf([...english, german], 'a-island-wire'));
    expect(comparison.pairs.map((pair) => pair.other)).toEqual(['a-harbour-post', 'a-quay-courier']);
    expect(comparison.notes.filter((note) => note.articleId === german.id).map((note) => note.reason.code)).toContain(
      'other-language',
    );
    // Counted with the codebook of its language, and with no other.
    const counting = comparison.framing.filter(({ articles }) => articles.some((each) => each.articleId === german.id));
    expect(counting.map(({ codebook }) => codebook.id)).toEqual(['generic-de']);
  });

  it('a text no codebook can count says so', () => {
    const welsh = writeArticle('Y Cei', ['Ni fydd y fferi yn hwylio am un wythnos ar ddeg.'], { language: 'cy' });
    const { notes } = compareStory(inputOf([...ferryArticles(), welsh], 'a-island-wire'));
    const own = notes.filter((note) => note.articleId === welsh.id).map((note) => note.reason);
    expect(own.map(({ code }) => code)).toContain('codebook-language');
    expect(own.find(({ code }) => code === 'codebook-language')?.message).toContain('another language');
  });
});

describe('comparisonKey', () => {
  const base = inputOf(ferryArticles());
  const changed = ferryArticles().map((article, index) =>
    index === 1 ? { ...article, version: 2, textHash: 'other' } : article,
  );

  it('does not depend on the order of the articles', () => {
    expect(comparisonKey({ ...base, articles: [...base.articles].reverse() })).toBe(comparisonKey(base));
  });

  it.each<[string, Partial<CompareInput>]>([
    ['a new version of a text', { articles: changed }],
    ['another reference', { settings: { ...base.settings, reference: 'a-quay-courier' } }],
    ['included partial texts', { settings: { ...base.settings, includePartial: true } }],
    ['other codebooks', { codebooks: [] }],
    ['another software version', { software: { name: 'synoptic', version: '9.9.9' } }],
  ])('changes with %s', (_name, change) => {
    expect(comparisonKey({ ...base, ...change })).not.toBe(comparisonKey(base));
  });
});
