import { type ChangedSince, changedSince } from '#lib/pipeline/changed-since';
import type { PublicFrozen } from './frozen';
import { ports } from './ports';

export type { ChangedSince } from '#lib/pipeline/changed-since';

/** What has happened to the live story; undefined where none of the texts is stored here. */
export async function changesSince({ comparison, frozenAt }: PublicFrozen): Promise<ChangedSince | undefined> {
  return changedSince((await ports()).store, comparison, frozenAt);
}
