import { describe, expect, it } from 'vitest';
import { readMetadata } from '#lib/article/metadata';
import { readElements } from '#lib/article/page-elements';
import { parseHtml } from '#lib/html';

const URL = 'https://estuary.example/2024/03/05/quay';
const read = (head: string, body = '', lang = 'en') =>
  readPage(`<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`);
function readPage(html: string) {
  const document = parseHtml(html);
  return readMetadata(document, readElements(document), URL).metadata;
}
const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('headline', () => {
  it.each([
    [
      'without the site name',
      '<title>Quay opens late | The Estuary Post</title><meta property="og:site_name" content="The Estuary Post">',
      '',
      'Quay opens late',
    ],
    [
      'site name in front',
      '<title>Estuary Post: news – Quay opens late - Estuary Post</title><meta property="og:site_name" content="Estuary Post">',
      '',
      'Quay opens late',
    ],
    ['site name from the address', '<title>Quay opens late - Estuary</title>', '', 'Quay opens late'],
    ['a dash of its own stays', '<title>Quay opens late – at last | Estuary</title>', '', 'Quay opens late – at last'],
    [
      'printed form before the social one',
      '<meta property="og:title" content="Quay opens late after two years">',
      '<h1>Quay opens late after two years of waiting</h1>',
      'Quay opens late after two years of waiting',
    ],
    [
      'not the logo',
      '<meta property="og:title" content="Quay opens late"><meta property="og:site_name" content="Estuary Post">',
      '<h1>Estuary Post</h1><h1>Quay opens late</h1>',
      'Quay opens late',
    ],
    [
      'structured data',
      data({ '@type': 'NewsArticle', headline: 'Quay &amp; crane open late' }),
      '',
      'Quay & crane open late',
    ],
    [
      'not the kicker in front',
      '<title>Quay opens late at last | Estuary</title><meta property="og:title" content="Quay opens late at last">',
      '<h1>Two years of waiting: Quay opens late at last</h1>',
      'Quay opens late at last',
    ],
    [
      'a kicker that only the social title lacks stays',
      '<title>Harbour: Quay opens late at last</title><meta property="og:title" content="Quay opens late at last">',
      '<h1>Harbour: Quay opens late at last</h1>',
      'Harbour: Quay opens late at last',
    ],
    [
      'two statements that agree against headings that do not',
      '<title>Quay opens late at last</title><meta property="og:title" content="Quay opens late at last">',
      '<h1>All from the harbour and the sea</h1><h1>Other things that you may like</h1>',
      'Quay opens late at last',
    ],
    [
      'a printed sentence against two statements that agree',
      '<title>Storm at sea: what comes next</title><meta property="og:title" content="Storm at sea: what comes next">',
      '<h1>How ferries and cranes get ready for the winter</h1><h1>More from the coast</h1>',
      'How ferries and cranes get ready for the winter',
    ],
    [
      'without the section',
      '<title>Quay opens late | Harbour news | Estuary</title><meta property="article:section" content="Harbour News">',
      '',
      'Quay opens late',
    ],
    [
      'not a kicker that the other statements have in other words',
      '<title>Two years of waiting: Quay opens late at last</title><meta property="og:title" content="A long wait: Quay opens late at last">',
      '<h1>Harbour works - Quay opens late at last</h1>',
      'Quay opens late at last',
    ],
    [
      'more words in front than a kicker has stay',
      '<title>Work: Quay opens late at last</title><meta property="og:title" content="Sea: Quay opens late at last">',
      '<h1>After two years of waiting in the rain: Quay opens late at last</h1>',
      'After two years of waiting in the rain: Quay opens late at last',
    ],
    [
      'not the last lines of a ticker',
      '<title>Storm at sea: all that happens</title>',
      '<h1>Two ferries turn back +++ Crane stands still</h1>',
      'Storm at sea: all that happens',
    ],
    [
      'structured data before a social title with a section behind it',
      `<meta property="og:title" content="Quay opens late at last - Harbour">${data({ '@type': 'NewsArticle', headline: 'Quay opens late at last' })}`,
      '',
      'Quay opens late at last',
    ],
    ['a bar of another script', '<title>부두 드디어 개장ㅣEstuary</title>', '', '부두 드디어 개장'],
    ['nothing', '', '', undefined],
  ])('%s', (_name, head, body, expected) => {
    expect(read(head, body).headline).toBe(expected);
  });
});

