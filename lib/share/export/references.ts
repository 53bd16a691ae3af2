import { toolName } from '../citation';
import type { Exportable } from './report';

/** The comparison, then every text it rests on, for a bibliography. */
export function toBibtex(given: Exportable): string {
  const { id, comparison, frozenAt, address } = given;
  const own = entry(`synoptic-${id}`, {
    title: comparison.title,
    author: undefined,
    howpublished: `${toolName(comparison)}, comparison of ${comparison.articles.length} texts`,
    year: frozenAt.slice(0, 4),
    month: frozenAt.slice(5, 7),
    note: `Frozen comparison ${id}`,
    url: address,
  });
  const texts = comparison.articles.map((article, number) => {
    const at = article.published ?? article.fetchedAt;
    return entry(`synoptic-${id}-${number + 1}`, {
      title: article.headline,
      author: article.byline,
      howpublished: article.outletName,
      year: at.slice(0, 4),
      month: at.slice(5, 7),
      note: `Read ${article.fetchedAt.slice(0, 10)}`,
      url: article.url,
    });
  });
  return [own, ...texts].join('\n');
}

function entry(key: string, fields: Record<string, string | undefined>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${name === 'url' ? inUrl(value) : inBraces(value, name)}}`],
  );
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

// A title or a name in braces of its own is printed as it is written: BibTeX would take capitals away and names apart.
function inBraces(text: string, name: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/[\\{}%&$#_~^]/g, (sign) => TEX[sign] ?? sign);
  return name === 'title' || name === 'author' ? `{${plain}}` : plain;
}

function inUrl(address: string): string {
  return address.replaceAll(/[{}\\\s]/g, encodeURIComponent);
}

/** The same as CSL-JSON, which reference managers read. */
export function toCsl({ id, comparison, frozenAt, address }: Exportable): string {
  const items = [
    {
      id: `synoptic-${id}`,
      type: 'webpage',
      title: comparison.title,
      'container-title': toolName(comparison),
      genre: `Comparison of ${comparison.articles.length} texts`,
      number: id,
      issued: dateOf(frozenAt),
      ...(address === undefined ? {} : { URL: address }),
    },
    ...comparison.articles.map((article, at) => ({
      id: `synoptic-${id}-${at + 1}`,
      type: 'article-newspaper',
      title: article.headline,
      'container-title': article.outletName,
      ...(article.byline === undefined ? {} : { author: [{ literal: article.byline }] }),
      ...(article.language === undefined ? {} : { language: article.language }),
      ...(article.published === undefined ? {} : { issued: dateOf(article.published) }),
      accessed: dateOf(article.fetchedAt),
      ...(article.url === undefined ? {} : { URL: article.url }),
    })),
  ];
  return `${JSON.stringify(items, null, 2)}\n`;
}

function dateOf(at: string): { 'date-parts': number[][] } {
  return { 'date-parts': [at.slice(0, 10).split('-').map(Number)] };
}
