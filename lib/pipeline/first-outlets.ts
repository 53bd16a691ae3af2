import type { Config } from '#lib/config';
import { readOutletList, readSampleOutlets } from '#lib/data-files';
import { FIRST_PACK } from '#lib/outlet-list';
import { refresh } from '#lib/pipeline';
import { getOutlet } from '#lib/store/outlets';
import type { Ports } from './ports';
import { subscribe } from './subscribe';

/**
 * Fills an empty installation: the sample outlets first, read at once so that there is something to look at, then the
 * default outlets, left to the ordinary refresh. An outlet that is already known is not touched, so a feed that somebody
 * removed stays removed.
 */
export async function addFirstOutlets(
  ports: Ports,
  config: Pick<Config, 'SYNOPTIC_SAMPLES' | 'SYNOPTIC_DEFAULT_OUTLETS'>,
): Promise<void> {
  if (config.SYNOPTIC_SAMPLES) {
    const samples = readSampleOutlets().map((outlet) => ({ outlet, feeds: [`https://${outlet.id}.example/feed.xml`] }));
    if ((await subscribeUnknown(ports, samples)) > 0) await refresh(ports, { worker: 'samples' });
  }
  if (!config.SYNOPTIC_DEFAULT_OUTLETS) return;
  const first = readOutletList().packs.find((pack) => pack.id === FIRST_PACK);
  await subscribeUnknown(ports, first?.outlets ?? []);
}

async function subscribeUnknown(
  ports: Ports,
  wanted: readonly { outlet: Parameters<typeof subscribe>[1]; feeds: readonly string[] }[],
): Promise<number> {
  let added = 0;
  for (const { outlet, feeds } of wanted) {
    if (await getOutlet(ports.store, outlet.id)) continue;
    for (const url of feeds) await subscribe(ports, outlet, url);
    added++;
  }
  return added;
}
