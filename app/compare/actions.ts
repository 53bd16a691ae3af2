'use server';

import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import type { ShareState } from '../_components/share-form';
import { freezeJob, startComparing, startFinding } from '../_queries/jobs';
import { needWrite } from '../_queries/permission';
import { choiceOf, lookOf, type Query, readShown, writeShown } from '../_views/shown';
import { readSources } from './read-sources';

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
    await needWrite();
    const sources = readSources(form);
    const [only] = sources;
    const isOneLink = sources.length === 1 && only !== undefined && 'link' in only;
    id = isOneLink ? await startFinding(only.link) : await startComparing(sources);
  } catch (error) {
    const { message, subject } = toErrorBody(error).error;
    return { message, ...(subject === undefined ? {} : { field: subject }) };
  }
  redirect(`/compare/${id}`);
}

/** Freezes a comparison of pasted sources as it is looked at. */
export async function shareJob(jobId: string, query: Query, _before: ShareState): Promise<ShareState> {
  const shown = readShown(query);
  let id: string;
  try {
    await needWrite();
    id = await freezeJob(jobId, choiceOf(shown), writeShown(lookOf(shown)));
  } catch (error) {
    return { message: toErrorBody(error).error.message };
  }
  redirect(`/c/${id}`);
}
