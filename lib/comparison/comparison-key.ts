import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { codebookHash } from '#lib/framing/codebook';
import type { CompareInput } from './compare-story';

/** Raised when the same input gives another comparison: what was computed before is not found again. */
const METHOD = 3;

/**
 * Name of a comparison's content before it is computed: hash of everything it depends on. Articles count by id, version
 * and text hash, codebooks by hash, corrections of matches and the encoder by its key, so the key is cheap and a changed text or term never finds an old result.
 */
export function comparisonKey(input: CompareInput): string {
  const content = {
    method: METHOD,
    title: input.title,
    settings: input.settings,
    software: input.software,
    articles: input.articles
      .map(({ id, version, textHash, quality }) => ({ id, version, textHash, quality: quality.status }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    codebooks: input.codebooks.map(codebookHash),
    linkCorrections: input.linkCorrections ?? [],
    ...(input.encoded === undefined ? {} : { encoder: input.encoded.encoder }),
  };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(content) ?? '')));
}

/**
 * Name of what is worked out for one pair of versions: texts, label terms, corrections of its matches and the rules. Not the
 * title, not the other texts, not how it is looked at.
 *
 * @param hashes of the codebooks, from `codebookHash`, counted once for all pairs
 */
export function pairKey(input: CompareInput, otherId: string, hashes: readonly string[]): string {
  const text = (id: string) => {
    const article = input.articles.find((each) => each.id === id);
    return article && { id, version: article.version, textHash: article.textHash, language: article.language ?? '' };
  };
  const content = {
    pair: METHOD,
    software: input.software,
    reference: text(input.settings.reference),
    other: text(otherId),
    includePartial: input.settings.includePartial,
    codebooks: hashes,
    linkCorrections: (input.linkCorrections ?? []).filter(({ articleId }) => articleId === otherId),
    ...(input.encoded === undefined ? {} : { encoder: input.encoded.encoder }),
  };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(content) ?? '')));
}
