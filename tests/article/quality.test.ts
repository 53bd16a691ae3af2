import { describe, expect, it } from 'vitest';
import { extractArticle } from '#lib/article/extract-article';
import { confusionOf, HALVES, type Half, judgeFixtures, scoreJudged } from '../eval/score-quality';

const SENTENCE =
  'The harbour authority said on Tuesday that the quay would open in spring, two years later than planned.';
const prose = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>Part ${i}. ${SENTENCE} It is paragraph ${i} of the report.</p>`).join('');
const page = (body: string, data: object = {}) =>
  `<!doctype html><html lang="en"><head><title>Quay opens</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Quay opens', ...data })}</script></head><body>${body}</body></html>`;
const article = (inside: string, data?: object) => page(`<article><h1>Quay opens</h1>${inside}</article>`, data);
const judge = (html: string) => {
  const { quality } = extractArticle(html);
  return [quality.status, ...quality.reasons.map(({ code }) => code)];
};

const JUDGED = new Map(HALVES.map((half) => [half, judgeFixtures(half)]));
const pagesOf = (half: Half) => JUDGED.get(half) ?? [];

describe('pages that are and are not whole articles', () => {
  it.each(HALVES)('%s: at least .95 of what is flagged is not full, and of what is not full is flagged', (half) => {
    const pages = pagesOf(half);
    const { precision, recall, status } = scoreJudged(pages);
    expect(precision, confusionOf(pages)).toBeGreaterThanOrEqual(0.95);
    expect(recall, confusionOf(pages)).toBeGreaterThanOrEqual(0.95);
    expect(status, confusionOf(pages)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(HALVES)('%s: every page that is not full says why, in a sentence', (half) => {
    for (const { name, quality } of pagesOf(half)) {
      if (quality.status === 'full') continue;
      expect(quality.reasons.length, name).toBeGreaterThan(0);
      for (const { message } of quality.reasons) expect(message, name).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('are in at least ten languages, and of every kind in both halves', () => {
    const pages = HALVES.flatMap(pagesOf);
    expect(new Set(pages.map(({ expected }) => expected.lang)).size).toBeGreaterThanOrEqual(10);
    for (const half of HALVES) {
      const classes = new Set(pages.filter((each) => each.half === half).map(({ expected }) => expected.class));
      for (const kind of [
        'full',
        'short',
        'trap',
        'overlay',
        'hard-paywall',
        'consent',
        'bot-wall',
        'shell',
        'live-blog',
        'media',
      ])
        expect(classes, half).toContain(kind);
    }
  });
});

describe('a lock on the text', () => {
  const BOX = '<div><p>Subscribe to continue reading</p></div>';
  it.each([
    ['after two paragraphs', article(`${prose(2)}${BOX}`), ['partial', 'paywall']],
    ['after a long text', article(`${prose(16)}${BOX}`), ['full']],
    [
      'in the foot of the page',
      page(`<article><h1>Quay opens</h1>${prose(4)}</article><footer>${BOX}</footer>`),
      ['full'],
    ],
    [
      'quoted in a report',
      article(`${prose(4)}<p>“Subscribe to continue reading,” said a box on the quay.</p>`),
      ['full'],
    ],
    [
      'after a quotation',
      article(`${prose(3)}<p>The box says “wait”. Subscribe to continue reading.</p>`),
      ['partial', 'paywall'],
    ],
    [
      'in the midst of the text',
      article(`${prose(2)}<p>Subscribe to continue reading, said a box.</p>${prose(4)}`),
      ['full'],
    ],
    ['only stated', article(prose(4), { isAccessibleForFree: false }), ['partial', 'not-free']],
    ['only stated, beside a long text', article(prose(16), { isAccessibleForFree: 'False' }), ['full']],
    [
      'stated, with the closed part in the page',
      article(`<div class="x">${prose(4)}</div>`, {
        isAccessibleForFree: false,
        hasPart: { isAccessibleForFree: false, cssSelector: '.x' },
      }),
      ['full'],
    ],
    [
      'stated of a part that was not sent',
      article(prose(4), { hasPart: [{ isAccessibleForFree: 'False', cssSelector: '.y' }] }),
      ['partial', 'not-free'],
    ],
    [
      'stated with a selector that is none',
      article(prose(4), { isAccessibleForFree: false, hasPart: { isAccessibleForFree: false, cssSelector: '}{' } }),
      ['partial', 'not-free'],
    ],
    ['beside hardly any text', article(`<p>${SENTENCE}</p>${BOX}`), ['blocked', 'paywall']],
  ])('%s', (_name, html, expected) => {
    expect(judge(html)).toEqual(expected);
  });
});

it('a lock and a wall are not taken for the text, and say where they went', () => {
  const locked = extractArticle(article(`${prose(2)}<p>Already a subscriber? Log in to continue reading.</p>`));
  expect(locked.paragraphs).toHaveLength(2);
  expect(locked.dropped.at(-1)?.reason.code).toBe('paywall');
  const wall = extractArticle(
    '<html><title>Before you continue</title><body><h1>Before you continue</h1><p>We and our 214 partners store and access information on your device.</p></body></html>',
  );
  expect(wall.paragraphs).toEqual([]);
  expect(wall.headline).toBeUndefined();
  expect(wall.dropped.map(({ reason }) => reason.code)).toContain('consent-wall');
});

describe('the page’s own count of words', () => {
  it.each([
    ['agrees', 120, ['full']],
    ['is far above', 900, ['partial', 'shorter-than-stated']],
    ['is no number', 'many', ['full']],
  ])('%s', (_name, wordCount, expected) => {
    expect(judge(article(prose(4), { wordCount }))).toEqual(expected);
  });
});

describe('pages of another kind', () => {
  const ENTRIES = `<h1>Quay opens</h1>${prose(6)}`;
  it.each([
    ['a live page', page(ENTRIES, { '@type': 'LiveBlogPosting' }), ['partial', 'live-blog']],
    ['a video with a sentence beside it', page(prose(2), { '@type': 'VideoObject' }), ['excerpt', 'video-page']],
    ['a report with a video in it', article(prose(4), { video: { '@type': 'VideoObject' } }), ['full']],
    ['pictures', page(prose(2), { '@type': 'ImageGallery' }), ['excerpt', 'pictures-page']],
    ['a programme to listen to', page(prose(2), { '@type': 'PodcastEpisode' }), ['excerpt', 'audio-page']],
  ])('%s', (_name, html, expected) => {
    expect(judge(html)).toEqual(expected);
  });
});
