import { tidy } from '#lib/text/normalize';
import type { Block } from './blocks';
import { closest, type PageElements } from './page-elements';
import type { StructuredData } from './structured-data';
import { LIVE_HEAD, straight } from './wall-phrases';
import { wordCount } from './word-count';

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
const MOST_HEADINGS = 3;
const MOST_CONTROLS = 40;

export function readPageParts(
  document: Document,
  elements: PageElements,
  blocks: Block[],
  data: StructuredData,
): PageParts {
  const { all, tagged } = elements;
  const headings = all.filter(({ tag }) => tag === 'h1' || tag === 'h2').slice(0, MOST_HEADINGS);
  const controls = all.filter(({ tag, element }) => tag === 'button' || tag === 'label' || isButton(element));
  return {
    parts: blocks.map(({ text, element }) => ({
      text,
      words: wordCount(text),
      isEdge: element ? closest(element, isEdge) !== undefined : false,
    })),
    heads: [...tagged('title'), ...headings.map(({ element }) => element)].map(textOf).filter((text) => text !== ''),
    controls: controls.slice(0, MOST_CONTROLS).map(({ element }) => textOf(element)),
    withoutScript: tagged('noscript').map(textOf).join(' ').slice(0, 2_000),
    scripts: tagged('script').length,
    hasPassword: tagged('input').some((input) => input.getAttribute('type') === 'password'),
    kind: kindOf(elements, data.kinds) ?? (isWrittenLive(elements, blocks) ? 'live' : undefined),
    closedPart: closedPart(document, data.closedParts),
  };
}

function isEdge({ localName }: Element): boolean {
  return localName === 'header' || localName === 'footer' || localName === 'nav';
}

function isButton(element: Element): boolean {
  return element.getAttribute('role') === 'button';
}

function textOf(element: Element): string {
  return tidy(element.textContent ?? '');
}

const KINDS: readonly { kind: PageKind; types: RegExp; openGraph?: RegExp }[] = [
  { kind: 'live', types: /^LiveBlogPosting$/ },
  { kind: 'video', types: /^(?:VideoObject|Clip|TVEpisode|Movie)$/, openGraph: /^video/i },
  { kind: 'pictures', types: /^(?:ImageGallery|MediaGallery|VideoGallery)$/ },
  { kind: 'audio', types: /^(?:AudioObject|PodcastEpisode|RadioEpisode|Episode)$/, openGraph: /^(?:music|audio)/i },
];

// A video beside an article is an illustration: only a page that calls itself no article is a video's page.
function kindOf({ all, tagged }: PageElements, types: string[]): PageKind | undefined {
  const inMarkup = all.flatMap(({ element }) => element.getAttribute('itemtype')?.split('/').pop() ?? []);
  const graph = tagged('meta').find((element) => element.getAttribute('property') === 'og:type');
  const openGraph = graph?.getAttribute('content') ?? '';
  const isArticle = types.some((type) => type !== 'LiveBlogPosting' && /(?:Article|Posting|Report|Review)$/.test(type));
  for (const { kind, types: pattern, openGraph: stated } of KINDS) {
    const isNamed =
      types.some((type) => pattern.test(type)) || (kind === 'live' && inMarkup.some((type) => pattern.test(type)));
    if (isNamed && (kind === 'live' || !isArticle)) return kind;
    if (stated?.test(openGraph)) return kind;
  }
  return undefined;
}

// Without a statement in the page: a head that says so, and entries under a time each.
const LIVE_ENTRIES = 3;
const CLOCK = /^\d{1,2}\s?[:.h]\s?\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4}))?$/i;

function isWrittenLive({ tagged }: PageElements, blocks: Block[]): boolean {
  const heads = tagged('title', 'h1').map((element) => straight(textOf(element)));
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
