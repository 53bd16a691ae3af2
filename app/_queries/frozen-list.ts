import { type FrozenSummary, listFrozen } from '#lib/store/comparisons';
import { mayWrite } from './permission';
import { ports } from './ports';

/**
 * One page of the frozen comparisons, latest first; visitors are not shown those that a class reads.
 * @throws SynopticError `bad-input` for a cursor that is none
 */
export async function frozenPage(query: {
  limit: number;
  cursor?: string;
}): Promise<{ frozen: FrozenSummary[]; nextCursor?: string }> {
  const [{ store }, isOwner] = await Promise.all([ports(), mayWrite()]);
  return listFrozen(store, { ...query, withoutClasses: !isOwner });
}
