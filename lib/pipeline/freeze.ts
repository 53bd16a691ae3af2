import { parseCodebook } from '#lib/framing/codebook';
import { importFrozen, readFrozen, shareLink } from '#lib/share/share-link';
import { freeze, getFrozen } from '#lib/store/comparisons';
import type { Store } from '#lib/store/open-store';
import type { Comparison, FrozenDocument, Timestamp, ViewState } from '#lib/types';

/** Stores a comparison for good and returns its id. Freezing the same thing again gives the same id and changes nothing. */
export async function freezeComparison(
  store: Store,
  comparison: Comparison,
  view: ViewState,
  at: Timestamp,
): Promise<string> {
  const { id, json } = shareLink(comparison, view);
  await freeze(store, { id, bytes: new TextEncoder().encode(json), at, title: comparison.title });
  return id;
}

/** An exported document into this store, under the id it has everywhere. @throws SynopticError `bad-json`, `import-refused`, `bad-codebook`. */
export async function importComparison(store: Store, json: string, at: Timestamp): Promise<string> {
  const { id, json: canonical } = importFrozen(json);
  const { comparison } = readFrozen(canonical);
  for (const codebook of comparison.codebooks) parseCodebook(codebook, `codebook ${codebook.id} of this document`);
  await freeze(store, { id, bytes: new TextEncoder().encode(canonical), at, title: comparison.title });
  return id;
}

export type OpenedFrozen = { id: string; frozenAt: Timestamp; json: string; document: FrozenDocument };

/** undefined when there is no such comparison. */
export async function openFrozen(store: Store, id: string): Promise<OpenedFrozen | undefined> {
  const found = await getFrozen(store, id);
  if (!found) return undefined;
  const json = new TextDecoder().decode(found.bytes);
  return { id, frozenAt: found.frozenAt, json, document: JSON.parse(json) as FrozenDocument };
}
