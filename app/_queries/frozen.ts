import { readConfig } from '#lib/config';
import { SynopticError } from '#lib/errors';
import { importComparison, type OpenedFrozen, openFrozen } from '#lib/pipeline/freeze';
import { excerptDocument } from '#lib/share/excerpt';
import { canonicalJson } from '#lib/share/share-link';
import { deletedError, deleteFrozen, getTombstone, type Tombstone } from '#lib/store/comparisons';
import type { Comparison, Excerpt, Timestamp, ViewState } from '#lib/types';
import { type AsAsked, asAsked, type BlindAsked } from './as-asked';
import { mayWrite, needWrite } from './permission';
import { ports } from './ports';

export type { Tombstone } from '#lib/store/comparisons';

/** Who looks at a frozen comparison, as far as it decides what may be seen. */
export type Visitor = {
  /** The owner, or anybody where whole texts are public. */
  wholeTexts: boolean;
  /** What this visitor sees is not what everybody sees. */
  isPrivileged: boolean;
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
  json(): string;
  /** Absent: these are the whole texts. */
  excerpt?: Excerpt;
  /** Not everybody sees as much: nothing between here and the visitor may keep it for others. */
  isPrivate: boolean;
};

export async function visitor(): Promise<Visitor> {
  const { SYNOPTIC_PUBLIC_TEXT, SYNOPTIC_EXCERPT_WORDS: excerptWords } = readConfig();
  const isPublic = SYNOPTIC_PUBLIC_TEXT === 'full';
  const wholeTexts = isPublic || (await mayWrite());
  return { wholeTexts, isPrivileged: wholeTexts && !isPublic, excerptWords };
}

/** The one door through which a frozen comparison reaches a reader. */
export function publicly(
  { id, frozenAt, json, document }: OpenedFrozen,
  { wholeTexts, isPrivileged, excerptWords }: Visitor,
): PublicFrozen {
  const { view } = document;
  if (wholeTexts)
    return { id, frozenAt, comparison: document.comparison, view, json: () => json, isPrivate: isPrivileged };
  const cut = excerptDocument(id, document, excerptWords);
  return {
    id,
    frozenAt,
    comparison: cut.comparison,
    view,
    json: () => canonicalJson(cut),
    excerpt: cut.excerpt,
    isPrivate: false,
  };
}

/** What may be seen, with names or letters. */
export type FrozenAsAsked = PublicFrozen & Pick<AsAsked, 'names' | 'ids'>;

/**
 * As this request's visitor may see it, with the names it asked for; undefined when there is no such comparison.
 * @throws SynopticError `gone`
 */
export async function findFrozen(id: string, asked: BlindAsked = {}): Promise<FrozenAsAsked | undefined> {
  const { store } = await ports();
  const [found, who] = await Promise.all([openFrozen(store, id), visitor()]);
  if (!found) return undefined;
  // Letters first: an excerpt is cut from what may be named.
  const { names, ids, ...lettered } = await asAsked(store, found, asked);
  return { ...publicly(lettered, who), names, ids };
}

/** @throws SynopticError `unknown-id`, `gone` */
export async function frozen(id: string, asked: BlindAsked = {}): Promise<FrozenAsAsked> {
  const found = await findFrozen(id, asked);
  if (found) return found;
  throw unknown(id);
}

/** When and why it was deleted; undefined when it was not. */
export async function tombstoneOf(id: string): Promise<Tombstone | undefined> {
  return getTombstone((await ports()).store, id);
}

/** The owner takes it down. @throws SynopticError `not-allowed`, `bad-input` without a reason, `unknown-id`, `gone` */
export async function removeFrozen(id: string, reason: string): Promise<void> {
  await needWrite();
  const given = reason.trim();
  if (given === '' || given.length > MOST_REASON) {
    throw new SynopticError(
      'bad-input',
      `Give a reason of at most ${MOST_REASON} characters: it is what the link says from now on.`,
      {
        subject: 'reason',
      },
    );
  }
  const { store, now } = await ports();
  if (await deleteFrozen(store, id, { at: now(), reason: given })) return;
  const before = await getTombstone(store, id);
  throw before ? deletedError(id, before) : unknown(id);
}

const MOST_REASON = 500;

function unknown(id: string): SynopticError {
  return new SynopticError('unknown-id', `There is no comparison “${id}”.`, { subject: 'id' });
}

/** @param again also what was deleted here before */
export async function importFrozenJson(json: string, again = false): Promise<string> {
  const open = await ports();
  return importComparison(open.store, json, open.now(), { again });
}
