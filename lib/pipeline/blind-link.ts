import { randomBytes, timingSafeEqual } from 'node:crypto';
import { blindDocument, isBlind } from '#lib/share/blind-document';
import { shareLink } from '#lib/share/share-link';
import { type BlindLink, findBlindLink, keepBlindLink } from '#lib/store/blind-links';
import { freeze } from '#lib/store/comparisons';
import type { Store } from '#lib/store/open-store';
import type { FrozenDocument, Timestamp } from '#lib/types';

/**
 * A link for a class: the comparison with letters, frozen as a document of its own, so that its id is made from the letters.
 *
 * `?blind=1` only covers the names, and whoever takes it out of the address has them back. A token in front of the same document would be
 * safe in the address and would have to be checked in every view, table, picture and export, now and in those to come. A document without names
 * needs no check anywhere: there is nothing in it to give away, here or where it is imported. What leads back is one row of
 * this store, opened by the owner or with the key.
 *
 * @returns undefined for a document that has letters already.
 */
export async function makeBlindLink(
  store: Store,
  id: string,
  document: FrozenDocument,
  at: Timestamp,
): Promise<BlindLink | undefined> {
  if (isBlind(document)) return undefined;
  const { comparison, view } = blindDocument(document, id);
  const blind = shareLink(comparison, view);
  await freeze(store, { id: blind.id, bytes: new TextEncoder().encode(blind.json), at, title: comparison.title });
  return keepBlindLink(store, { comparisonId: id, blindId: blind.id, key: randomBytes(10).toString('hex') }, at);
}

/** The link of which this is either side, when the key is its key. */
export async function openWithKey(store: Store, id: string, key: string | undefined): Promise<BlindLink | undefined> {
  if (key === undefined || key === '') return undefined;
  const link = await findBlindLink(store, id);
  if (!link) return undefined;
  const [given, kept] = [Buffer.from(key.trim()), Buffer.from(link.key)];
  return given.length === kept.length && timingSafeEqual(given, kept) ? link : undefined;
}
