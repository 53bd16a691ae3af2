import { describe, expect, it } from 'vitest';
import { spineOf } from '#lib/comparison/spine';
import { textsOf } from '#lib/comparison/texts';
import { archiveAddress } from '#lib/share/archive-address';
import { citation } from '#lib/share/citation';
import { excerptDocument } from '#lib/share/excerpt';
import { type Block, foreign, line } from '#lib/share/export/blocks';
import { EXPORT_FORMATS, type ExportFormat, exportFrozen } from '#lib/share/export/export-frozen';
import type { Exportable } from '#lib/share/export/report';
import { toHtml } from '#lib/share/export/to-html';
import { toMarkdown } from '#lib/share/export/to-markdown';
import { shareLink } from '#lib/share/share-link';
import type { Comparison, FrozenDocument } from '#lib/types';
import { sampleComparison } from './sample-comparison';

const comparison = sampleComparison();
const frozenAt = '2025-03-04T12:00:00Z';
const given = (of: Comparison, more: Partial<Exportable> = {}): Exportable => {
  const { id, json } = shareLink(of, {});
  return { id, json: () => json, comparison: of, view: {}, frozenAt, address: `https://example.org/c/${id}`, ...more };
};
const write = (of: Exportable, format: ExportFormat) => exportFrozen(of, format).body;

describe('the exported page and its text', () => {
  const pieces = spineOf(textsOf(comparison)).pieces;
  it.each<ExportFormat>(['html', 'md'])('%s holds every paragraph, difference and number the screen has', (format) => {
    const body = plain(write(given(comparison), format));
    for (const { text, readings } of pieces) {
      expect(body).toContain(plain(text));
      for (const { differences, passages } of readings) {
        for (const { difference } of differences) expect(body).toContain(plain(difference.note));
        for (const passage of passages) expect(body).toContain(plain(passage.text));
      }
    }
    for (const { headline } of comparison.articles) expect(body).toContain(plain(headline));
  });

  it('the page asks for nothing and runs nothing', () => {
    const page = write(given(comparison), 'html');
    expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son\w+=|srcset|javascript:/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('every link within the page leads somewhere, and no place has two', () => {
    const page = write(given(comparison), 'html');
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('an excerpt says so and holds no whole text, in every format', () => {
    const whole = given(comparison);
    const cut = excerptDocument(whole.id, JSON.parse(whole.json()) as FrozenDocument, 20);
    const part = { ...whole, comparison: cut.comparison, excerpt: cut.excerpt, json: () => JSON.stringify(cut) };
    const long = comparison.articles
      .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
      .filter((text) => text.split(' ').length > 25);
    expect(long.length).toBeGreaterThan(20);
    for (const format of ['html', 'md', 'json'] as const) {
      const body = plain(write(part, format));
      expect(body).toMatch(/An excerpt/);
      expect(long.filter((text) => body.includes(plain(text)))).toEqual([]);
    }
    expect(exportFrozen(part, 'html').name).toBe(`${whole.id}-excerpt.html`);
  });
});

// Words and their order alone, without either format's signs, numbers of differences and what is read aloud only.
function plain(text: string): string {
  return text
    .replaceAll(/<a class="number"[\s\S]*?<\/a>|<span class="hidden"[\s\S]*?<\/span>|<\/?[a-z][^>]*>/g, '')
    .replaceAll(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
    )
    .replaceAll(/ \(\d+\)/g, '')
    .replaceAll(/[\\*~>#|`]|\s+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([\p{P}])/gu, '$1')
    .trim();
}

describe('what an outlet wrote stays text', () => {
  const sly = '<script>alert(1)</script> **bold** | [x](javascript:1) & `code` _it_';
  it.each<[string, (blocks: Block[]) => string, RegExp[]]>([
    ['Markdown', toMarkdown, [/[^\\]\*\*bold/, /[^\\]<script/, /[^\\]\|/, /[^\\]\[x/]],
    ['HTML', (blocks) => toHtml(blocks, { title: { text: sly, language: 'en' }, about: 'x' }), [/<script/i]],
  ])('%s', (_name, written, never) => {
    const words = { text: sly, language: 'en"><b>' };
    const body = written([
      line(['a ', foreign(sly, words.language)]),
      { kind: 'passage', as: 'paragraph', words, marks: [{ kind: 'hit', start: 0, end: 8, said: sly }] },
      { kind: 'table', caption: sly, head: [sly], rows: [[foreign(sly, undefined)]] },
      { kind: 'list', items: [{ line: { kind: 'link', text: sly, href: 'javascript:alert(1)' } }] },
    ]);
    for (const pattern of never) expect(body.replaceAll(/^\||\|$|^\| --- \|$/gm, '')).not.toMatch(pattern);
    expect(body).not.toContain('href="javascript:');
    expect(body).not.toContain('<b>');
  });
});

describe('references', () => {
  const named = { ...comparison, title: 'Costs rise 5% & more: {braces} #1 \\ $2_a' };
  it('BibTeX escapes what TeX would run', () => {
    const bib = write(given(named), 'bib');
    expect(bib).toContain('title = {{Costs rise 5\\% \\& more: \\{braces\\} \\#1 \\textbackslash{} \\$2\\_a}}');
    expect(bib.match(/^@misc\{/gm)).toHaveLength(1 + comparison.articles.length);
    expect(bib).toMatch(/year = \{2025\},\n {2}month = \{03\}/);
    expect(bib).toContain('url = {https://halyard-wire.example/xi-putin-call.html}');
  });

  it('CSL-JSON has the comparison and every text', () => {
    const items = JSON.parse(write(given(comparison), 'csl')) as Record<string, unknown>[];
    expect(items).toHaveLength(1 + comparison.articles.length);
    expect(items[0]).toMatchObject({
      type: 'webpage',
      title: comparison.title,
      issued: { 'date-parts': [[2025, 3, 4]] },
      URL: given(comparison).address,
    });
    expect(items.slice(1).map((item) => item.type)).toEqual(comparison.articles.map(() => 'article-newspaper'));
  });

  it('the citation is one sentence and a line break', () => {
    const { address = '' } = given(comparison);
    expect(write(given(comparison), 'txt')).toBe(`${citation(comparison, frozenAt, address)}\n`);
  });

  it.each([
    [
      'https://x.test/a?b=1',
      '2025-02-24T17:05:09+01:00',
      'https://web.archive.org/web/20250224160509/https://x.test/a?b=1',
    ],
    ['https://x.test/a', 'no time', 'https://web.archive.org/web/2/https://x.test/a'],
  ])('an archived copy of %s as of %s', (url, at, expected) => {
    expect(archiveAddress(url, at)).toBe(expected);
  });
});

describe('formats', () => {
  it('every one writes something under a name of its own', () => {
    const formats = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).filter((format) => format !== 'csv');
    const files = formats.map((format) => exportFrozen(given(comparison), format));
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    for (const { body } of files) expect(body.length).toBeGreaterThan(100);
  });

  it.each([
    ['a table that does not exist', 'csv', 'secrets', /table is one of texts, links/],
    ['no table', 'csv', undefined, /table is one of/],
  ] as const)('%s is named', (_name, format, table, message) => {
    expect(() => exportFrozen(given(comparison), format, table)).toThrow(message);
  });
});
