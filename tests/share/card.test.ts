import { describe, expect, it } from 'vitest';
import { compareStory } from '#lib/comparison/compare-story';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { blindComparison } from '#lib/share/blind';
import { cardFacts } from '#lib/share/card-facts';
import { cardSvg } from '#lib/share/card-svg';
import { drawable, isRightToLeft, linesOf } from '#lib/share/card-text';
import { ferryArticles, outletsOf } from '../comparison/write-article';

const everything = () => true;
const latin = (code: number) => code < 0x250 || code === 0x2026;

describe('drawable', () => {
  it.each([
    ['keeps plain text', 'Ferry closes', 'Ferry closes'],
    ['drops pictures and their joiners', '🚢 Ferry 👩🏽‍🚒closes 🇬🇧!', 'Ferry closes!'],
    ['keeps the digit of a keycap', '1️⃣ ferry', '1 ferry'],
    ['keeps signs of the trade', 'Ferry™ ©', 'Ferry™ ©'],
    ['puts one sign for a run without a font', 'Ferry Ελλάδα closes again', 'Ferry … closes again'],
    ['gives up on a text without fonts', 'Ελλάδα και x', undefined],
    ['gives up on pictures alone', '🚢🔥', undefined],
    ['drops marks of direction', 'a\u202Eb', 'ab'],
  ])('%s', (_what, text, expected) => {
    expect(drawable(text, expected?.includes('…') || expected === undefined ? latin : everything)).toBe(expected);
  });
});

describe('linesOf', () => {
  // Every sign one wide.
  const lines = (text: string, width: number, most: number) => linesOf(text, width, most, (line) => [...line].length);
  it.each([
    ['between words', 'ferry line closes', 10, 3, ['ferry line', 'closes']],
    ['not before a comma or after an opening mark', 'we said, “never”', 8, 3, ['we said,', '“never”']],
    ['not at a hyphen’s wrong side', 'a mid-air stop', 8, 3, ['a', 'mid-air', 'stop']],
    ['in Chinese without spaces', '中俄两国元首通电话', 5, 3, ['中俄两国', '元首通电话']],
    ['never beginning with a full stop', '今天开会。', 4, 3, ['今天', '开会。']],
    ['inside a word that is too wide', 'abcdefghij', 4, 5, ['abcd', 'efgh', 'ij']],
    ['cut at the last', 'ferry line closes for repairs', 10, 2, ['ferry line', 'closes…']],
  ])('breaks %s', (_what, text, width, most, expected) => {
    expect(lines(text, width, most)).toEqual(expected);
  });
});

describe('isRightToLeft', () => {
  it.each([
    ['الأزمة', true],
    ['“המשבר”', true],
    ['Crisis الأزمة', false],
    ['2022 الحرب', true],
  ])('%s', (text, expected) => {
    expect(isRightToLeft(text)).toBe(expected);
  });
});

describe('cardFacts', () => {
  const articles = ferryArticles().map((article) => ({ ...article, published: '2025-03-01T09:00:00Z' }));
  const codebooks = shippedCodebooks().filter(({ lang }) => lang === 'en');
  const comparison = compareStory({
    title: 'North ferry line closes',
    articles,
    outlets: outletsOf(articles),
    settings: { reference: 'a-harbour-post', codebooks: codebooks.map(({ id }) => id), includePartial: false },
    codebooks,
    software: { name: 'synoptic', version: '0.0.0' },
  });

  it('takes a wording that stands in both texts', () => {
    const facts = cardFacts(comparison);
    expect(facts).toMatchObject({ title: 'North ferry line closes', kicker: '3 outlets · 1 Mar 2025' });
    if (facts.evidence?.kind !== 'wordings') throw new Error('no wordings');
    for (const { name, before, marked, after } of facts.evidence.sides) {
      const article = articles.find(({ outletName }) => outletName === name);
      const text = [article?.headline, ...(article?.paragraphs ?? []).map((paragraph) => paragraph.text)].join('\n');
      expect(text).toContain(`${before}${marked}${after}`.replace(/^… | …$/g, ''));
      expect(marked).not.toBe('');
    }
  });

  it('takes counts where no wording differs', () => {
    const silent = { ...comparison, pairs: [] };
    const { evidence } = cardFacts(silent);
    if (evidence?.kind !== 'strip') throw new Error('no strip');
    expect(evidence.rows.map(({ name }) => name)).toEqual(['Harbour Post', 'Island Wire', 'Quay Courier']);
    expect(evidence.rows.some(({ sentences }) => sentences > 0)).toBe(true);
    expect(cardFacts({ ...silent, framing: [] }).evidence).toBeUndefined();
  });

  it('names nobody under letters, in the picture’s source either', () => {
    const { comparison: blind } = blindComparison(comparison, { key: 'k' });
    const fonts = {
      measure: (text: string) => text.length / 2,
      covers: everything,
      runs: (text: string) => [{ text, family: 'Noto Sans', weight: 400 }],
    };
    expect(cardSvg(cardFacts(comparison), fonts)).toMatch(/Harbour Post/);
    expect(cardSvg(cardFacts(blind), fonts)).not.toMatch(/Harbour|Island Wire|Courier/);
  });
});
