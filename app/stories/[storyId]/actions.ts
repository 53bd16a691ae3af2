'use server';

import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import { choiceOf, lookOf, type Query, readShown, writeShown } from '#lib/share/shown';
import type { ShareState } from '../../_components/share-form';
import { needCompare } from '../../_queries/permission';
import { freezeStory } from '../../_queries/stories';

/** Freezes the comparison as it is looked at and goes to its own page; what prevents it is said beside the button. */
export async function shareStory(storyId: string, query: Query, _before: ShareState): Promise<ShareState> {
  const shown = readShown(query);
  let id: string | undefined;
  try {
    await needCompare();
    id = await freezeStory(storyId, choiceOf(shown), writeShown(lookOf(shown)));
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  if (id === undefined) return { message: 'There is nothing to compare here yet.' };
  redirect(`/c/${id}`);
}
