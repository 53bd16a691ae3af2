import { createHash } from 'node:crypto';
import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import {
  codebookAt,
  codebookHistory,
  type HistoryLine,
  type KnownCodebook,
  listCodebooks,
} from '#lib/pipeline/codebooks-in-force';
import { type OfferedLabels, offerLabels } from '#lib/pipeline/offer-labels';
import { type CodebookPreview, previewCodebook } from '#lib/pipeline/preview-codebook';
import { restoreCodebook, type SaveOptions, saveCodebook, withdraw } from '#lib/pipeline/save-codebook';
import { forgetRejectedLabels, type PhrasePair, rejectLabels } from '#lib/store/rejected-labels';
import { listStories } from '#lib/store/stories';
import type { Codebook } from '#lib/types';
import { needWrite } from './permission';
import { ports } from './ports';

export type { HistoryLine, KnownCodebook } from '#lib/pipeline/codebooks-in-force';
export type { OfferedLabels } from '#lib/pipeline/offer-labels';
export type { CodebookPreview } from '#lib/pipeline/preview-codebook';
export { checkDraft, nextVersion } from '#lib/pipeline/save-codebook';

export async function knownCodebooks(): Promise<KnownCodebook[]> {
  return listCodebooks((await ports()).store);
}

export type OpenedCodebook = {
  codebook: Codebook;
  hash: string;
  history: HistoryLine[];
  /** The line of the history that is shown. */
  line: HistoryLine;
  /** What is shipped under this id, for what its measured figures were measured with. */
  shipped?: Codebook;
};

/** undefined when there is no such codebook or version. Without a number: what is in force, else the last one there was. */
export async function openCodebook(id: string, number?: number): Promise<OpenedCodebook | undefined> {
  const { store } = await ports();
  const history = await codebookHistory(store, id);
  const line =
    number === undefined
      ? (history.find(({ isInForce }) => isInForce) ?? history.filter(({ kind }) => kind === 'own').at(-1))
      : history.find((each) => each.number === number);
  if (line === undefined || line.kind === 'withdrawn') return undefined;
  const codebook = await codebookAt(store, id, line.number);
  const shipped = shippedCodebooks().find((each) => each.id === id);
  return { codebook, hash: codebookHash(codebook), history, line, ...(shipped === undefined ? {} : { shipped }) };
}

/** Stories a draft can be tried on, the ones of several outlets first; each with its id and title. */
export async function storiesToTry(): Promise<{ id: string; title: string; outlets: number }[]> {
  const { store } = await ports();
  const { stories } = await listStories(store, { limit: 40, minOutlets: 2 });
  return stories.map(({ id, title, outletCount }) => ({ id, title, outlets: outletCount }));
}

/** Starts the thread that counts, while somebody begins to type: the first try need not wait for it. */
export async function getReadyToTry(codebook: Codebook | undefined = shippedCodebooks()[0]): Promise<void> {
  const { coder } = await ports();
  if (codebook === undefined) return;
  void coder.code([{ id: '', headline: '', paragraphs: [] }], codebook).catch(() => undefined);
}

/** @throws SynopticError `not-allowed`, `unknown-id`, and what counting throws. */
export async function tryDraft(storyId: string, draft: Codebook, before?: Codebook): Promise<CodebookPreview> {
  await needWrite();
  return previewCodebook(await ports(), storyId, { draft, ...(before === undefined ? {} : { before }) });
}

/** @returns whether anything was saved: what is in force already is not. @throws SynopticError `not-allowed`, `bad-codebook`, `import-refused` */
export async function keepCodebook(codebook: Codebook, options: SaveOptions): Promise<boolean> {
  await needWrite();
  return (await saveCodebook(await ports(), codebook, options)) !== undefined;
}

export async function restore(id: string, number: number): Promise<void> {
  await needWrite();
  await restoreCodebook(await ports(), id, number);
}

export async function takeOutOfUse(id: string): Promise<void> {
  await needWrite();
  await withdraw(await ports(), id);
}

export async function offeredLabels(id: string, storyId?: string): Promise<OfferedLabels[]> {
  const { store } = await ports();
  return offerLabels(store, await codebookAt(store, id), storyId);
}

/** @throws SynopticError `not-allowed`, `bad-input` when there is nothing to reject. */
export async function reject(id: string, phrases: readonly string[]): Promise<void> {
  await needWrite();
  const pairs = phrases.flatMap((one, at) => phrases.slice(at + 1).map((other): PhrasePair => [one, other]));
  if (pairs.length === 0) throw new SynopticError('bad-input', 'Two phrases make a suggestion.', { subject: 'phrase' });
  const open = await ports();
  await rejectLabels(open.store, id, pairs, open.now());
}

export async function offerRejectedAgain(id: string): Promise<number> {
  await needWrite();
  return forgetRejectedLabels((await ports()).store, id);
}

/** Bytes for a download, and a tag that changes with them. */
export async function exportCodebook(
  id: string,
  number?: number,
): Promise<{ json: string; tag: string; file: string }> {
  const opened = await openCodebook(id, number);
  if (!opened) throw new SynopticError('unknown-id', `There is no codebook “${id}”.`, { subject: 'codebook' });
  const json = `${JSON.stringify(opened.codebook, null, 2)}\n`;
  const tag = createHash('sha256').update(json).digest('hex').slice(0, 16);
  return { json, tag, file: `${opened.codebook.id}-${opened.codebook.version}.json` };
}
