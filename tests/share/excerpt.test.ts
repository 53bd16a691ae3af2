import { describe, expect, it } from 'vitest';
import { compareStory } from '#lib/comparison/compare-story';
import { withVerdicts } from '#lib/comparison/verdicts';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { excerptDocument, excerptOf } from '#lib/share/excerpt';
import { canonicalJson, importFrozen, shareLink } from '#lib/share/share-link';
import { words } from '#lib/text/tokenize';
import type { Comparison, FrozenDocument, Verdict } from '#lib/types';
import { inventStory } from '../bench/invented-story';

const codebooks = shippedCodebooks().filter(({ lang }) => lang === 'en');
const comparison = compareStory({
  title: 'Invented story',
  ...inventStory({ articles: 4, paragraphs: 14 }),
  codebooks,
  software: { name: 'synoptic', version: '0.0.0' },
  settings: { reference: 'article-0', codebooks: codebooks.map(({ id }) => id), includePartial: false },
});
const MOST = 15;
const { comparison: cut, excerpt } = excerptOf(comparison, MOST);

const textAt = ({ articles }: Comparison, articleId: string, paragraph: number) => {
  const article = articles.find(({ id }) => id === articleId);
  return (paragraph < 0 ? article?.headline : article?.paragraphs[paragraph]?.text) ?? '';
};

describe('an excerpt', () => {
  it('has the same matches, differences, hits and counts', () => {
    const shape = ({ pairs, framing }: Comparison) => ({
      links: pairs.map(({ alignment }) => alignment),
      kinds: pairs.map(({ wording }) => wording.differences.map(({ kind, note }) => [kind, note])),
      counts: framing.map(({ articles }) => articles.map(({ counts, hits }) => [counts, hits.length])),
    });
    expect(shape(cut)).toEqual(shape(comparison));
    expect(cut.pairs.flatMap(({ wording }) => wording.differences).length).toBeGreaterThan(10);
  });

  it('shows no passage longer than asked, and of no text more than half beside what is marked', () => {
    for (const article of cut.articles) {
      for (const { text } of article.paragraphs) expect(words(text).length).toBeLessThanOrEqual(MOST);
    }
    expect(excerpt.texts.map(({ words: all }) => all)).toEqual(
      comparison.articles.map(({ paragraphs }) => paragraphs.reduce((sum, { text }) => sum + words(text).length, 0)),
    );
    for (const { words: all, shown } of excerpt.texts) expect(shown).toBeLessThanOrEqual(Math.floor(0.5 * all));
  });

  it('still has its evidence at every place', () => {
    const { reference } = cut.settings;
    for (const { other, wording } of cut.pairs) {
      for (const { reference: here, other: there } of wording.differences) {
        expect(textAt(cut, reference, here.paragraph).slice(here.start, here.end)).toBe(here.text);
        expect(textAt(cut, other, there.paragraph).slice(there.start, there.end)).toBe(there.text);
        expect(here.text).not.toBe('');
        expect(there.text).not.toBe('');
      }
    }
    for (const { articleId, hits } of cut.framing.flatMap(({ articles }) => articles)) {
      for (const hit of hits) {
        expect(textAt(cut, articleId, hit.paragraph).slice(hit.start, hit.end)).toBe(hit.text);
        expect(hit.sentenceStart).toBeLessThanOrEqual(hit.start);
        expect(hit.sentenceEnd).toBeGreaterThanOrEqual(hit.end);
      }
    }
  });

  it('keeps what readers said of hits at the hits', () => {
    const verdicts = comparison.framing.flatMap(({ codebook, articles }) =>
      articles.flatMap(({ articleId, hits }) =>
        hits.slice(0, 3).map(({ code, paragraph, start, end }): Verdict => {
          return { articleId, codebook: codebook.hash, code, paragraph, start, end, said: 'right' };
        }),
      ),
    );
    const judged = excerptOf(withVerdicts(comparison, verdicts), MOST).comparison;
    expect(judged.verdicts?.length).toBeGreaterThan(0);
    expect(withVerdicts(judged, judged.verdicts ?? []).verdicts).toHaveLength(judged.verdicts?.length ?? 0);
  });

  it('holds no whole text anywhere, word-level changes included', () => {
    const json = canonicalJson(cut);
    const long = comparison.articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(long.length).toBeGreaterThan(50);
    expect(long.filter((text) => json.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });

  it('is the same whenever it is made', () => {
    expect(canonicalJson(excerptOf(comparison, MOST))).toBe(canonicalJson({ comparison: cut, excerpt }));
  });

  it('says what it is, and is refused where whole documents are imported', () => {
    const { id, json } = shareLink(comparison, { view: 'side' });
    const document = excerptDocument(id, JSON.parse(json) as FrozenDocument, MOST);
    expect(document).toMatchObject({ schema: 'frozen-excerpt/1', of: id, view: { view: 'side' } });
    expect(document.about).toContain('excerpt');
    expect(() => importFrozen(JSON.stringify(document))).toThrow(/This is an excerpt/);
  });
});
