import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '#lib/article/extract-article';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/article');
const SENTENCE =
  'The harbour authority said on Tuesday that the quay would open in spring, two years later than planned.';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Quay opens</title>${head}</head><body>${body}</body></html>`;
const article = (inside: string, head = '') => page(`<article><h1>Quay opens</h1>${inside}</article>`, head);
const prose = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>Part ${i}. ${SENTENCE} It is paragraph ${i} of the report.</p>`).join(
    '\n',
  );
const texts = (html: string) => extractArticle(html).paragraphs.map(({ text }) => text);

type Expected = {
  status: string;
  reason?: string;
  paragraphs: [kind: string, start: string][] | null;
  dropped?: string[];
  headline?: string;
  byline?: string;
  published?: string;
  language?: string;
  canonicalUrl?: string;
};

describe('a folder of page and expectation', () => {
  it.each(readdirSync(FIXTURES))('%s', (name) => {
    const expected: Expected = JSON.parse(readFileSync(path.join(FIXTURES, name, 'expected.json'), 'utf8'));
    const found = extractArticle(readFileSync(path.join(FIXTURES, name, 'page.html'), 'utf8'));
    const { status, reason, paragraphs, dropped, ...facts } = expected;
    expect(found.quality.status).toBe(status);
    if (reason) expect(found.quality.reasons[0]?.code).toBe(reason);
    expect(found).toMatchObject(facts);
    if (paragraphs) {
      expect(found.paragraphs.map(({ kind }) => kind)).toEqual(paragraphs.map(([kind]) => kind));
      found.paragraphs.forEach(({ text }, index) => {
        expect(text.startsWith(paragraphs[index]?.[1] ?? 'nothing more')).toBe(true);
      });
    }
    const codes = found.dropped.map((each) => each.reason.code);
    for (const code of dropped ?? []) expect(codes).toContain(code);
  });
});

