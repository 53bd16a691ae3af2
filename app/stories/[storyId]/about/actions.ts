'use server';

import { redirect } from 'next/navigation';
import { SynopticError, toErrorBody } from '#lib/errors';
import type { StoryChange } from '#lib/pipeline/correct-story';
import { correct, dismiss, offerAgain, undo } from '../../../_queries/story-facts';

/** What prevented the correction. */
export type CorrectionState = { message: string } | undefined;

/** One form, several buttons: the one pressed says what is meant. */
export async function correctStoryNow(
  storyId: string,
  _before: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  let left: string;
  try {
    const { from, to, kind } = await correct(changeOf(storyId, form));
    left = kind === 'merge' ? to : from;
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(`/stories/${left}/about`);
}

/** What is said of one text offered to a story: it belongs here, its whole story does, or it reports another event. */
export async function answerOffer(storyId: string, _before: CorrectionState, form: FormData): Promise<CorrectionState> {
  const [articleId, other] = [text(form, 'article'), text(form, 'story')];
  try {
    switch (text(form, 'kind')) {
      case 'join':
        await correct({ kind: 'move', storyId: other, articleIds: [articleId], to: storyId });
        break;
      case 'merge':
        await correct({ kind: 'merge', storyId, with: other });
        break;
      case 'dismiss':
        await dismiss(storyId, articleId);
        break;
      case 'again':
        await offerAgain(storyId);
        break;
      default:
        throw new SynopticError('bad-input', 'Press one of the buttons.', { subject: 'kind' });
    }
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(`/stories/${storyId}/about`);
}

export async function undoNow(storyId: string, _before: CorrectionState, form: FormData): Promise<CorrectionState> {
  let story = storyId;
  try {
    const undone = await undo(text(form, 'correction'));
    // A story that only the correction had made is gone now.
    if (undone.kind === 'part' && undone.to === storyId) story = undone.from;
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(`/stories/${story}/about`);
}

function changeOf(storyId: string, form: FormData): StoryChange {
  const articleIds = form.getAll('article').filter((each) => typeof each === 'string');
  const kind = text(form, 'kind');
  switch (kind) {
    case 'confirm':
    case 'part':
      return { kind, storyId, articleIds };
    case 'move':
      return { kind, storyId, articleIds, to: storyNamed(text(form, 'other'), 'other') };
    case 'merge':
      return { kind, storyId, with: storyNamed(text(form, 'with') || text(form, 'other'), 'other') };
    default:
      throw new SynopticError('bad-input', 'Press one of the buttons.', { subject: 'kind' });
  }
}

/** An id, or any address of a story's page. */
function storyNamed(given: string, subject: string): string {
  const id = /(?:^|\/stories\/)(s-[0-9a-z-]+)/.exec(given)?.[1];
  if (id !== undefined) return id;
  const message =
    given === '' ? 'Give the address of the other story.' : `“${given.slice(0, 80)}” is no address of a story here.`;
  throw new SynopticError('bad-input', message, { subject });
}

function text(form: FormData, key: string): string {
  const value = form.get(key);
  return typeof value === 'string' ? value.trim() : '';
}
