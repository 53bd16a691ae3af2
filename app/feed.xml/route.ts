import { z } from 'zod';
import { readParameters } from '#lib/api/read-request';
import { type AtomEntry, writeAtom } from '#lib/feed/write-atom';
import { frozenPage } from '../_queries/frozen-list';
import { addressOf } from '../_queries/permission';
import { type StorySummary, storyPage } from '../_queries/stories';
import { without } from '../api/_given';
import { answer } from '../api/_serve';

const ENTRIES = 50;

// Readers and link trackers add parameters of their own: what is unknown is passed over.
const filter = z.object({
  of: z.enum(['stories', 'comparisons']).default('stories'),
  search: z.string().trim().min(1).max(500).optional(),
  outlet: z.string().max(300).optional(),
  country: z.string().max(2).optional(),
  language: z.string().max(40).optional(),
});

/** Stories that several outlets report, or with `?of=comparisons` the comparisons frozen here, as an Atom feed. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { searchParams, pathname, search } = new URL(request.url);
    const { of, ...query } = readParameters(filter, searchParams);
    const origin = await addressOf('');
    const isStories = of === 'stories';
    const feed = writeAtom({
      id: `urn:synoptic:feed:${of}`,
      title: isStories ? titleOf(query) : 'Synoptic: frozen comparisons',
      self: `${origin}${pathname}${search}`,
      link: `${origin}/`,
      author: 'Synoptic',
      entries: isStories ? await storyEntries(query, origin) : await frozenEntries(origin),
    });
    return new Response(feed, {
      headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
    });
  });
}

export const HEAD = GET;

type Query = Omit<z.output<typeof filter>, 'of'>;

async function storyEntries(query: Query, origin: string): Promise<AtomEntry[]> {
  const { stories } = await storyPage({ ...without(query), minOutlets: 2, order: 'newest', limit: ENTRIES });
  return stories.flatMap((story) => storyEntry(story, origin));
}

function storyEntry(
  { id, title, headlines, firstPublished, lastPublished }: StorySummary,
  origin: string,
): AtomEntry[] {
  // An entry must have a date, and an invented one would be a statement.
  const updated = lastPublished ?? firstPublished;
  if (updated === undefined) return [];
  return [
    {
      id: `urn:synoptic:story:${encodeURIComponent(id)}`,
      title,
      link: `${origin}/stories/${encodeURIComponent(id)}`,
      ...without({ published: firstPublished }),
      updated,
      lines: headlines.map(({ outletName, headline }) => `${outletName}: ${headline}`),
    },
  ];
}

async function frozenEntries(origin: string): Promise<AtomEntry[]> {
  const { frozen } = await frozenPage({ limit: ENTRIES });
  return frozen.map(({ id, title, frozenAt }) => ({
    id: `urn:synoptic:comparison:${id}`,
    title,
    link: `${origin}/c/${id}`,
    published: frozenAt,
    updated: frozenAt,
  }));
}

function titleOf(query: Query): string {
  const narrowed = Object.values(query).filter((value) => value !== undefined);
  return narrowed.length === 0 ? 'Synoptic: stories' : `Synoptic: stories (${narrowed.join(', ')})`;
}
