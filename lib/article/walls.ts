import type { Reason } from '#lib/types';
import type { PageParts } from './page-parts';
import { CONSENT, LETTER, LOCKED, LOGIN, MISSING, NEEDS_SCRIPT, OFFER, REGION, ROBOT, straight } from './wall-phrases';
import { wordCount } from './word-count';

/** A page that gives something else instead of an article, and what. */
export type Wall = { status: 'blocked' | 'failed'; reason: Reason };

// Words of running text in which no wall speaks: from here on the page has a text of its own, and a phrase in it is what the text is about.
const OWN_WORDS = 40;
// A page of nothing but a wall is short: menus and legal notes included, 400 words (consent walls list purposes: 900).
const WALL_PAGE = { consent: 900, other: 400 };
// What a heading may say beside a wall's phrase: the outlet's name, hardly more.
const BESIDE_PHRASE = 5;
const SENTENCE = 8;

type Kind = { code: string; phrases: RegExp; status: Wall['status']; isNotice?: true; say: (phrase: string) => string };

const KINDS: readonly Kind[] = [
  {
    code: 'bot-wall',
    phrases: ROBOT,
    status: 'blocked',
    say: (phrase) => `The server asks whether a person is reading (“${phrase}”).`,
  },
  {
    code: 'region-block',
    phrases: REGION,
    status: 'blocked',
    say: (phrase) => `The page is not shown to readers in this region (“${phrase}”).`,
  },
  {
    code: 'page-missing',
    phrases: MISSING,
    status: 'failed',
    say: (phrase) => `The page says that it does not exist (“${phrase}”).`,
  },
  {
    code: 'consent-wall',
    isNotice: true,
    phrases: CONSENT,
    status: 'blocked',
    say: (phrase) => `The page shows a consent notice instead of the article (“${phrase}”).`,
  },
  {
    code: 'newsletter-wall',
    isNotice: true,
    phrases: LETTER,
    status: 'blocked',
    say: (phrase) => `The page shows an invitation instead of the article (“${phrase}”).`,
  },
];

/** The wall a page is, if it is one. `texts`: the paragraphs taken for the article. */
export function findWall(texts: string[], page: PageParts): Wall | undefined {
  const total = [...page.parts.map(({ words }) => words), ...page.controls.map(wordCount)].reduce((a, b) => a + b, 0);
  const heads = page.heads.map(straight);
  const words = texts.reduce((sum, text) => sum + wordCount(text), 0);
  // No wall is as long as this, and most pages are longer.
  if (total >= WALL_PAGE.consent) return loginWall(heads, words, page);

  const own = texts.map(straight);
  const shown = [...page.parts.map(({ text }) => text), ...page.controls].map(straight);
  const isLocked = shown.some((text) => LOCKED.test(text));
  for (const kind of KINDS) {
    if (total >= (kind.code === 'consent-wall' ? WALL_PAGE.consent : WALL_PAGE.other)) continue;
    const head = heads.find((text) => isHeadOf(text, kind.phrases));
    const hits = hitsOf(kind.phrases, shown);
    const first = head === undefined ? hits[0] : (firstHit(kind.phrases, head) ?? hits[0]);
    if (first === undefined) continue;
    // Notices and invitations also lie over a locked article; the lock is why there is no text.
    if (kind.isNotice && head === undefined && isLocked) continue;
    const unexplained = own.filter((text) => !speaks(text)).reduce((sum, text) => sum + wordCount(text), 0);
    // The notice over a short text is not the text: it must be in what was taken for the article, or nothing was taken.
    const isInText = head !== undefined || own.some((text) => kind.phrases.test(text)) || unexplained === 0;
    const isStrong = head !== undefined || hits.length >= 2 || words < OWN_WORDS;
    const most = head === undefined ? OWN_WORDS : 2 * OWN_WORDS;
    if (isInText && isStrong && unexplained < most) {
      return { status: kind.status, reason: { code: kind.code, message: kind.say(first) } };
    }
  }
  return loginWall(heads, words, page) ?? emptyShell(texts, total, page);
}

function loginWall(heads: string[], words: number, page: PageParts): Wall | undefined {
  const head = heads.find((text) => LOGIN.test(text));
  if (head === undefined || !page.hasPassword || words >= 2 * OWN_WORDS) return undefined;
  const message = `The page asks for an account (“${head}”).`;
  return { status: 'blocked', reason: { code: 'login-wall', message } };
}

// A page that its script has still to fill: next to nothing, and no finished sentence in it.
function emptyShell(texts: string[], total: number, page: PageParts): Wall | undefined {
  if (total >= 2 * OWN_WORDS) return undefined;
  const asks = [page.withoutScript, ...page.parts.map(({ text }) => text)].some((text) =>
    NEEDS_SCRIPT.test(straight(text)),
  );
  const hasSentence = texts.some((text) => wordCount(text) >= SENTENCE && !NEEDS_SCRIPT.test(straight(text)));
  if (hasSentence || !(asks || (page.scripts > 0 && total < OWN_WORDS))) return undefined;
  const message = 'The page is empty until a script has run; scripts are not run here.';
  return { status: 'failed', reason: { code: 'needs-script', message } };
}

function speaks(text: string): boolean {
  return KINDS.some(({ phrases }) => phrases.test(text)) || LOCKED.test(text) || OFFER.test(text);
}

function isHeadOf(head: string, phrases: RegExp): boolean {
  const phrase = firstHit(phrases, head);
  return phrase !== undefined && wordCount(head) - wordCount(phrase) <= BESIDE_PHRASE;
}

function hitsOf(phrases: RegExp, texts: string[]): string[] {
  const every = new RegExp(phrases.source, 'giu');
  return [...new Set(texts.flatMap((text) => [...text.matchAll(every)].map((match) => match[0].toLowerCase())))];
}

function firstHit(phrases: RegExp, text: string): string | undefined {
  return phrases.exec(text)?.[0];
}