describe('blocks', () => {
  it('are cut where the page cuts them, not run together', () => {
    expect(
      texts(
        article(
          `${prose(3)}<div>Rain fell on the guests for most of the ceremony.<div>Another block follows it here, inside.</div></div>${prose(1).replace('Part 0', 'Part 9')}`,
        ),
      ),
    ).toHaveLength(6);
  });

  it('keep words around inline tags apart and together as printed', () => {
    const [first] = texts(
      article(
        `<p>The <em>new</em> quay&nbsp;in the <a href="/h">har</a>bour opened&#8212;at last&#8212;on a day of heavy rain and wind.</p>${prose(3)}`,
      ),
    );
    expect(first).toBe('The new quay in the harbour opened—at last—on a day of heavy rain and wind.');
  });

  it.each([
    [
      'caption',
      `<figure><img src="a.png"><figcaption>Workers on the quay last week.</figcaption></figure>`,
      'Workers on the quay last week.',
    ],
    [
      'caption',
      `<p class="wp-caption-text">Workers on the quay last week, before the ship came.</p>`,
      'Workers on the quay last week, before the ship came.',
    ],
    [
      'caption',
      `<div><span class="caption small">The crane at rest, seen from the tower of the new church.</span></div>`,
      'The crane at rest, seen from the tower of the new church.',
    ],
    [
      'newsletter',
      `<div class="telegram-subscribe">Good mornings begin with a letter from the quay, every day at six.</div>`,
      'Good mornings begin with a letter from the quay, every day at six.',
    ],
    [
      'related',
      `<div><p class="lead md:line-clamp-2">The ferry to the islands was late again on Monday, as…</p></div>`,
      'The ferry to the islands was late again on Monday, as…',
    ],
    ['photo-credit', `<p>Foto: Jan Brode / Küstenbild</p>`, 'Foto: Jan Brode / Küstenbild'],
    ['links', `<p><a href="/a">Crane delivery held up by storm</a></p>`, 'Crane delivery held up by storm'],
    [
      'read-more',
      `<p>Lesen Sie auch: <a href="/a">Der Kran kommt später</a></p>`,
      'Lesen Sie auch: Der Kran kommt später',
    ],
    ['read-more', `<p>À lire aussi : le port rouvre</p>`, 'À lire aussi : le port rouvre'],
    [
      'newsletter',
      `<p>Sign up for our newsletter to get the best stories.</p>`,
      'Sign up for our newsletter to get the best stories.',
    ],
    ['advertisement', `<p>ADVERTISEMENT</p>`, 'ADVERTISEMENT'],
    ['date-line', `<p>Tuesday, 5 March 2024, 06:30</p>`, 'Tuesday, 5 March 2024, 06:30'],
    ['date-line', `<p>Aktualisiert am 5. März 2024</p>`, 'Aktualisiert am 5. März 2024'],
    ['byline', `<p>By Ilse Marnow</p>`, 'By Ilse Marnow'],
    ['share', `<p>Share this article on</p>`, 'Share this article on'],
    ['copyright', `<p>© 2024 Estuary Post. All rights reserved.</p>`, '© 2024 Estuary Post. All rights reserved.'],
    ['tags', `<p>Tags: harbour, ferries, council</p>`, 'Tags: harbour, ferries, council'],
    ['short-list-item', `<ul><li>Port news</li></ul>`, 'Port news'],
    [
      'repeated',
      `<p>Part 1. ${SENTENCE} It is paragraph 1 of the report.</p>`,
      `Part 1. ${SENTENCE} It is paragraph 1 of the report.`,
    ],
    ['no-words', `<p>* * *</p>`, '* * *'],
    [
      'photo-credit',
      `<p>Guests on the quay on Tuesday (AFP / Ilse Marnow)</p>`,
      'Guests on the quay on Tuesday (AFP / Ilse Marnow)',
    ],
    ['photo-credit', `<p>Gäste am Kai (Archivbild)</p>`, 'Gäste am Kai (Archivbild)'],
    ['photo-credit', `<p>Foto(s): © Küstenbild 24.example</p>`, 'Foto(s): © Küstenbild 24.example'],
    [
      'note',
      `<p>Wie war dein Tag am Kai? Teile deine Bilder mit der Community.</p>`,
      'Wie war dein Tag am Kai? Teile deine Bilder mit der Community.',
    ],
    ['copyright', `<p>(Quelle: APA/dpa)</p>`, '(Quelle: APA/dpa)'],
    ['paywall', `<p>Article réservé aux abonnés</p>`, 'Article réservé aux abonnés'],
    ['paywall', `<p>Already a subscriber? Log in.</p>`, 'Already a subscriber? Log in.'],
    ['note', `<p>The views expressed are those of the writer.</p>`, 'The views expressed are those of the writer.'],
    ['links', `<ul><li>Port: <a href="/a">Crane held up</a></li></ul>`, 'Port: Crane held up'],
  ])('%s: %s is left out, with the reason', (code, markup, text) => {
    const { paragraphs, dropped } = extractArticle(
      article(`${prose(2)}${markup}${prose(5).split('\n').slice(2).join('')}`),
    );
    expect(dropped).toContainEqual({ text, reason: { code, message: expect.stringMatching(/\.$/) } });
    expect(paragraphs).toHaveLength(5);
  });

  it.each([
    'By Tuesday evening the last of the ships had left the outer harbour for the open sea.',
    'Share prices of the port company rose by two per cent after the announcement.',
    'Related questions were raised by the council, but nobody in the room answered them that night.',
    'Photo editors in the capital called the picture of the flooded quay the image of the year.',
  ])('sentences that begin like furniture stay: %s', (sentence) => {
    expect(texts(article(`${prose(3)}<p>${sentence}</p>${prose(5).split('\n').slice(3).join('')}`))).toContain(
      sentence,
    );
  });

  it.each([
    ['a kicker', '<p>Harbour and sea</p>', 'Harbour and sea'],
    ['a second headline', '<h2>Spring at last</h2>', 'Spring at last'],
  ])('%s above the first sentence is left out', (_name, markup, text) => {
    const { paragraphs, dropped } = extractArticle(article(`${markup}${prose(5)}`));
    expect(dropped).toContainEqual({ text, reason: expect.objectContaining({ code: 'leading-line' }) });
    expect(paragraphs).toHaveLength(5);
  });

  it('an h1 that was not taken for the headline is no paragraph', () => {
    const ticker = 'Storm at sea: Two ferries turn back +++ Crane stands still';
    const { headline, paragraphs } = extractArticle(page(`<article><h1>${ticker}</h1>${prose(5)}</article>`));
    expect(headline).toBe('Quay opens');
    expect(paragraphs).toHaveLength(5);
  });

  it('below an offer its questions and answers go too, until the text goes on', () => {
    const offer =
      '<p>Already a subscriber? Log in.</p><ul><li>Why do I see this? Because you have no account.</li></ul>';
    const { dropped, paragraphs } = extractArticle(
      article(`${prose(3)}${offer}${prose(5).split('\n').slice(3).join('')}`),
    );
    expect(paragraphs).toHaveLength(5);
    expect(dropped.filter(({ reason }) => reason.code === 'paywall')).toHaveLength(2);
  });

  it('a last line with the name of the author is left out, a last sentence with it stays', () => {
    const by = '<meta name="author" content="Ilse Marnow">';
    const last = (text: string) => extractArticle(article(`${prose(5)}<p>${text}</p>`, by)).paragraphs.at(-1)?.text;
    expect(last('Radio Estuary (Ilse Marnow)')).toMatch(/^Part 4/);
    expect(last('The pictures are by Ilse Marnow.')).toBe('The pictures are by Ilse Marnow.');
  });

  it('a lede that is set as a heading stays', () => {
    const lede = 'After two years of delays the quay will open in the spring of next year, its builders say.';
    expect(texts(article(`<h2>${lede}</h2>${prose(5)}`))).toContain(lede);
  });

  it('a class name is not believed when it would take most of the text', () => {
    expect(texts(page(`<article class="related has-comments"><h1>Quay opens</h1>${prose(5)}</article>`))).toHaveLength(
      5,
    );
  });
});

