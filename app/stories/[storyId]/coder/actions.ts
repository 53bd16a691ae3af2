'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import { askAbout } from '../../../_queries/second-coder';

export type AskState = { message: string } | undefined;

export async function askNow(
  storyId: string,
  codebookId: string,
  articleId: string,
  _before: AskState,
): Promise<AskState> {
  try {
    await askAbout(articleId, codebookId);
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  // Where only the part behind # is new, the router would keep the page it has.
  revalidatePath(`/stories/${storyId}/coder`);
  redirect(
    `/stories/${storyId}/coder?codebook=${encodeURIComponent(codebookId)}#text-${encodeURIComponent(articleId)}`,
  );
}
