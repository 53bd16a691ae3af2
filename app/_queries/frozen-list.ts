import { type FrozenSummary, listFrozen } from '#lib/store/comparisons';
import { ports } from './ports';

/** One page of the frozen comparisons, latest first. @throws SynopticError `bad-input` for a cursor that is none */
export async function frozenPage(query: {
  limit: number;
  cursor?: string;
}): Promise<{ frozen: FrozenSummary[]; nextCursor?: string }> {
  return listFrozen((await ports()).store, query);
}
