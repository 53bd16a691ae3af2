import { SynopticError } from '#lib/errors';
import { codebooksInForce } from '#lib/pipeline/codebooks-in-force';
import type { Codebook } from '#lib/types';
import { ports } from './ports';

/** Every codebook there is to count with, each in the version in force. */
export async function codebooks(): Promise<readonly Codebook[]> {
  return codebooksInForce((await ports()).store);
}

/** @throws SynopticError `unknown-id` */
export async function codebookById(id: string): Promise<Codebook> {
  const found = (await codebooks()).find((each) => each.id === id);
  if (found) return found;
  throw new SynopticError('unknown-id', `There is no codebook “${id}”.`, { subject: 'id' });
}
