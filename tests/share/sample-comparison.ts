import { extractArticle } from '#lib/article/extract-article';
import { hashText } from '#lib/article/text-hash';
import { compareStory } from '#lib/comparison/compare-story';
import { readSampleFile, readSampleOutlets } from '#lib/data-files';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { SOFTWARE } from '#lib/software';
import type { Article, Comparison } from '#lib/types';

const STORY = 'xi-putin-call';

/** The sample story of six outlets, as the product compares it. */
export function sampleComparison(): Comparison {
  const outlets = readSampleOutlets();
  const articles = outlets.flatMap(({ id, name }): Article[] => {
    const bytes = readSampleFile(STORY, `${id}.html`);
    if (!bytes) return [];
    const url = `https://${id}.example/${STORY}.html`;
    const { canonicalUrl: _, headline = '', ...extracted } = extractArticle(new TextDecoder().decode(bytes), { url });
    const place = { id: `a-${id}`, version: 1, outletId: id, outletName: name, url };
    return [
      {
        ...extracted,
        headline,
        ...place,
        fetchedAt: '2025-03-04T12:00:00Z',
        textHash: hashText(headline, extracted.paragraphs),
      },
    ];
  });
  const codebooks = shippedCodebooks().filter(({ lang }) => lang === 'en');
  return compareStory({
    title: 'Leaders speak by phone',
    articles,
    outlets,
    settings: {
      reference: articles[0]?.id ?? '',
      codebooks: codebooks.map(({ id }) => id),
      includePartial: false,
    },
    codebooks,
    software: SOFTWARE,
  });
}
