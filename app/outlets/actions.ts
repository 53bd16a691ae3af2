'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import { addByAddress, addFromOpml, readNow, stopReading } from '../_queries/outlets';
import { needWrite } from '../_queries/permission';

export type OutletsState = { message?: string; failed?: boolean; address?: string };

const LARGEST_OPML = 5_000_000;

/** Adds what stands at an address; with an OPML file chosen, everything in it. */
export async function addOutlets(_before: OutletsState, form: FormData): Promise<OutletsState> {
  const address = String(form.get('address') ?? '').trim();
  const file = form.get('opml');
  try {
    await needWrite();
    const hasFile = file !== null && typeof file !== 'string' && file.size > 0;
    const message = hasFile ? await addFile(file) : await addOne(address);
    revalidatePath('/outlets');
    return { message };
  } catch (error) {
    return { message: toErrorBody(error).error.message, failed: true, address };
  }
}

async function addFile(file: File): Promise<string> {
  if (file.size > LARGEST_OPML) return 'This file is larger than 5 MB; an OPML list of feeds is far smaller.';
  const { added, known } = await addFromOpml(await file.text());
  await readNow();
  return `${added} ${added === 1 ? 'feed' : 'feeds'} added${known > 0 ? `, ${known} known already` : ''}. They are being read now.`;
}

async function addOne(address: string): Promise<string> {
  if (address === '') return 'Give the address of a feed or of a site.';
  const { outlet, feedUrl, added } = await addByAddress(address);
  if (!added) return `${outlet.name} is read already (${feedUrl}).`;
  await readNow();
  return `${outlet.name} was added (${feedUrl}) and is being read now.`;
}

export async function readFeedNow(form: FormData): Promise<void> {
  await needWrite();
  const id = form.get('feed');
  await readNow(typeof id === 'string' && id !== '' ? id : undefined);
  redirect('/outlets');
}

export async function removeFeedNow(form: FormData): Promise<void> {
  await needWrite();
  await stopReading(String(form.get('feed') ?? ''));
  redirect('/outlets');
}