describe('byline: names and nothing else', () => {
  it.each([
    [
      'structured data',
      data({ '@type': 'NewsArticle', headline: 'Q', author: [{ name: 'Ilse Marnow' }, { name: 'Tom Okar' }] }),
      '',
      'Ilse Marnow, Tom Okar',
    ],
    [
      'a reference inside the graph',
      data({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'Q', author: { '@id': '#p' } },
          { '@type': 'Person', '@id': '#p', name: 'Ilse Marnow' },
        ],
      }),
      '',
      'Ilse Marnow',
    ],
    ['meta element', '<meta name="author" content="By Ilse Marnow and Tom Okar">', '', 'Ilse Marnow, Tom Okar'],
    ['not an address', '<meta property="article:author" content="https://social.example/estuary">', '', undefined],
    [
      'not the account',
      '<meta name="author" content="ilse.marnow">',
      '<a rel="author" href="/im">Ilse Marnow</a>',
      'Ilse Marnow',
    ],
    [
      'a person before the site',
      '<meta name="author" content="Estuary Post"><meta property="og:site_name" content="Estuary Post">',
      '<p class="byline">Von Ilse Marnow, Korrespondentin</p>',
      'Ilse Marnow',
    ],
    [
      'the site when there is nobody else',
      '<meta name="author" content="Estuary Post"><meta property="og:site_name" content="Estuary Post">',
      '',
      'Estuary Post',
    ],
    [
      'given and family name apart',
      data({ '@type': 'NewsArticle', headline: 'Q', author: { givenName: 'Ilse', familyName: 'Marnow' } }),
      '',
      'Ilse Marnow',
    ],
    [
      'a byline known by its test id',
      '',
      '<div data-testid="x-byline"><a href="/im">Ilse Marnow</a></div>',
      'Ilse Marnow',
    ],
    [
      "a link to the author's own page",
      '<meta name="author" content="Estuary Post"><meta property="og:site_name" content="Estuary Post">',
      '<p><a href="/auteur/ilse-marnow-7">Ilse Marnow</a></p>',
      'Ilse Marnow',
    ],
    [
      'not the list of all authors',
      '',
      `<ul>${['Ana Ruiz', 'Per Lund', 'Zoé Petit', 'Jan Holt', 'Tom Okar'].map((name) => `<li><a href="/autor/x">${name}</a></li>`).join('')}</ul>`,
      undefined,
    ],
    [
      'not the topics that bear the class of a byline',
      '',
      '<div class="byline"><a href="/t/1">Port Council</a></div><div class="byline">erstellt von <a href="/x">Ilse</a></div>',
      'Ilse',
    ],
    [
      'not who comments',
      '',
      '<ol class="comment-list"><li><b class="author">Tom Okar</b></li></ol><p class="author">Ilse Marnow</p>',
      'Ilse Marnow',
    ],
    [
      'not who commented elsewhere on the site, but whose site it is',
      '<meta property="og:site_name" content="Ilse Marnow’s notes">',
      '<li class="recentcomments"><span class="comment-author-link"><a>Tom Okar</a></span></li><p class="byline"><a href="/author/im/">Ilse Marnow</a></p>',
      'Ilse Marnow',
    ],
    [
      'an agency’s credit beside the headline, not a photographer’s beside a picture',
      '',
      '<figure><p class="credit">Okar Pictures</p></figure><header><h1>Quay opens</h1><p class="credit">TIDEPRESS</p></header>',
      'TIDEPRESS',
    ],
    [
      'a French class',
      '',
      '<div class="dates_auteurs">par <span>Ilse Marnow</span>, 21 mars 2024</div>',
      'Ilse Marnow',
    ],
    ['an account beside the name', '', '<p class="author">Por Ilse Marnow @imarnow -</p>', 'Ilse Marnow'],
    ['once each', '<meta name="author" content="Ilse Marnow, ILSE MARNOW">', '', 'Ilse Marnow'],
    [
      'broken structured data',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Q\nR","author":{"name":"Ilse Marnow"},}</script>',
      '',
      'Ilse Marnow',
    ],
  ])('%s', (_name, head, body, expected) => {
    expect(read(head, body).byline).toBe(expected);
  });
});

