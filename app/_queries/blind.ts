import { SynopticError } from '#lib/errors';
import { makeBlindLink, openWithKey } from '#lib/pipeline/blind-link';
import { openFrozen } from '#lib/pipeline/freeze';
import { type BlindLink, findBlindLink } from '#lib/store/blind-links';
import { findFrozen, type PublicFrozen } from './frozen';
import { mayWrite, needWrite } from './permission';
import { ports } from './ports';

/** Where the key leads: the id of the comparison with names. undefined when it is not the key of this link. */
export async function revealedBy(id: string, key: string | undefined): Promise<string | undefined> {
  return (await openWithKey((await ports()).store, id, key))?.comparisonId;
}

/** The link for a class made from this comparison or being it; only its owner is told. */
export async function ownersBlindLink(id: string): Promise<BlindLink | undefined> {
  if (!(await mayWrite())) return undefined;
  return findBlindLink((await ports()).store, id);
}

/** @throws SynopticError `not-allowed`, `unknown-id` */
export async function makeClassLink(id: string): Promise<void> {
  await needWrite();
  const open = await ports();
  const found = await openFrozen(open.store, id);
  if (!found) throw new SynopticError('unknown-id', `There is no comparison “${id}”.`, { subject: 'id' });
  await makeBlindLink(open.store, id, found.document, open.now());
}

/** The comparison with names behind this one, for the owner or with the key; undefined for everybody else. */
export async function namedBehind(id: string, key: string | undefined): Promise<PublicFrozen | undefined> {
  const { store } = await ports();
  const isOwner = await mayWrite();
  const link = isOwner ? await findBlindLink(store, id) : await openWithKey(store, id, key);
  if (link) return findFrozen(link.comparisonId);
  const found = isOwner ? await findFrozen(id) : undefined;
  return found?.names === 'named' ? found : undefined;
}
