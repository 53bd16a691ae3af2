'use server';

import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import { offerRejectedAgain, reject, restore, takeOutOfUse } from '../../_queries/codebooks';
import { startRecoding, stopRecoding } from '../../_queries/recoding';

/** What prevented it. */
export type ActionState = { message: string } | undefined;

type Action = (before: ActionState, form: FormData) => Promise<ActionState>;

async function attempt(work: () => Promise<unknown>, then: string): Promise<ActionState> {
  try {
    await work();
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(then);
}

/** Puts an older version in force again; 0 is what is shipped. */
export async function restoreVersion(id: string, ...[, form]: Parameters<Action>): Promise<ActionState> {
  return attempt(() => restore(id, Number(form.get('number'))), `/codebooks/${id}/versions?done=restored`);
}

export async function withdrawCodebook(id: string): Promise<ActionState> {
  return attempt(() => takeOutOfUse(id), '/codebooks?done=withdrawn');
}

/** Two or more phrases are not names of one thing: they are not offered together again. */
export async function rejectSuggestion(
  id: string,
  back: string,
  ...[, form]: Parameters<Action>
): Promise<ActionState> {
  return attempt(() => reject(id, form.getAll('phrase').map(String)), back);
}

export async function offerAgain(id: string, back: string): Promise<ActionState> {
  return attempt(() => offerRejectedAgain(id), back);
}

export async function startOver(id: string): Promise<ActionState> {
  return attempt(() => startRecoding(id), `/codebooks/${id}/stored`);
}

export async function stopOver(id: string): Promise<ActionState> {
  return attempt(() => stopRecoding(id), `/codebooks/${id}/stored`);
}