describe('published', () => {
  it.each([
    [
      'structured data',
      data({ '@type': 'NewsArticle', headline: 'Q', datePublished: '2024-03-05T06:30:00+01:00' }),
      '',
      '2024-03-05T06:30:00+01:00',
    ],
    [
      'meta element',
      '<meta property="article:published_time" content="2024-03-05T06:30:00Z">',
      '',
      '2024-03-05T06:30:00Z',
    ],
    [
      'zone from another statement of the same moment',
      data({ '@type': 'NewsArticle', headline: 'Q', datePublished: '2024-03-05T06:30:00' }) +
        '<meta property="article:published_time" content="2024-03-05T05:30:00Z">',
      '',
      '2024-03-05T05:30:00Z',
    ],
    [
      'clock time added to a day',
      '<meta name="date" content="2024-03-05">',
      '<time datetime="2024-03-05T06:30:00+01:00">today</time>',
      '2024-03-05T06:30:00+01:00',
    ],
    [
      'time element',
      '',
      '<article><time datetime="2024-03-05T06:30Z">5 March</time></article>',
      '2024-03-05T06:30:00Z',
    ],
    [
      "the page's own clock beside the same moment in UTC",
      data({ '@type': 'NewsArticle', headline: 'Q', datePublished: '2024-03-04T23:10:00Z' }) +
        '<meta name="date" content="Tue, 05 Mar 2024 00:10:00 +0100">',
      '',
      '2024-03-05T00:10:00+01:00',
    ],
    [
      'the day that three kinds of statement agree on, against the day of the draft',
      data({ '@type': 'NewsArticle', headline: 'Q', datePublished: '2024-03-01T10:00:00Z' }) +
        '<meta property="article:published_time" content="2024-03-05T06:30:00Z">',
      '<time datetime="2024-03-05T06:30:00Z">5 March 2024</time>',
      '2024-03-05T06:30:00Z',
    ],
    [
      'structured data against a single other statement',
      data({ '@type': 'NewsArticle', headline: 'Q', datePublished: '2024-03-05T10:00:00Z' }) +
        '<meta property="article:published_time" content="2024-03-09T06:30:00Z">',
      '',
      '2024-03-05T10:00:00Z',
    ],
    ['printed line', '', '<div class="pub-date">Published 5 March 2024</div>', '2024-03-05T00:00:00Z'],
    ['address', '', '', '2024-03-05T00:00:00Z'],
  ])('%s', (_name, head, body, expected) => {
    expect(read(head, body).published).toBe(expected);
  });
});

describe('standfirst and updated', () => {
  it.each([
    [
      'structured data',
      data({ '@type': 'NewsArticle', headline: 'Q', description: 'Two years late.' }),
      'Two years late.',
    ],
    ['Open Graph', '<meta property="og:description" content="Two years late.">', 'Two years late.'],
    ['HTML', '<meta name="description" content="Two years late.">', 'Two years late.'],
    ['the last resort', '<meta name="twitter:description" content="Two years late.">', 'Two years late.'],
    ['nothing', '', undefined],
  ])('standfirst: %s', (_name, head, expected) => {
    expect(read(head).standfirst).toBe(expected);
  });

  it.each([
    ['structured data', data({ '@type': 'NewsArticle', headline: 'Q', dateModified: '2024-03-06T06:30:00Z' })],
    ['Open Graph', '<meta property="article:modified_time" content="2024-03-06T06:30:00Z">'],
    ['the older name', '<meta property="og:updated_time" content="2024-03-06T06:30:00Z">'],
    ['microdata', '<time itemprop="dateModified" datetime="2024-03-06T06:30:00Z">6 March</time>'],
    ['Dublin Core', '<meta name="DCTERMS.modified" content="2024-03-06T06:30:00Z">'],
  ])('updated: %s', (_name, head) => {
    expect(read(head).updated).toBe('2024-03-06T06:30:00Z');
  });
});

describe('language and address', () => {
  it.each([
    ['de', '', 'de'],
    ['pt_BR', '', 'pt-BR'],
    ['', '<meta property="og:locale" content="fr_FR">', 'fr-FR'],
    ['english!', '<meta http-equiv="Content-Language" content="es">', 'es'],
    ['', '', undefined],
  ])('lang %j with %j → %s', (lang, head, expected) => {
    expect(read(head, '', lang).language).toBe(expected);
  });

  it.each([
    ['<link rel="canonical" href="/news/quay?utm_source=x">', 'https://estuary.example/news/quay'],
    ['<meta property="og:url" content="https://estuary.example/quay#a">', 'https://estuary.example/quay'],
    ['<link rel="canonical" href="https://estuary.example/">', URL],
    ['<link rel="canonical" href="javascript:alert(1)">', undefined],
    ['', URL],
  ])('%s → %s', (head, expected) => {
    expect(read(head).canonicalUrl).toBe(expected);
  });
});
