import { describe, expect, it } from 'vitest';
import { extractArticle } from '#lib/article/extract-article';
import { compareStory } from '#lib/comparison/compare-story';
import { readSampleFile, readSampleOutlets } from '#lib/data-files';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { blindDocument } from '#lib/share/blind-document';
import { shareLink } from '#lib/share/share-link';
import type { Article } from '#lib/types';

const STORIES = {
  'xi-putin-call': [
    'brindle-bay-gazette',
    'countinghouse-daily',
    'eastern-dispatch',
    'halyard-wire',
    'lowmere-broadcasting',
    'the-parapet',
  ],
  'ansel-island-ferry': ['brindle-bay-gazette', 'countinghouse-daily', 'halyard-wire', 'lowmere-broadcasting'],
  'brindle-bay-library-vote': ['brindle-bay-gazette', 'lowmere-broadcasting', 'the-parapet'],
};
const outlets = readSampleOutlets();
const codebooks = shippedCodebooks().filter(({ lang }) => lang === 'en');
/** Names, the words of them that are no places of the stories (as Lowmere and Brindle Bay are), and every site. */
const SIGNS = /halyard|parapet|lowmere broadcasting|countinghouse|eastern dispatch|bay gazette|\.example/i;

describe.each(Object.entries(STORIES))('the sample story %s with letters', (story, ids) => {
  const articles = ids.map((id): Article => {
    const url = `https://${id}.example/${story}.html`;
    const extracted = extractArticle(new TextDecoder().decode(readSampleFile(story, `${id}.html`)), { url });
    const { canonicalUrl: _, headline = '', ...rest } = extracted;
    const outletName = outlets.find((outlet) => outlet.id === id)?.name ?? id;
    return {
      ...rest,
      headline,
      id: `a-${id}`,
      version: 1,
      outletId: id,
      outletName,
      url,
      fetchedAt: '2025-03-01T12:34:56Z',
      textHash: id,
    };
  });
  const comparison = compareStory({
    title: articles[0]?.headline ?? '',
    articles,
    outlets,
    settings: { reference: articles[0]?.id ?? '', codebooks: codebooks.map(({ id }) => id), includePartial: false },
    codebooks,
    software: { name: 'synoptic', version: '0.0.0' },
  });

  it('has nothing left of the names', () => {
    const named = shareLink(comparison, {}).json;
    const { ids: _, ...blind } = blindDocument({ schema: 'frozen/1', comparison, view: {} }, 'key');
    expect(SIGNS.test(named)).toBe(true);
    const json = shareLink(blind.comparison, blind.view).json;
    const at = json.search(SIGNS);
    expect(at < 0 ? undefined : json.slice(at - 60, at + 40)).toBeUndefined();
  });
});
