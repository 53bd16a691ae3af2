import { tidy } from '#lib/text/normalize';
import type { Entry, Extracted, Reason } from '#lib/types';
import { joinNames } from './byline';
import { readPlainText } from './plain-text';

/**
 * What a feed itself carried of an article, for when its page cannot be had. Status `full` from 150 words, unless the text
 * breaks off; `excerpt` below; `failed` when the entry has no text. The reason says where the text comes from.
 */
export function fromFeedEntry(entry: Entry): Extracted {
  const texts = [entry.content, entry.summary].filter((text) => text !== undefined);
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  const { paragraphs, dropped, words, isWhole } = readPlainText(longest, { headline: entry.title });
  const headline = tidy(entry.title ?? '');
  const byline = joinNames(entry.authors);
  const known = {
    ...(headline === '' ? {} : { headline }),
    ...(byline === undefined ? {} : { byline }),
    ...(entry.published === undefined ? {} : { published: entry.published }),
    ...(entry.updated === undefined ? {} : { updated: entry.updated }),
    paragraphs,
    dropped,
  };
  if (words === 0) {
    const reason = { code: 'no-article-text', message: 'The feed carries no text for this article.' };
    return { ...known, quality: { status: 'failed', reasons: [reason] } };
  }
  return { ...known, quality: { status: isWhole ? 'full' : 'excerpt', reasons: [fromFeed(words)] } };
}

export function fromFeed(words: number): Reason {
  return { code: 'from-feed', message: `The text is what the feed carried (${words} words), not the page's own.` };
}
