import { makeBlindLink, openWithKey } from '#lib/pipeline/blind-link';
import type { OpenedFrozen } from '#lib/pipeline/freeze';
import { blindDocument, isBlind } from '#lib/share/blind-document';
import { shareLink } from '#lib/share/share-link';
import type { BlindLink } from '#lib/store/blind-links';
import { findBlindLink } from '#lib/store/blind-links';
import { frozen } from './frozen';
import { mayWrite, needWrite } from './permission';
import { ports } from './ports';

/** How a request wants names: `?blind=1`, and perhaps the key that takes the letters away again. */
export type BlindAsked = { blind?: string | null | undefined; key?: string | null | undefined };

export type AsAsked = OpenedFrozen & {
  /** named; covered: letters by `?blind=1`; blind: a document that has never had names. */
  names: 'named' | 'covered' | 'blind';
  /** Ids before → ids under letters, for addresses that were made with names. */
  ids: ReadonlyMap<string, string>;
};

const NONE: ReadonlyMap<string, string> = new Map();

// Putting letters in takes some 50 ms for six texts, and a page, its picture and its metadata ask for the same.
const MOST_KEPT = 16;
const home = globalThis as { synopticBlind?: Map<string, AsAsked> };

/**
 * A frozen comparison as this request may see it: what every page, picture, table and export of it is made from, so that
 * letters are put in at one place and none of them can forget to.
 */
export async function asAsked(found: OpenedFrozen, { blind, key }: BlindAsked): Promise<AsAsked> {
  if (isBlind(found.document)) return { ...found, names: 'blind', ids: NONE };
  if (blind !== '1' || (await openWithKey((await ports()).store, found.id, key ?? undefined))) {
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

/** Where the key leads: the id of the comparison with names. undefined when it is not the key of this link. */
export async function revealedBy(id: string, key: string | undefined): Promise<string | undefined> {
  return (await openWithKey((await ports()).store, id, key))?.comparisonId;
}

/** The link for a class made from this comparison or being it; only its owner is told. */
export async function ownersBlindLink(id: string): Promise<BlindLink | undefined> {
  if (!(await mayWrite())) return undefined;
  return findBlindLink((await ports()).store, id);
}

/** @throws SynopticError `not-allowed`, `unknown-id` */
export async function makeClassLink(id: string): Promise<void> {
  await needWrite();
  const open = await ports();
  await makeBlindLink(open.store, id, (await frozen(id)).document, open.now());
}

/** The comparison with names behind this one, for the owner or with the key; undefined for everybody else. */
export async function namedBehind(id: string, key: string | undefined): Promise<OpenedFrozen | undefined> {
  const found = await frozen(id);
  const open = await ports();
  const isOwner = await mayWrite();
  const link = isOwner ? await findBlindLink(open.store, id) : await openWithKey(open.store, id, key);
  if (!isOwner && !link) return undefined;
  if (!isBlind(found.document)) return found;
  return link && (await frozen(link.comparisonId));
}
