import { openWithKey } from '#lib/pipeline/blind-link';
import type { OpenedFrozen } from '#lib/pipeline/freeze';
import { blindDocument, isBlind } from '#lib/share/blind-document';
import { shareLink } from '#lib/share/share-link';
import type { Store } from '#lib/store/open-store';

/** How a request wants names: `?blind=1`, and perhaps the key that takes the letters away again. */
export type BlindAsked = { blind?: string | null | undefined; key?: string | null | undefined };

export type AsAsked = OpenedFrozen & {
  /** named; covered: letters by `?blind=1`; blind: a document that has never had names. */
  names: 'named' | 'covered' | 'blind';
  /** Ids before → ids under letters, for addresses that were made with names. */
  ids: ReadonlyMap<string, string>;
};

const NONE: ReadonlyMap<string, string> = new Map();

// Putting letters in takes some 25 ms for six texts, and a page, its picture and its metadata ask for the same.
const MOST_KEPT = 16;
const home = globalThis as { synopticBlind?: Map<string, AsAsked> };

/**
 * A frozen comparison as this request may see it: what every page, picture, table and export of it is made from, so that
 * letters are put in at one place and none of them can forget to.
 */
export async function asAsked(store: Store, found: OpenedFrozen, { blind, key }: BlindAsked): Promise<AsAsked> {
  if (isBlind(found.document)) return { ...found, names: 'blind', ids: NONE };
  if (blind !== '1' || (await openWithKey(store, found.id, key ?? undefined))) {
    return { ...found, names: 'named', ids: NONE };
  }
  home.synopticBlind ??= new Map();
  const kept = home.synopticBlind.get(found.json);
  if (kept) return { ...kept, frozenAt: found.frozenAt };
  const { ids, ...document } = blindDocument(found.document, found.id);
  const covered: AsAsked = {
    ...found,
    document,
    json: shareLink(document.comparison, document.view).json,
    names: 'covered',
    ids,
  };
  home.synopticBlind.set(found.json, covered);
  for (const old of [...home.synopticBlind.keys()].slice(0, -MOST_KEPT)) home.synopticBlind.delete(old);
  return covered;
}
