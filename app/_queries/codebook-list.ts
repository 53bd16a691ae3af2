import { SynopticError } from '#lib/errors';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import type { Codebook } from '#lib/types';

/** Every codebook there is to count with. */
export async function codebooks(): Promise<readonly Codebook[]> {
  return shippedCodebooks();
}

/** @throws SynopticError `unknown-id` */
export async function codebookById(id: string): Promise<Codebook> {
  const found = (await codebooks()).find((each) => each.id === id);
  if (found) return found;
  throw new SynopticError('unknown-id', `There is no codebook “${id}”.`, { subject: 'id' });
}
