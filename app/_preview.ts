import type { Metadata } from 'next';
import { CARD } from '#lib/share/card-svg';

type Preview = {
  title: string;
  /** Names of the outlets, as they may be shown. */
  outlets: readonly string[];
  /** Absolute, of the page and of its picture. */
  address: string;
  card: string;
  /** Absolute; only for what can be embedded. */
  oembed?: string;
};

/** What a page says of itself to programs that show links: Open Graph, Twitter card, oEmbed. */
export function previewOf({ title, outlets, address, card, oembed }: Preview): Metadata {
  const description = `How ${outlets.length} outlets report the same event: ${outlets.join(', ')}.`;
  const image = {
    url: card,
    width: CARD.width,
    height: CARD.height,
    type: 'image/png',
    alt: `“${title}”: ${outlets.join(', ')}`,
  };
  return {
    title,
    description,
    ...(oembed === undefined ? {} : { alternates: { types: { 'application/json+oembed': oembed } } }),
    openGraph: { type: 'article', siteName: 'Synoptic', title, description, url: address, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [{ url: card, alt: image.alt }] },
  };
}
