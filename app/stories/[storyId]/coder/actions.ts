'use server';

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
  redirect(
    `/stories/${storyId}/coder?codebook=${encodeURIComponent(codebookId)}#text-${encodeURIComponent(articleId)}`,
  );
}
