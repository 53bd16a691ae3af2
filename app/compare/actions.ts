'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import { choiceOf, lookOf, type Query, readShown, writeShown } from '#lib/share/shown';
import type { ShareState } from '../_components/share-form';
import { freezeJob, startComparing, startFinding, stopFinding } from '../_queries/jobs';
import { needCompare } from '../_queries/permission';
import { readArticle, readSources } from './read-sources';

/** What the form shows again when something is missing: nothing typed is lost. */
export type CompareState = {
  message?: string;
  field?: string;
  links?: string;
  texts?: string[];
  outlets?: string[];
  headlines?: string[];
};

export async function compare(_before: CompareState, form: FormData): Promise<CompareState> {
  let id: string;
  try {
    const sources = readSources(form);
    const [only] = sources;
    const isOneLink = sources.length === 1 && only !== undefined && 'link' in only;
    if (!isOneLink) await needCompare();
    id = isOneLink ? await startFinding(only) : await startComparing(sources);
  } catch (error) {
    const { message, subject } = toErrorBody(error).error;
    return { message, ...(subject === undefined ? {} : { field: subject }), ...typedIn(form) };
  }
  redirect(`/compare/${id}`);
}

// React clears a form after its action ran, and without JavaScript the page comes anew: what was typed comes back with the message.
function typedIn(form: FormData): CompareState {
  return {
    links: String(form.get('links') ?? ''),
    texts: form.getAll('text').map(String),
    outlets: form.getAll('outlet').map(String),
    headlines: form.getAll('headline').map(String),
  };
}

/** What the box for one article shows again when it cannot be looked up. */
export type FindState = { message: string; field: string; link: string; text: string; outlet: string } | undefined;

/** One article, by address or as a text: who else covers it? */
export async function find(_before: FindState, form: FormData): Promise<FindState> {
  let id: string;
  try {
    id = await startFinding(readArticle(form));
  } catch (error) {
    const { message, subject = 'link' } = toErrorBody(error).error;
    const typed = (key: string) => String(form.get(key) ?? '');
    return { message, field: subject, link: typed('link'), text: typed('text'), outlet: typed('outlet') };
  }
  redirect(`/compare/${id}`);
}

/** What has been found until now is kept. */
export async function stopFindingNow(jobId: string): Promise<void> {
  await stopFinding(jobId);
  revalidatePath(`/compare/${jobId}`);
}

/** Freezes a comparison of pasted sources as it is looked at. */
export async function shareJob(jobId: string, query: Query, _before: ShareState): Promise<ShareState> {
  const shown = readShown(query);
  let id: string;
  try {
    await needCompare();
    id = await freezeJob(jobId, choiceOf(shown), writeShown(lookOf(shown)));
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(`/c/${id}`);
}