describe('kinds of page', () => {
  const HEBREW = 'רשות הנמל הודיעה ביום שלישי כי הרציף ייפתח באביב, שנתיים לאחר המועד שתוכנן במקור לפתיחתו.';
  const JAPANESE = '港湾局は火曜日、新しい埠頭が当初の予定より二年遅れて来春に開業すると発表した。';
  const data = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

  it.each([
    [
      'AMP',
      `<amp-sidebar><ul><li>News</li></ul></amp-sidebar><article><h1>Quay opens</h1>${prose(5)}<amp-ad></amp-ad></article>`,
      5,
    ],
    ['a print view without any class', `<h1>Quay opens</h1><hr>${prose(5)}<hr><p>Page 1</p>`, 5],
    ['a table for a layout', `<table><tr><td><a href="/">Home</a></td><td>${prose(5)}</td></tr></table>`, 5],
    [
      'right to left',
      `<article dir="rtl">${Array.from({ length: 5 }, (_, i) => `<p>${i} ${HEBREW}</p>`).join('')}</article>`,
      5,
    ],
    [
      'no spaces between words',
      `<article>${Array.from({ length: 6 }, (_, i) => `<p>${i} ${JAPANESE.repeat(2)}</p>`).join('')}</article>`,
      6,
    ],
    [
      'the next story below the first',
      `<article><h1>Quay opens</h1>${prose(12)}</article><article><h1>Crane falls</h1>${prose(3).replaceAll('Part', 'Crane')}</article>`,
      12,
    ],
  ])('%s', (_name, body, count) => {
    const { paragraphs, quality } = extractArticle(page(body));
    expect(paragraphs.map(({ text }) => text)).toHaveLength(count);
    expect(quality.status).toBe('full');
  });

  it('a body that stands in the structured data alone', () => {
    const articleBody = Array.from({ length: 10 }, (_, i) => `Part ${i}. ${SENTENCE}`).join('\n');
    const found = extractArticle(
      page('<div id="root"></div>', data({ '@type': 'NewsArticle', headline: 'Quay opens', articleBody })),
    );
    expect(found.paragraphs).toHaveLength(10);
    expect(found.quality.reasons.map(({ code }) => code)).toContain('from-structured-data');
  });

  it('a headline and nothing else is no article', () => {
    expect(extractArticle(page('<article><h1>Quay opens</h1></article>')).quality.status).toBe('failed');
  });
});

