import type { FrozenDocument, ViewState } from '#lib/types';
import { blindComparison } from './blind';
import type { Shown } from './shown';

/**
 * A frozen document with letters. One that has letters already is given back as it is, so that a blind link can be looked at,
 * exported and embedded like any other.
 *
 * @param key the id of the document with names
 */
export function blindDocument(document: FrozenDocument, key: string): FrozenDocument & { ids: Map<string, string> } {
  if (isBlind(document)) return { ...document, ids: new Map() };
  const { comparison, ids } = blindComparison(document.comparison, { key });
  return { schema: document.schema, comparison, view: { ...withIds(document.view, ids), blind: '1' }, ids };
}

/** Not by the view alone: that comes from an address, and a document that only says so still has its names. */
export function isBlind({ comparison, view }: FrozenDocument): boolean {
  return (
    view.blind === '1' &&
    comparison.articles.every((article) => /^Outlet [A-Z]{1,3}$/.test(article.outletName) && article.url === undefined)
  );
}

/** What is looked at, with the ids it has under letters. */
export function withIds<T extends ViewState | Shown>(shown: T, ids: ReadonlyMap<string, string>): T {
  const moved = Object.entries(shown).map(([key, value]): [string, unknown] => {
    if (!['ref', 'other', 'outlet', 'with'].includes(key)) return [key, value];
    if (Array.isArray(value)) return [key, value.map((id) => ids.get(id) ?? id)];
    return [
      key,
      String(value)
        .split(',')
        .map((id) => ids.get(id) ?? id)
        .join(','),
    ];
  });
  return Object.fromEntries(moved) as T;
}
