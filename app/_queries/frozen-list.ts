import { SynopticError } from '#lib/errors';
import { deleteFrozen, type FrozenSummary, listFrozen } from '#lib/store/comparisons';
import { needWrite } from './permission';
import { ports } from './ports';

/** One page of the frozen comparisons, latest first. @throws SynopticError `bad-input` for a cursor that is none */
export async function frozenPage(query: {
  limit: number;
  cursor?: string;
}): Promise<{ frozen: FrozenSummary[]; nextCursor?: string }> {
  return listFrozen((await ports()).store, query);
}

/** @throws SynopticError `not-allowed`, `unknown-id` */
export async function deleteComparison(id: string, _reason: string | undefined): Promise<void> {
  await needWrite();
  if (await deleteFrozen((await ports()).store, id)) return;
  throw new SynopticError('unknown-id', `There is no comparison “${id}”.`, { subject: 'id' });
}
