'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { readNow } from '../_queries/outlets';
import { needWrite } from '../_queries/permission';
import { stopReadings } from '../_queries/reading';

export async function stopReading(): Promise<void> {
  await needWrite();
  await stopReadings();
  revalidatePath('/reading');
}

/** Reads every feed now; what an earlier run had not reached is due anyway. */
export async function readAllNow(): Promise<void> {
  await needWrite();
  await readNow();
  redirect('/reading');
}
