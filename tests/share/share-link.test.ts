import { describe, expect, it } from 'vitest';
import { compareStory } from '#lib/comparison/compare-story';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { citation } from '#lib/share/citation';
import { frozenId, importFrozen, readFrozen, shareLink } from '#lib/share/share-link';
import { ferryArticles, outletsOf } from '../comparison/write-article';

const codebooks = shippedCodebooks();
const articles = ferryArticles();
const comparison = compareStory({
  title: 'North ferry line closes',
  articles,
  outlets: outletsOf(articles),
  settings: { reference: 'a-harbour-post', codebooks: codebooks.map((codebook) => codebook.id), includePartial: false },
  codebooks,
  software: { name: 'synoptic', version: '0.0.0' },
});

describe('shareLink', () => {
  it('gives the same id for the same content, whatever order its keys were written in', () => {
    const shuffled = Object.fromEntries(Object.entries(comparison).reverse()) as typeof comparison;
    expect(shareLink(shuffled, { view: 'read' }).id).toBe(shareLink(comparison, { view: 'read' }).id);
  });

  it.each([
    ['another view', { ...comparison }, { view: 'side' }],
    ['another title', { ...comparison, title: 'Ferry' }, { view: 'read' }],
  ])('gives another id for %s', (_name, other, view) => {
    expect(shareLink(other, view).id).not.toBe(shareLink(comparison, { view: 'read' }).id);
  });

  it('gives ids that are short and safe in an address', () => {
    expect(shareLink(comparison, {}).id).toMatch(/^[0-9a-z]{16}$/);
  });

  // SHA-256("") begins e3b0c44298fc1c149afb; in Crockford base 32 that is:
  it('writes the hash in Crockford base 32', () => {
    expect(frozenId('')).toBe('werc8gmrzge196qv');
  });
});

describe('round trip', () => {
  it('exported, re-spaced and imported again it keeps id and bytes', () => {
    const frozen = shareLink(comparison, { view: 'read' });
    const spaced = JSON.stringify(JSON.parse(frozen.json), null, 4);
    expect(importFrozen(spaced)).toEqual(frozen);
    expect(readFrozen(frozen.json).comparison).toEqual(comparison);
  });
});

describe('what cannot be imported', () => {
  const edited = (edit: (document: Record<string, unknown>) => void) => {
    const document = JSON.parse(shareLink(comparison, {}).json) as Record<string, unknown>;
    edit(document);
    return JSON.stringify(document);
  };
  it.each([
    ['no JSON', '{"schema":', /not JSON/],
    ['something else', '{"hello":1}', /not a comparison exported by Synoptic/],
    ['a later schema', edited((document) => Object.assign(document, { schema: 'frozen/9' })), /schema/],
    ['an unknown field', edited((document) => Object.assign(document, { extra: 1 })), /extra|unrecognized/i],
    [
      'a link that is not an address',
      edited((document) => {
        const inner = document.comparison as { articles: { url?: string }[] };
        Object.assign(inner.articles[0] ?? {}, { url: 'javascript:alert(1)' });
      }),
      /comparison\.articles\.0\.url: must be an http or https address/,
    ],
  ])('%s is refused and named', (_name, json, message) => {
    expect(() => importFrozen(json)).toThrow(message);
  });
});

describe('citation', () => {
  it('cites title, outlets, tool, day and address', () => {
    expect(citation(comparison, '2025-03-02T10:00:00Z', 'https://example.org/c/abc')).toBe(
      '“North ferry line closes”: 3 texts compared (Harbour Post, Island Wire, Quay Courier). Synoptic 0.0.0, 2 March 2025. https://example.org/c/abc',
    );
  });
});
