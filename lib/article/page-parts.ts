import { tidy } from '#lib/text/normalize';
import type { Block } from './blocks';
import { wordCount } from './boilerplate';
import type { StructuredData } from './structured-data';
import { LIVE_HEAD, straight } from './wall-phrases';

/** A block as a reader sees it. `isEdge`: it stands in the page's head, foot or menu, where offers and notices say nothing about this text. */
export type PagePart = { text: string; words: number; isEdge: boolean };

/** What the whole page shows and says of itself, taken down before the article is cut out of it. */
export type PageParts = {
  parts: PagePart[];
  /** The title and the first headings: a wall says there what it is. */
  heads: string[];
  /** Labels of buttons. */
  controls: string[];
  /** What is shown where no script runs. */
  withoutScript: string;
  scripts: number;
  hasPassword: boolean;
  kind: PageKind | undefined;
  /** Where the page marks a part as not free: whether that part stands in the page all the same. */
  closedPart: 'here' | 'not-here' | undefined;
};

export type PageKind = 'live' | 'video' | 'pictures' | 'audio';

// A marked part with fewer words than this is the box that hides the text, or its first line.
const CLOSED_PART_WORDS = 60;

export function readPageParts(document: Document, blocks: Block[], data: StructuredData): PageParts {
  const all = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => tidy(element.textContent ?? ''));
  return {
    parts: blocks.map(({ text, element }) => ({
      text,
      words: wordCount(text),
      isEdge: isEdge(element),
    })),
    heads: [...all('title'), ...all('h1, h2').slice(0, 3)].filter((text) => text !== ''),
    controls: all('button, [role="button"], label').slice(0, 40),
    withoutScript: all('noscript').join(' ').slice(0, 2_000),
    scripts: document.querySelectorAll('script').length,
    hasPassword: document.querySelector('input[type="password"]') !== null,
    kind: kindOf(document, data.kinds) ?? (isWrittenLive(document, blocks) ? 'live' : undefined),
    closedPart: closedPart(document, data.closedParts),
  };
}

function isEdge(element: Element | null | undefined): boolean {
  for (let at = element; at; at = at.parentElement) if (/^(?:HEADER|FOOTER|NAV)$/.test(at.tagName)) return true;
  return false;
}

const KINDS: readonly { kind: PageKind; types: RegExp; openGraph?: RegExp }[] = [
  { kind: 'live', types: /^LiveBlogPosting$/ },
  { kind: 'video', types: /^(?:VideoObject|Clip|TVEpisode|Movie)$/, openGraph: /^video/i },
  { kind: 'pictures', types: /^(?:ImageGallery|MediaGallery|VideoGallery)$/ },
  { kind: 'audio', types: /^(?:AudioObject|PodcastEpisode|RadioEpisode|Episode)$/, openGraph: /^(?:music|audio)/i },
];

// A video beside an article is an illustration: only a page that calls itself no article is a video's page.
function kindOf(document: Document, types: string[]): PageKind | undefined {
  const inMarkup = [...document.querySelectorAll('[itemtype]')].map(
    (element) => element.getAttribute('itemtype')?.split('/').pop() ?? '',
  );
  const openGraph = document.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  const isArticle = types.some((type) => type !== 'LiveBlogPosting' && /(?:Article|Posting|Report|Review)$/.test(type));
  for (const { kind, types: pattern, openGraph: graph } of KINDS) {
    const isNamed =
      types.some((type) => pattern.test(type)) || (kind === 'live' && inMarkup.some((type) => pattern.test(type)));
    if (isNamed && (kind === 'live' || !isArticle)) return kind;
    if (graph?.test(openGraph)) return kind;
  }
  return undefined;
}

// Without a statement in the page: a head that says so, and entries under a time each.
const LIVE_ENTRIES = 3;
const CLOCK = /^\d{1,2}\s?[:.h]\s?\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4}))?$/i;

function isWrittenLive(document: Document, blocks: Block[]): boolean {
  const heads = [...document.querySelectorAll('title, h1')].map((element) => straight(tidy(element.textContent ?? '')));
  return (
    heads.some((head) => LIVE_HEAD.test(head)) && blocks.filter(({ text }) => CLOCK.test(text)).length >= LIVE_ENTRIES
  );
}

function closedPart(document: Document, selectors: string[]): PageParts['closedPart'] {
  if (selectors.length === 0) return undefined;
  const words = selectors.flatMap((selector) => {
    try {
      return [...document.querySelectorAll(selector)].map((element) => wordCount(element.textContent ?? ''));
    } catch {
      return []; // not every selector a page writes is one
    }
  });
  return words.reduce((sum, each) => sum + each, 0) >= CLOSED_PART_WORDS ? 'here' : 'not-here';
}
