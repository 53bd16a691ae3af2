import { diffArrays } from 'diff';
import type { Change } from '#lib/types';
import { HEADLINE } from '#lib/types';
import { wordChanges } from './changes';
import { type DiffText, type PreparedParagraph, prepareText } from './prepared-text';
import { CUTS } from './thresholds';

/** One paragraph of an earlier or a later version of a text, by index, in the order of the later one. */
export type ParagraphChange =
  | { kind: 'kept' | 'moved'; before: number; after: number }
  | { kind: 'changed'; before: number; after: number; changes: Change[] }
  | { kind: 'removed'; before: number }
  | { kind: 'added'; after: number };

export type VersionChanges = { headline: Change[]; paragraphs: ParagraphChange[] };

/**
 * What changed between two versions of one text. Unlike two outlets' texts these are mostly the same, in the same order, so an insert/delete
 * diff says it best: first over whole paragraphs, then over the words of those that stand between the same neighbours and
 * are near-verbatim. A paragraph found elsewhere unchanged has moved.
 *
 * @param keyOf what two paragraphs must have in common to count as unchanged
 */
export function versionChanges(
  before: DiffText,
  after: DiffText,
  keyOf: (text: string) => string = (text) => text,
): VersionChanges {
  const sides = { before: prepareText(before, HEADLINE).paragraphs, after: prepareText(after, HEADLINE).paragraphs };
  const a = before.paragraphs.map(keyOf);
  const b = after.paragraphs.map(keyOf);
  const paragraphs: ParagraphChange[] = [];
  let removed: number[] = [];
  let added: number[] = [];
  const flush = () => {
    paragraphs.push(...pairUp(removed, added, sides));
    removed = [];
    added = [];
  };
  let i = 0;
  let j = 0;
  for (const part of diffArrays(a, b)) {
    for (let count = 0; count < part.value.length; count++) {
      if (part.removed) removed.push(i++);
      else if (part.added) added.push(j++);
      else {
        flush();
        paragraphs.push({ kind: 'kept', before: i++, after: j++ });
      }
    }
  }
  flush();
  return { headline: headlineChanges(before, after, sides, keyOf), paragraphs: withMoves(paragraphs, a, b) };
}

type Sides = { before: Map<number, PreparedParagraph>; after: Map<number, PreparedParagraph> };

function headlineChanges(before: DiffText, after: DiffText, sides: Sides, keyOf: (text: string) => string): Change[] {
  if (keyOf(before.headline) === keyOf(after.headline)) return [{ kind: 'kept', text: after.headline }];
  return (
    changesBetween(sides, HEADLINE, HEADLINE) ?? [
      { kind: 'removed', text: before.headline },
      { kind: 'added', text: after.headline },
    ]
  );
}

function changesBetween(sides: Sides, before: number, after: number): Change[] | undefined {
  const [left, right] = [sides.before.get(before), sides.after.get(after)];
  return left && right ? wordChanges(left, right) : undefined;
}

/** Paragraphs between the same neighbours: those that are near-verbatim are one paragraph changed, the others came or went. */
function pairUp(removed: readonly number[], added: readonly number[], sides: Sides): ParagraphChange[] {
  const found: ParagraphChange[] = [];
  let at = 0;
  for (const before of removed) {
    // In order: a pair that skips paragraphs on the other side leaves them added before it.
    const partner = bestPartner(before, added.slice(at), sides);
    if (partner === undefined) {
      found.push({ kind: 'removed', before });
      continue;
    }
    while (added[at] !== partner.after) found.push({ kind: 'added', after: added[at++] ?? 0 });
    at++;
    found.push({ kind: 'changed', before, ...partner });
  }
  return [...found, ...added.slice(at).map((after) => ({ kind: 'added' as const, after }))];
}

function bestPartner(
  before: number,
  candidates: readonly number[],
  sides: Sides,
): { after: number; changes: Change[] } | undefined {
  let best: { after: number; changes: Change[]; kept: number } | undefined;
  // Further than this a partner is a coincidence, and a text of thousands of new paragraphs would be compared with itself.
  for (const after of candidates.slice(0, CUTS.partnersTried)) {
    const changes = changesBetween(sides, before, after);
    if (!changes) continue;
    const kept = changes.reduce((sum, change) => sum + (change.kind === 'kept' ? change.text.length : 0), 0);
    if (!best || kept > best.kept) best = { after, changes, kept };
  }
  return best && { after: best.after, changes: best.changes };
}

/** What went in one place and came unchanged in another has moved: told once, where it stands now. */
function withMoves(paragraphs: ParagraphChange[], a: readonly string[], b: readonly string[]): ParagraphChange[] {
  const gone = new Map<string, number[]>();
  for (const each of paragraphs) {
    if (each.kind !== 'removed') continue;
    const key = a[each.before] ?? '';
    gone.set(key, [...(gone.get(key) ?? []), each.before]);
  }
  const moved = new Set<number>();
  const told = paragraphs.map((each): ParagraphChange => {
    if (each.kind !== 'added') return each;
    const before = gone.get(b[each.after] ?? '')?.shift();
    if (before === undefined) return each;
    moved.add(before);
    return { kind: 'moved', before, after: each.after };
  });
  return told.filter((each) => each.kind !== 'removed' || !moved.has(each.before));
}
