'use server';

import { redirect } from 'next/navigation';
import { SynopticError } from '#lib/errors';
import { removeFrozen } from '../_queries/frozen';
import { dropFilter, keepFilter, keepNote } from '../_queries/mine';

const text = (form: FormData, key: string) => String(form.get(key) ?? '');

/** Back to the list as it was searched, at the entry it is about, with a word about what happened. */
function back(form: FormData, done: string, place: string): never {
  const search = text(form, 'search');
  redirect(`/mine?${new URLSearchParams({ ...(search === '' ? {} : { search }), done })}#${place}`);
}

export async function noteNow(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await keepNote(id, text(form, 'title'), text(form, 'note'));
  back(form, 'kept', `c-${id}`);
}

export async function deleteNow(form: FormData): Promise<void> {
  try {
    await removeFrozen(text(form, 'id'), text(form, 'reason'));
  } catch (error) {
    // Deleted already, in another window: that is what was wanted.
    if (!(error instanceof SynopticError && ['unknown-id', 'gone'].includes(error.code))) throw error;
  }
  back(form, 'deleted', 'content');
}

export async function saveFilterNow(query: string, form: FormData): Promise<void> {
  await keepFilter(text(form, 'name'), query);
  back(form, 'filter', 'filters');
}

export async function dropFilterNow(form: FormData): Promise<void> {
  await dropFilter(text(form, 'id'));
  back(form, 'filter-gone', 'filters');
}
