import { parseCodebook } from '#lib/framing/codebook';
import { importFrozen, readFrozen, shareLink } from '#lib/share/share-link';
import { deletedError, freeze, getFrozen, getTombstone } from '#lib/store/comparisons';
import type { Store } from '#lib/store/open-store';
import type { Comparison, FrozenDocument, Timestamp, ViewState } from '#lib/types';

/**
 * `again`: also when the same content was deleted here before. The owner who freezes something wants its link, so Share says it for
 * them; an import is often a folder of many, and must not bring back unasked what was taken down for a reason.
 */
export type Freezing = { again?: boolean };

/**
 * Stores a comparison for good and returns its id. Freezing the same thing again gives the same id and changes nothing.
 * @throws SynopticError `gone` when it was deleted here.
 */
export async function freezeComparison(
  store: Store,
  comparison: Comparison,
  view: ViewState,
  at: Timestamp,
  { again = false }: Freezing = {},
): Promise<string> {
  const { id, json } = shareLink(comparison, view);
  await freeze(store, { id, bytes: new TextEncoder().encode(json), at, title: comparison.title, again });
  return id;
}

/**
 * An exported document into this store, under the id it has everywhere.
 * @throws SynopticError `bad-json`, `import-refused`, `bad-codebook`; `gone` when it was deleted here.
 */
export async function importComparison(
  store: Store,
  json: string,
  at: Timestamp,
  { again = false }: Freezing = {},
): Promise<string> {
  const { id, json: canonical } = importFrozen(json);
  const { comparison } = readFrozen(canonical);
  for (const codebook of comparison.codebooks) parseCodebook(codebook, `codebook ${codebook.id} of this document`);
  await freeze(store, { id, bytes: new TextEncoder().encode(canonical), at, title: comparison.title, again });
  return id;
}

export type OpenedFrozen = { id: string; frozenAt: Timestamp; json: string; document: FrozenDocument };

/** undefined when there never was such a comparison. @throws SynopticError `gone` when it was deleted, saying when and why. */
export async function openFrozen(store: Store, id: string): Promise<OpenedFrozen | undefined> {
  const found = await getFrozen(store, id);
  if (!found) {
    const tombstone = await getTombstone(store, id);
    if (tombstone) throw deletedError(id, tombstone);
    return undefined;
  }
  const json = new TextDecoder().decode(found.bytes);
  return { id, frozenAt: found.frozenAt, json, document: JSON.parse(json) as FrozenDocument };
}
