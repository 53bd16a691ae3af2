import { readdirSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '#lib/article/extract-article';
import { compareStory } from '#lib/comparison/compare-story';
import { countedOutlets } from '#lib/comparison/frame-rows';
import { textsOf } from '#lib/comparison/texts';
import { withVerdicts } from '#lib/comparison/verdicts';
import { readSampleFile } from '#lib/data-files';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { type Query, readShown } from '#lib/share/shown';
import { SOFTWARE } from '#lib/software';
import type { Article, Comparison } from '#lib/types';
import { ComparisonView } from '../../app/_views/comparison-view';
import { Evidence } from '../../app/_views/framing/evidence';
import { WithRouter } from './with-router';

/** The sample story six outlets tell, as the product reads it. */
function sampleArticles(story: string): Article[] {
  return readdirSync(`data/samples/${story}`).map((file): Article => {
    const id = file.replace('.html', '');
    const html = new TextDecoder().decode(readSampleFile(story, file));
    const { headline = '', paragraphs, quality } = extractArticle(html, { url: `https://${id}.example/${story}.html` });
    const textHash = id;
    return {
      id,
      version: 1,
      outletId: id,
      outletName: id,
      headline,
      paragraphs,
      quality,
      dropped: [],
      textHash,
      fetchedAt: '2026-03-01T09:00:00Z',
      language: 'en',
    };
  });
}

const articles = sampleArticles('xi-putin-call');
// Two texts of one outlet, so that rows add texts up.
const joined = articles.map((each, at) =>
  at === 1 ? { ...each, outletId: articles[0]?.outletId ?? '', outletName: articles[0]?.outletName ?? '' } : each,
);
// One with frames only, one with labels only, one with both: the others are made of the same parts.
const codebooks = shippedCodebooks().filter(({ id }) => ['generic', 'labels-common', 'ukraine-war'].includes(id));

function compared(texts: Article[]): Comparison {
  return compareStory({
    title: 'A call',
    articles: texts,
    outlets: [],
    settings: { reference: texts[0]?.id ?? '', codebooks: codebooks.map(({ id }) => id), includePartial: false },
    codebooks,
    software: SOFTWARE,
  });
}

function page(comparison: Comparison, query: Query): string {
  const shown = readShown({ view: 'framing', ...query });
  return renderToStaticMarkup(
    <WithRouter>
      <ComparisonView texts={textsOf(comparison)} place={{ path: '/s', shown }} />
    </WithRouter>,
  );
}

type Count = { n: number; href: string };

function countsOn(html: string): Count[] {
  return [...html.matchAll(/<a [^>]*data-count="(\d+)"[^>]*>/g)].map(([tag, n]) => ({
    n: Number(n),
    href: (/href="([^"]+)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&').replace(/#.*/, ''),
  }));
}

/** Sentences listed for a frame, hits listed for a label. The list alone is drawn: a whole page for each number takes minutes. */
function listed(comparison: Comparison, { href }: Count): number {
  const shown = readShown(Object.fromEntries(new URLSearchParams(href.split('?')[1])));
  const texts = textsOf(comparison);
  const framing = comparison.framing.find(({ codebook }) => codebook.id === shown.codebook);
  if (!framing) throw new Error(`No codebook is named in ${href}.`);
  const html = renderToStaticMarkup(
    <Evidence
      texts={texts}
      place={{ path: '/s', shown }}
      codebook={framing.codebook}
      code={shown.code ?? ''}
      name="it"
      outlets={countedOutlets(texts, framing).outlets}
      back="top"
    />,
  );
  const isLabel = / mentions? in /.test(html);
  return html.split(isLabel ? 'data-hit=""' : 'data-sentence=""').length - 1;
}

const FILTERS: Query[] = [
  {},
  { voice: 'own' },
  { voice: 'quoted' },
  { position: 'headline' },
  { position: 'lead' },
  { voice: 'attributed', position: 'body' },
];

describe.each([
  ['one text an outlet', compared(articles)],
  ['two texts of one outlet', compared(joined)],
])('every count opens exactly what it counts: %s', (_name, comparison) => {
  it.each(codebooks.map(({ id }) => id))(
    '%s, under every filter',
    (codebook) => {
      let walked = 0;
      for (const filter of FILTERS) {
        const counts = countsOn(page(comparison, { codebook, ...filter }));
        // The same list may be behind several numbers; each is opened once.
        const distinct = new Map(counts.map((count) => [count.href, count]));
        for (const count of distinct.values()) expect({ ...count, n: listed(comparison, count) }).toEqual(count);
        walked += distinct.size;
      }
      expect(walked).toBeGreaterThan(40);
    },
    60_000,
  );

  it('hits a reader has judged', () => {
    const framing = comparison.framing.find(({ codebook }) => codebook.id === 'generic');
    const hits = (framing?.articles ?? []).flatMap(({ articleId, hits }) => hits.map((hit) => ({ articleId, ...hit })));
    const own = hits.filter(({ code, position }) => code === hits[0]?.code && position !== 'headline').slice(0, 3);
    const judged = withVerdicts(
      comparison,
      own.map(({ articleId, code, paragraph, start, end }, at) => ({
        articleId,
        codebook: framing?.codebook.hash ?? '',
        code,
        paragraph,
        start,
        end,
        said: at === 0 ? 'wrong' : 'right',
      })),
    );
    const html = page(judged, { codebook: 'generic', code: hits[0]?.code, cell: 'judged' });
    expect(html.replaceAll('<!-- -->', '')).toContain(`${own.length - 1} of ${own.length} checked hits right`);
    expect(html.slice(html.indexOf('id="evidence"')).split('data-hit=""').length - 1).toBe(own.length);
  });
});

describe('parts add up', () => {
  it.each(codebooks.map(({ id }) => id))('%s: voices and positions of a row make its count', (codebook) => {
    const html = page(compared(articles), { codebook });
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([row]) =>
      row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    );
    for (const row of rows) {
      const found = /(\d+)\/(\d+) .*?(\d+) (\d+) (\d+) (\d+) \/ (\d+) \/ (\d+) $/.exec(row);
      if (!found) continue;
      const [k, n, own, attributed, quoted, , lead, body] = found.slice(1).map(Number) as number[];
      expect([row, (own ?? 0) + (attributed ?? 0) + (quoted ?? 0), (lead ?? 0) + (body ?? 0)]).toEqual([row, k, k]);
      expect(k).toBeLessThanOrEqual(n ?? 0);
    }
  });
});
