'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import type { ShareState } from '../../_components/share-form';
import { makeClassLink } from '../../_queries/blind';

/** Makes the link for a class and shows it where it was asked for. */
export async function makeBlindLinkNow(id: string, _before: ShareState): Promise<ShareState> {
  try {
    await makeClassLink(id);
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  revalidatePath(`/c/${id}`);
  redirect(`/c/${id}#class`);
}
