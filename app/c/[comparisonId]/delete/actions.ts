'use server';

import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import { removeFrozen } from '../../../_queries/frozen';

/** Takes it down and goes to what its link says from now on; what prevents it is said beside the button. */
export async function deleteNow(
  id: string,
  _before: { message: string } | undefined,
  form: FormData,
): Promise<{ message: string }> {
  try {
    await removeFrozen(id, String(form.get('reason') ?? ''));
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(`/c/${id}`);
}
