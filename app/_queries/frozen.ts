import { SynopticError } from '#lib/errors';
import { importComparison, type OpenedFrozen, openFrozen } from '#lib/pipeline/freeze';
import { ports } from './ports';

/** undefined when there is no such comparison. */
export async function findFrozen(id: string): Promise<OpenedFrozen | undefined> {
  return openFrozen((await ports()).store, id);
}

/** @throws SynopticError `unknown-id` */
export async function frozen(id: string): Promise<OpenedFrozen> {
  const found = await findFrozen(id);
  if (found) return found;
  throw new SynopticError('unknown-id', `There is no comparison “${id}”.`, { subject: 'id' });
}

export async function importFrozenJson(json: string): Promise<string> {
  const open = await ports();
  return importComparison(open.store, json, open.now());
}
