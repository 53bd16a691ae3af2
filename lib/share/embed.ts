import { lookOf, type Query, readShown, type Shown, writeShown } from './shown';

/** A frozen comparison named by an address of this installation, and what of it is shown. */
export type Embeddable = { id: string; query: Record<string, string> };

/**
 * "https://here/c/abc?view=side" → what to embed. undefined for an address of another installation, or of a page that is no
 * frozen comparison: a live story changes, and who embeds it would not notice.
 */
export function readEmbeddable(address: string, origin: string): Embeddable | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const id = /^\/(?:c|embed)\/([0-9a-z]{1,64})\/?$/.exec(url.pathname)?.[1];
  // The host alone: behind a proxy the scheme seen here may not be the one in the visitor's address bar.
  if (id === undefined || url.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return undefined;
  const query: Query = Object.fromEntries(url.searchParams);
  return { id, query: writeShown(lookOf(readShown(query))) };
}

export function embedAddress(origin: string, { id, query }: Embeddable): string {
  const search = new URLSearchParams(query).toString();
  return `${origin}/embed/${id}${search === '' ? '' : `?${search}`}`;
}

/** What of a view an embed shows, for an address. */
export function embedQuery(shown: Shown): Record<string, string> {
  return writeShown(lookOf(shown));
}

export const EMBED_SIZE = { width: 720, height: 640 } as const;
/** Narrower than a small phone nothing can be read. */
const LEAST = { width: 240, height: 200 } as const;

/** The size asked for at most, as oEmbed wants it: never larger than `maxwidth` and `maxheight`, unless they leave nothing to read. */
export function embedSize(most: { width: number | undefined; height: number | undefined }): {
  width: number;
  height: number;
} {
  const side = (key: 'width' | 'height') =>
    Math.max(LEAST[key], Math.min(EMBED_SIZE[key], most[key] ?? EMBED_SIZE[key]));
  return { width: side('width'), height: side('height') };
}

/** Markup to paste: as wide as it says, and never wider than its place. */
export function embedMarkup(
  address: string,
  title: string,
  { width, height } = EMBED_SIZE as { width: number; height: number },
): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" style="max-width:100%;border:1px solid #ddd8cc" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
