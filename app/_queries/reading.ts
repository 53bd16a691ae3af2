import { READING, type Reading, recentReadings } from '#lib/pipeline/reading-progress';
import { stopJobs } from '#lib/store/jobs';
import { ports } from './ports';

export type { Reading } from '#lib/pipeline/reading-progress';

/** Every refresh under way, in whichever process; else the last one of the past hour. */
export async function readings(): Promise<Reading[]> {
  const { store, now } = await ports();
  return recentReadings(store, now());
}

/** Asks every refresh under way to stop; each does within a second or two. */
export async function stopReadings(): Promise<void> {
  await stopJobs((await ports()).store, READING);
}
