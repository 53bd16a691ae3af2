import { readConfig } from '#lib/config';
import { SynopticError } from '#lib/errors';
import { importComparison, type OpenedFrozen, openFrozen } from '#lib/pipeline/freeze';
import { excerptDocument } from '#lib/share/excerpt';
import { canonicalJson } from '#lib/share/share-link';
import type { Comparison, Excerpt, Timestamp, ViewState } from '#lib/types';
import { type AsAsked, asAsked, type BlindAsked } from './as-asked';
import { mayWrite } from './permission';
import { ports } from './ports';

/** Who looks at a frozen comparison, as far as it decides what may be seen. */
export type Visitor = {
  /** The owner, or anybody where whole texts are public. */
  wholeTexts: boolean;
  /** Longest passage anybody else sees, in words. */
  excerptWords: number;
};

/** A frozen comparison as one visitor may see it: every page, picture and export is drawn from this and nothing else. */
export type PublicFrozen = {
  id: string;
  frozenAt: Timestamp;
  comparison: Comparison;
  view: ViewState;
  /** Canonical JSON of what may be seen: the document whose hash is the id, or one that says that it is an excerpt. */
  json: string;
  /** Absent: these are the whole texts. */
  excerpt?: Excerpt;
};

export async function visitor(): Promise<Visitor> {
  const { SYNOPTIC_PUBLIC_TEXT, SYNOPTIC_EXCERPT_WORDS: excerptWords } = readConfig();
  return { wholeTexts: SYNOPTIC_PUBLIC_TEXT === 'full' || (await mayWrite()), excerptWords };
}

/** The one door through which a frozen comparison reaches a reader. */
export function publicly(
  { id, frozenAt, json, document }: OpenedFrozen,
  { wholeTexts, excerptWords }: Visitor,
): PublicFrozen {
  const { view } = document;
  if (wholeTexts) return { id, frozenAt, comparison: document.comparison, view, json };
  const cut = excerptDocument(id, document, excerptWords);
  return { id, frozenAt, comparison: cut.comparison, view, json: canonicalJson(cut), excerpt: cut.excerpt };
}

/** What may be seen, with names or letters. */
export type FrozenAsAsked = PublicFrozen & Pick<AsAsked, 'names' | 'ids'>;

/** As this request's visitor may see it, with the names it asked for; undefined when there is no such comparison. */
export async function findFrozen(id: string, asked: BlindAsked = {}): Promise<FrozenAsAsked | undefined> {
  const { store } = await ports();
  const [found, who] = await Promise.all([openFrozen(store, id), visitor()]);
  if (!found) return undefined;
  // Letters first: an excerpt is cut from what may be named.
  const { names, ids, ...lettered } = await asAsked(store, found, asked);
  return { ...publicly(lettered, who), names, ids };
}

/** @throws SynopticError `unknown-id` */
export async function frozen(id: string, asked: BlindAsked = {}): Promise<FrozenAsAsked> {
  const found = await findFrozen(id, asked);
  if (found) return found;
  throw new SynopticError('unknown-id', `There is no comparison “${id}”.`, { subject: 'id' });
}

export async function importFrozenJson(json: string): Promise<string> {
  const open = await ports();
  return importComparison(open.store, json, open.now());
}
