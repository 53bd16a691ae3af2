import { readCodebookFiles } from '#lib/data-files';
import { SynopticError } from '#lib/errors';
import { parseCodebook } from '#lib/framing/codebook';
import type { Codebook } from '#lib/types';

let shipped: Codebook[] | undefined;

/** The codebooks in data/codebooks, checked once a process. @throws SynopticError `bad-codebook` naming file and key. */
export function shippedCodebooks(): Codebook[] {
  shipped ??= readCodebookFiles().map(({ file, json }) => parseCodebook(json, file));
  return shipped;
}

/** @throws SynopticError `unknown-id` naming the codebook and those there are. */
export function codebooksById(ids: readonly string[]): Codebook[] {
  const all = shippedCodebooks();
  return ids.map((id) => {
    const found = all.find((codebook) => codebook.id === id);
    if (found) return found;
    const known = all.map((codebook) => codebook.id).join(', ');
    throw new SynopticError('unknown-id', `There is no codebook “${id}”. There are: ${known}.`, {
      subject: 'codebook',
    });
  });
}