describe('quality', () => {
  it.each([
    ['nothing', '', 'failed', 'empty-body'],
    ['white space', ' \n\t ', 'failed', 'empty-body'],
    ['one word', page('<p>Hello</p>'), 'failed', 'no-article-text'],
    ['one sentence', page(`<p>${SENTENCE}</p>`), 'excerpt', 'few-words'],
    ['no text at all', page('<img src="a.png">'), 'failed', 'no-article-text'],
    [
      'a robot check',
      page('<h1>Just a moment...</h1><p>Checking your browser before you go on.</p>'),
      'blocked',
      'bot-wall',
    ],
    ['a broken transfer', article(prose(6)).slice(0, -40), 'partial', 'page-cut'],
    [
      'a text that breaks off',
      article(`${prose(4)}<p>The council will meet again on the day after the</p>`),
      'partial',
      'ends-mid-sentence',
    ],
    ['a whole text', article(prose(6)), 'full', undefined],
    [
      'a whole text with a subscription offer',
      article(`${prose(12)}<p>Already a subscriber? Log in.</p>`),
      'full',
      undefined,
    ],
  ])('%s', (_name, html, status, code) => {
    const { quality } = extractArticle(html);
    expect(quality.status).toBe(status);
    expect(quality.reasons[0]?.code).toBe(code);
  });

  it('is partial when the feed carried much more', () => {
    const feedText = Array.from({ length: 12 }, (_, i) => `${i} ${SENTENCE}`).join('\n\n');
    const { quality } = extractArticle(article(prose(3)), { feedText });
    expect(quality.status).toBe('partial');
    expect(quality.reasons[0]).toMatchObject({ code: 'shorter-than-known', message: expect.stringContaining('words') });
  });

  it('an empty page takes what the feed carried, and says so', () => {
    const feedText = `${SENTENCE}\n\nThe ship was empty, and nobody on the pier had been told of it.`;
    const shell = readFileSync(path.join(FIXTURES, 'shell/page.html'), 'utf8');
    const found = extractArticle(shell, { feedText });
    expect(found.paragraphs).toHaveLength(2);
    expect(found.quality.status).toBe('excerpt');
    expect(found.quality.reasons.map(({ code }) => code)).toEqual(['needs-script', 'from-feed']);
  });

  it("a wall's heading does not become the headline", () => {
    const wall = readFileSync(path.join(FIXTURES, 'consent/page.html'), 'utf8');
    expect(extractArticle(wall).headline).toBeUndefined();
  });
});

describe('whatever the page', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="x">',
      '</div>',
      '<br>',
      '<br><br>',
      '<li>',
      '<a href="/">',
      '</a>',
      '<b>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<table><td>',
      '&lt;b&gt;',
      '&amp;',
      '<h2>',
      '\u0000',
      '\uD800',
    ),
    fc.string(),
    fc.constant(` ${SENTENCE} `),
  );

  it('offsets slice back, ids count up, texts are tidy and hold no tag of the page', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { paragraphs, quality } = extractArticle(page(pieces.join('')));
        const body = paragraphs.map(({ text }) => text).join('\n');
        paragraphs.forEach((paragraph, index) => {
          expect(paragraph.id).toBe(`p${index}`);
          expect(body.slice(paragraph.start, paragraph.start + paragraph.text.length)).toBe(paragraph.text);
          expect(paragraph.text).toBe(paragraph.text.normalize('NFC').trim());
          expect(paragraph.text).not.toMatch(/[\n\r]|<\/?(?:p|div|br|li|script|table|h2)\b[^>]*>/);
        });
        expect(['full', 'partial', 'excerpt', 'blocked', 'failed']).toContain(quality.status);
        if (quality.status !== 'full') expect(quality.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['10,000 nested tags', '<div>'.repeat(10_000)],
    ['40,000 tags', '<i>x</i>'.repeat(40_000)],
  ])('%s are refused by count, not by patience', (_name, html) => {
    expect(extractArticle(html).quality).toMatchObject({ status: 'failed', reasons: [{ code: 'too-complex' }] });
  });
});
