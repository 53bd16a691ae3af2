'use server';

import { redirect } from 'next/navigation';
import { toErrorBody } from '#lib/errors';
import type { Failure } from '#lib/framing/examples';
import type { Codebook } from '#lib/types';
import { checkDraft, keepCodebook, openCodebook, tryDraft } from '../../_queries/codebooks';
import { needWrite } from '../../_queries/permission';
import { applyFields, fieldsOf, type Part } from './apply-fields';
import type { Fields } from './fields';
import { type ShownPreview, shownPreview } from './shown-preview';

/** What a form shows after it was sent. What was typed comes back with it. */
export type DraftState = {
  fields?: Fields;
  /** Why nothing could be done. */
  message?: string;
  failures?: Failure[];
  /** It was to be saved and was not, because its own examples speak against it. */
  isHeld?: true;
  /** The id belongs to a codebook that is there already. */
  follows?: string;
  preview?: ShownPreview;
};

/** The form of one codebook, or with no id that of a new one. One form, several buttons: the one pressed says what is meant. */
export async function workOnDraft(
  codebookId: string | undefined,
  part: Part | { kind: 'json' },
  _before: DraftState,
  form: FormData,
): Promise<DraftState> {
  const fields = await withFile(fieldsOf(form), form);
  const intent = fields.intent ?? 'preview';
  let saved: { id: string; isNew: boolean };
  try {
    await needWrite();
    const base = codebookId === undefined ? undefined : (await openCodebook(codebookId))?.codebook;
    const draft = part.kind === 'json' || base === undefined ? (fields.json ?? '') : applyFields(base, part, fields);
    const { codebook, failures } = checkDraft(draft);
    const inForce = await openCodebook(codebook.id);
    const follows = codebookId !== codebook.id && inForce !== undefined ? { follows: inForce.codebook.version } : {};
    const isSaving = intent === 'save-anyway' || (intent === 'save' && failures.length === 0);
    if (!isSaving) {
      const preview = await previewOf(fields.story, codebook, inForce?.codebook, askedCodes(codebook, part, fields));
      return { fields, failures, ...follows, ...preview, ...(intent === 'save' ? { isHeld: true } : {}) };
    }
    const startedFrom = codebookId === codebook.id && fields.startedFrom ? { startedFrom: fields.startedFrom } : {};
    const isNew = await keepCodebook(codebook, { note: fields.note?.trim() ?? '', ...startedFrom });
    saved = { id: codebook.id, isNew };
  } catch (error) {
    return { fields, message: toErrorBody(error).error.message };
  }
  redirect(`/codebooks/${saved.id}?done=${saved.isNew ? 'saved' : 'same'}`);
}

async function previewOf(
  storyId: string | undefined,
  draft: Codebook,
  before: Codebook | undefined,
  asked: readonly string[],
): Promise<{ preview?: ShownPreview }> {
  if (!storyId) return {};
  return { preview: shownPreview(await tryDraft(storyId, draft, before), { draft, before, asked }) };
}

function askedCodes(codebook: Codebook, part: Part | { kind: 'json' }, fields: Fields): string[] {
  if (part.kind === 'frame') return [fields.id ?? ''];
  if (part.kind !== 'concept') return [];
  const concept = codebook.concepts.find(({ id }) => id === fields.id);
  return concept?.labels.map(({ id }) => id) ?? [];
}

/** A file that was chosen takes the place of the text. */
async function withFile(fields: Fields, form: FormData): Promise<Fields> {
  const file = form.get('file');
  if (file === null || typeof file === 'string' || file.size === 0) return fields;
  return { ...fields, json: await file.text(), fileRead: `${file.name} ${file.size} ${file.lastModified}` };
}
