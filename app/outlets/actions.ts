'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import {
  addChosen,
  addFromOpml,
  addPack,
  type ImportReport,
  pause,
  readNow,
  remove,
  resume,
} from '../_queries/outlets';
import { needWrite } from '../_queries/permission';
import { sizeProblem } from './opml-size';

/** What a form says about itself; `field` names the input that is wrong. */
export type FormState = { message?: string; field?: string };

const text = (form: FormData, key: string) => String(form.get(key) ?? '');

/** What was typed comes back with the message: React clears a form after its action ran. */
export type ChosenState = FormState & { typed?: { name: string; language: string; country: string } };

/** Subscribes what was ticked in the preview, and goes to the outlet's page. */
export async function addChosenFeeds(_before: ChosenState, form: FormData): Promise<ChosenState> {
  const typed = { name: text(form, 'name'), language: text(form, 'language'), country: text(form, 'country') };
  let outletId: string | undefined;
  try {
    await needWrite();
    const added = await addChosen({
      feeds: form.getAll('feed').map(String),
      homepage: text(form, 'homepage'),
      ...typed,
    });
    outletId = added[0]?.outlet.id;
    await readNow();
  } catch (error) {
    return { ...toFormState(error), typed };
  }
  redirect(`/outlets/${outletId}?done=added`);
}

export type ImportState = FormState & { report?: ImportReport };

export async function importOpml(_before: ImportState, form: FormData): Promise<ImportState> {
  try {
    await needWrite();
    const file = form.get('opml');
    if (file === null || typeof file === 'string' || file.size === 0)
      return { message: 'Choose an OPML file.', field: 'opml' };
    const problem = sizeProblem(file);
    if (problem !== undefined) return { message: problem, field: 'opml' };
    const report = await addFromOpml(await file.text());
    if (report.added > 0) await readNow();
    revalidatePath('/outlets');
    return { report };
  } catch (error) {
    return toFormState(error);
  }
}

/** Up to a hundred feeds: they are due at once, and left to whoever reads feeds here, in this process or as a worker. */
export async function addPackNow(form: FormData): Promise<void> {
  await needWrite();
  const { added, known } = await addPack(text(form, 'pack'));
  redirect(`/outlets?${new URLSearchParams({ done: 'pack', added: String(added), known: String(known) })}`);
}

export async function readAllNow(): Promise<void> {
  await needWrite();
  await readNow();
  redirect('/outlets?done=reading');
}

/** Buttons of an outlet's page: for one of its feeds, or for all of them. */
export async function readOutletNow(form: FormData): Promise<void> {
  await changed(form, 'reading', readNow);
}

export async function pauseNow(form: FormData): Promise<void> {
  await changed(form, 'paused', pause);
}

export async function resumeNow(form: FormData): Promise<void> {
  await changed(form, 'resumed', async (which) => {
    await resume(which);
    await readNow(which);
  });
}

export async function removeNow(form: FormData): Promise<void> {
  await changed(form, 'removed', remove);
}

async function changed(
  form: FormData,
  done: string,
  change: (which: { feedId: string } | { outletId: string }) => Promise<void>,
): Promise<void> {
  await needWrite();
  const [outletId, feedId] = [text(form, 'outlet'), text(form, 'feed')];
  await change(feedId === '' ? { outletId } : { feedId });
  revalidatePath('/outlets');
  redirect(`/outlets/${encodeURIComponent(outletId)}?done=${done}`);
}

function toFormState(error: unknown): FormState {
  const { message, subject } = toErrorBody(error).error;
  return { message, ...(subject === undefined ? {} : { field: subject }) };
}
