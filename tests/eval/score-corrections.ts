import { readConfig } from '#lib/config';
import { wilson } from '#lib/framing/intervals';
import { judgedPlacements } from '#lib/store/corrections';
import { openStore } from '#lib/store/open-store';

/** This installation's own measured precision of grouping: of the placements people have looked at, the share that was right. */
export async function scoreCorrections(): Promise<Record<string, number>> {
  const store = await openStore(readConfig());
  try {
    const { right, wrong, merges } = await judgedPlacements(store);
    const n = right + wrong;
    if (n + merges === 0) return {};
    const { low, high } = wilson(right, n);
    return { judged: n, right, wrong, merges, ...(n === 0 ? {} : { precision: right / n, low, high }) };
  } finally {
    await store.close();
  }
}
