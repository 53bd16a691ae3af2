import { createHash } from 'node:crypto';
import type { Entry, Reason } from '#lib/types';
import { blocksOf, lineOf } from './constructs';
import { canonicalAddress } from './entry-links';
import type { RawEntry } from './raw-feed';

/** Entries between two pauses in which the process can answer others: a feed may have tens of thousands. */
const AT_A_STRETCH = 100;

/** Entries with plain texts and an identity each; the same announcement twice counts once. */
export async function settleEntries(
  raw: readonly RawEntry[],
  problems: readonly Reason[],
): Promise<{ entries: Entry[]; problems: Reason[] }> {
  const uses = new Map<string, number>();
  for (const { id } of raw) if (id !== undefined) uses.set(id, (uses.get(id) ?? 0) + 1);
  const seen = new Set<string>();
  const entries: Entry[] = [];
  let repeated = 0;
  for (const [index, each] of raw.entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await new Promise((resolve) => setImmediate(resolve));
    const entry = plainEntry(each, (uses.get(each.id ?? '') ?? 0) > 1);
    const isSaying = entry.link !== undefined || entry.title !== undefined;
    if (seen.has(entry.id) && isSaying) {
      repeated++;
      continue;
    }
    // Entries that say nothing at all still are told apart.
    const id = seen.has(entry.id) ? `${entry.id}-${seen.size}` : entry.id;
    seen.add(id);
    entries.push({ ...entry, id });
  }
  const told =
    repeated === 0
      ? []
      : [
          {
            code: 'repeated-entry',
            message: `${repeated} ${repeated === 1 ? 'entry was' : 'entries were'} announced twice and counted once.`,
          },
        ];
  return { entries, problems: [...problems, ...told] };
}

function plainEntry(raw: RawEntry, isIdShared: boolean): Entry {
  const title = lineOf(raw.title ?? '');
  const summary = blocksOf(raw.summary ?? '');
  const content = blocksOf(raw.content ?? '');
  return {
    id: identity(raw, title ?? summary ?? content ?? '', isIdShared),
    ...(title === undefined ? {} : { title }),
    ...(raw.link === undefined ? {} : { link: raw.link }),
    ...(raw.published === undefined ? {} : { published: raw.published }),
    ...(raw.updated === undefined ? {} : { updated: raw.updated }),
    authors: raw.authors.map((name) => lineOf(name)).filter((name) => name !== undefined),
    ...(summary === undefined ? {} : { summary }),
    ...(content === undefined ? {} : { content }),
  };
}

/** Longer ones are kept as a hash. */
const LONGEST_ID = 1_000;

/**
 * What makes the entry the same one next time: the publisher's own id, else the link without tracking, else title and day.
 * An id that several entries share (the site's address as everybody's guid) identifies none of them.
 */
function identity(raw: RawEntry, saying: string, isIdShared: boolean): string {
  if (raw.id !== undefined && raw.id !== '' && !(isIdShared && raw.link !== undefined))
    return raw.id.length <= LONGEST_ID ? raw.id : hashOf(raw.id);
  if (raw.link !== undefined) return canonicalAddress(raw.link);
  const day = (raw.published ?? raw.updated ?? '').slice(0, 10);
  return hashOf(`${day}\n${saying}`);
}

function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}
