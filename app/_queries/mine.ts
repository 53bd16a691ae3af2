import { SynopticError } from '#lib/errors';
import { listOwnComparisons, type OwnComparison, saveComparisonNote } from '#lib/store/comparison-notes';
import { deleteFilter, listFilters, type SavedFilter, saveFilter } from '#lib/store/saved-filters';
import { needWrite } from './permission';
import { ports } from './ports';

export type { OwnComparison } from '#lib/store/comparison-notes';
export type { SavedFilter } from '#lib/store/saved-filters';

const PER_PAGE = 30;
const LONGEST_TITLE = 300;
const LONGEST_NOTE = 5_000;
const LONGEST_NAME = 120;
const LONGEST_QUERY = 4_000;

export type Mine = { comparisons: OwnComparison[]; nextCursor?: string; filters: SavedFilter[] };

/** What the owner has frozen and kept. A cursor that is none means the first page. @throws SynopticError `not-allowed` */
export async function mine({ search, cursor }: { search?: string; cursor?: string }): Promise<Mine> {
  await needWrite();
  const { store } = await ports();
  const asked = { limit: PER_PAGE, ...(search === undefined ? {} : { search }) };
  const [page, filters] = await Promise.all([
    listOwnComparisons(store, { ...asked, ...(cursor === undefined ? {} : { cursor }) }).catch((error: unknown) => {
      if (error instanceof SynopticError && error.subject === 'cursor') return listOwnComparisons(store, asked);
      throw error;
    }),
    listFilters(store),
  ]);
  return { ...page, filters };
}

/** A title and a note of the owner's own; blank ones are taken away. @throws SynopticError `not-allowed`, `text-too-long` */
export async function keepNote(id: string, title: string, note: string): Promise<void> {
  await needWrite();
  const open = await ports();
  await saveComparisonNote(
    open.store,
    id,
    { ...ifAny('title', atMost(title, LONGEST_TITLE, 'title')), ...ifAny('note', atMost(note, LONGEST_NOTE, 'note')) },
    open.now(),
  );
}

/** @throws SynopticError `not-allowed`, `text-too-long` */
export async function keepFilter(name: string, query: string): Promise<void> {
  await needWrite();
  const open = await ports();
  const kept = atMost(query, LONGEST_QUERY, 'filter');
  await saveFilter(open.store, atMost(name, LONGEST_NAME, 'name') || kept, kept, open.now());
}

/** @throws SynopticError `not-allowed` */
export async function dropFilter(id: string): Promise<void> {
  await needWrite();
  await deleteFilter((await ports()).store, id);
}

function ifAny<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<K, string>);
}

function atMost(given: string, most: number, subject: string): string {
  const value = given.trim();
  if (value.length <= most) return value;
  throw new SynopticError('text-too-long', `The ${subject} has ${value.length} characters; at most ${most} are kept.`, {
    subject,
  });
}
