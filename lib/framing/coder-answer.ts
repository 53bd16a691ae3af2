import { type Codebook, HEADLINE, type Reason } from '#lib/types';
import type { CountedArticle } from './units';

/** A code somebody else proposes for a passage that really stands in the text: `text` is the slice at its offsets. */
export type Proposal = { code: string; paragraph: number; start: number; end: number; text: string };

/** Why an entry of the answer was not taken. */
export type DropReason = 'not-in-text' | 'unknown-code' | 'too-short' | 'malformed' | 'too-many';

export type CheckedAnswer = { proposals: Proposal[]; dropped: Partial<Record<DropReason, number>> };

const MOST_ENTRIES = 500;
const FEWEST_SIGNS = 3;

/**
 * The answer of a second coder, believed in nothing: what is not an entry with a known code and a passage that stands letter by
 * letter in the text is dropped and counted. A passage given with the wrong paragraph is looked for in the others.
 *
 * @param content what the coder wrote; a fence around the JSON and words before or after it are passed over.
 * @returns a reason when there is no JSON of the asked shape in it at all.
 */
export function checkCoderAnswer(content: string, article: CountedArticle, codebook: Codebook): CheckedAnswer | Reason {
  const entries = entriesOf(content);
  if (entries === undefined)
    return {
      code: 'answer-not-understood',
      message: 'The coding endpoint did not answer with the JSON it was asked for. Nothing was taken from it.',
    };
  const codes = new Set([
    ...codebook.frames.map(({ id }) => id),
    ...codebook.concepts.flatMap(({ labels }) => labels.map(({ id }) => id)),
  ]);
  const found = new Map<string, Proposal>();
  const dropped: CheckedAnswer['dropped'] = {};
  const drop = (why: DropReason, by = 1) => {
    dropped[why] = (dropped[why] ?? 0) + by;
  };
  if (entries.length > MOST_ENTRIES) drop('too-many', entries.length - MOST_ENTRIES);
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const read = readEntry(entry);
    if (!read) drop('malformed');
    else if (!codes.has(read.code)) drop('unknown-code');
    else if (read.quote.length < FEWEST_SIGNS || !/[\p{L}\p{N}]/u.test(read.quote)) drop('too-short');
    else {
      const place = findPlace(article, read.quote, read.paragraph);
      if (!place) drop('not-in-text');
      else {
        const proposal = { code: read.code, ...place, text: read.quote };
        found.set(`${proposal.code} ${place.paragraph} ${place.start} ${place.end}`, proposal);
      }
    }
  }
  const proposals = [...found.values()].sort(
    (a, b) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1),
  );
  return { proposals, dropped };
}

type Entry = { code: string; quote: string; paragraph: number | undefined };

function readEntry(entry: unknown): Entry | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { code, quote, paragraph } = entry as Record<string, unknown>;
  if (typeof code !== 'string' || typeof quote !== 'string') return undefined;
  return {
    code,
    quote: quote.normalize('NFC').trim(),
    paragraph: Number.isInteger(paragraph) ? Number(paragraph) : undefined,
  };
}

function findPlace(article: CountedArticle, quote: string, named: number | undefined) {
  const texts: [number, string][] = [[HEADLINE, article.headline], ...article.paragraphs.entries()];
  const first = texts.filter(([paragraph]) => paragraph === named);
  for (const [paragraph, text] of [...first, ...texts]) {
    const start = text.indexOf(quote);
    if (start >= 0) return { paragraph, start, end: start + quote.length };
  }
  return undefined;
}

// The outermost braces, because some wrap their JSON in a fence or a sentence; a bare list is taken for the list of codes.
function entriesOf(content: string): unknown[] | undefined {
  for (const [open, close] of ['{}', '[]']) {
    const [from, to] = [content.indexOf(open ?? ''), content.lastIndexOf(close ?? '')];
    if (from < 0 || to <= from) continue;
    const value = parsed(content.slice(from, to + 1));
    const list = Array.isArray(value) ? value : (value as { codes?: unknown } | undefined)?.codes;
    if (Array.isArray(list)) return list;
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
