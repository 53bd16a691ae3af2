import { SynopticError } from '#lib/errors';
import { tidy } from '#lib/text/normalize';
import type { Dropped, Extracted } from '#lib/types';
import { readDate, writeDate } from './dates';
import { toParagraphs } from './paragraphs';
import { wordCount } from './word-count';

const FEWEST_WORDS = 20;
const MOST_CHARACTERS = 2_000_000;
const HEADLINE_WORDS = 25;

/**
 * Text that somebody pasted → an article. A blank line or a line break ends a paragraph, except in text that was wrapped at a fixed
 * width, where only blank lines do. A first line that is nothing but a date becomes `published` (that day, 00:00 UTC) and is listed
 * in `dropped`; a short first line without a full stop becomes the headline. Everything else is kept.
 *
 * @throws SynopticError `text-too-short` below 20 words, `text-too-long` above 2,000,000 characters
 */
export function fromPastedText(text: string): Extracted {
  if (text.length > MOST_CHARACTERS) {
    const message = `The text has ${text.length} characters; at most ${MOST_CHARACTERS} are read. Paste one article at a time.`;
    throw new SynopticError('text-too-long', message, { subject: 'text' });
  }
  const lines = linesOf(text);
  const words = lines.reduce((sum, line) => sum + wordCount(line), 0);
  if (words < FEWEST_WORDS) {
    const message = `The text has ${words} ${words === 1 ? 'word' : 'words'}; at least ${FEWEST_WORDS} are needed to compare it.`;
    throw new SynopticError('text-too-short', message, { subject: 'text' });
  }

  const dropped: Dropped[] = [];
  const dateBefore = takeDate(lines, dropped);
  const headline = lines.length > 1 && isHeadline(lines[0] ?? '') ? lines.shift() : undefined;
  const published = dateBefore ?? (headline === undefined ? undefined : takeDate(lines, dropped));
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    paragraphs: toParagraphs(lines.map((line) => ({ text: line, kind: 'paragraph' }))),
    dropped,
    quality: {
      status: 'full',
      reasons: [{ code: 'pasted', message: 'The text was pasted in, not read from a page.' }],
    },
  };
}

function linesOf(text: string): string[] {
  const groups = text
    .split(/(?:\r\n|[\n\r\u2028])[^\S\n\r]*(?:\r\n|[\n\r\u2028])\s*|\u2029/u)
    .map((group) =>
      group
        .split(/\r\n|[\n\r\u2028]/u)
        .map(tidy)
        .filter((line) => line !== ''),
    )
    .filter((group) => group.length > 0);
  return groups.flatMap((group) => (isWrapped(group) ? [group.join(' ')] : group));
}

// Mail and typewriter text: every line but the last is about as wide, and most break off inside a sentence.
function isWrapped(group: string[]): boolean {
  const full = group.slice(0, -1);
  if (full.length === 0) return false;
  const open = full.filter((line) => !/[.!?:…]["'”’»)\]]*$/u.test(line)).length;
  return full.every((line) => line.length >= 45 && line.length <= 100) && open / full.length >= 0.6;
}

function takeDate(lines: string[], dropped: Dropped[]): string | undefined {
  const line = lines[0] ?? '';
  const date = line.length <= 60 && lines.length > 1 ? readDate(line, 'month-first') : undefined;
  // What is left without figures is a month, a weekday, perhaps "Published": a sentence would be longer.
  if (!date || line.replace(/[\d\s.,:|/–—-]/g, '').length > 25) return undefined;
  lines.shift();
  dropped.push({
    text: line,
    reason: { code: 'date-line', message: 'A line with nothing but a date; kept as the time of publication.' },
  });
  const { year, month, day } = date;
  return writeDate({ year, month, day, minute: 0, second: 0 });
}

function isHeadline(line: string): boolean {
  return wordCount(line) <= HEADLINE_WORDS && line.length <= 200 && !/[.。,;:]["'”’»)\]]*$/u.test(line);
}
