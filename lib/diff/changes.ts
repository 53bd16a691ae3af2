import { diffArrays } from 'diff';
import type { Change } from '#lib/types';
import type { PreparedWord } from './prepared-text';
import { CUTS } from './thresholds';

type Side = { text: string; words: readonly PreparedWord[] };
type Part = { kind: Change['kind']; reference: readonly PreparedWord[]; other: readonly PreparedWord[] };

/**
 * Word-level changes from reference to other; undefined unless the two are near-verbatim (wire copy, headline versions).
 * kept + removed joined is the reference text, kept + added joined is the other's: words count as equal only when they are
 * printed alike, and a difference in punctuation or spacing is a change of its own.
 */
export function wordChanges(reference: Side, other: Side): Change[] | undefined {
  if (!isNearVerbatim(reference.words, other.words)) return undefined;
  const parts = absorbIslands(wordParts(reference.words, other.words));
  const writer = changeWriter();
  let a = 0;
  let b = 0;
  for (const part of parts) {
    for (let at = 0; at < Math.max(part.reference.length, part.other.length); at++) {
      const left = part.reference[at];
      const right = part.other[at];
      if (part.kind === 'kept' && left && right) {
        writer.gap(reference.text.slice(a, left.start), other.text.slice(b, right.start));
        writer.kept(left.text);
        a = left.end;
        b = right.end;
      }
    }
    if (part.kind === 'kept') continue;
    const endA = part.reference.at(-1)?.end ?? a;
    const endB = part.other.at(-1)?.end ?? b;
    writer.removed(reference.text.slice(a, endA));
    writer.added(other.text.slice(b, endB));
    a = endA;
    b = endB;
  }
  writer.gap(reference.text.slice(a), other.text.slice(b));
  return writer.changes();
}

function isNearVerbatim(reference: readonly PreparedWord[], other: readonly PreparedWord[]): boolean {
  const a = contentCounts(reference);
  const b = contentCounts(other);
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const smaller = Math.min(sum(a), sum(b));
  if (smaller === 0 || shared / smaller < CUTS.verbatimContainment) return false;
  const equal = commonLength(reference, other);
  return (2 * equal) / (reference.length + other.length) >= CUTS.verbatimOrder;
}

function contentCounts(words: readonly PreparedWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word.content) counts.set(word.stem, (counts.get(word.stem) ?? 0) + 1);
  return counts;
}

function sum(counts: Map<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** Length of the longest common subsequence of keys. */
function commonLength(a: readonly PreparedWord[], b: readonly PreparedWord[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      next[at] = word.key === b[at - 1]?.key ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function wordParts(reference: readonly PreparedWord[], other: readonly PreparedWord[]): Part[] {
  let a = 0;
  let b = 0;
  const parts: Part[] = [];
  const changes = diffArrays(
    reference.map((word) => word.text),
    other.map((word) => word.text),
  );
  for (const change of changes) {
    const left = change.added ? 0 : change.value.length;
    const right = change.removed ? 0 : change.value.length;
    parts.push({
      kind: change.added ? 'added' : change.removed ? 'removed' : 'kept',
      reference: reference.slice(a, a + left),
      other: other.slice(b, b + right),
    });
    a += left;
    b += right;
  }
  return parts;
}

// "[the old] of [the] [new] …": a kept "of" between two changes only breaks them up; it joins them.
function absorbIslands(parts: Part[]): Part[] {
  return parts.map((part, index) => {
    const inside = index > 0 && index < parts.length - 1;
    const island = part.kind === 'kept' && inside && !part.reference.some((word) => word.content);
    return island ? { ...part, kind: 'removed' } : part;
  });
}

/** Collects text by kind; between two kept stretches what was removed comes before what was added. */
function changeWriter() {
  const done: Change[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') done.push({ kind: 'removed', text: removed });
    if (added !== '') done.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const kept = (text: string) => {
    if (text === '') return;
    flush();
    const last = done.at(-1);
    if (last?.kind === 'kept') last.text += text;
    else done.push({ kind: 'kept', text });
  };
  return {
    kept,
    removed(text: string) {
      removed += text;
    },
    added(text: string) {
      added += text;
    },
    /** What stands between two words: the common end is kept (", " ~ " " removes the comma alone). */
    gap(left: string, right: string) {
      let same = 0;
      while (same < Math.min(left.length, right.length) && left.at(-1 - same) === right.at(-1 - same)) same++;
      removed += left.slice(0, left.length - same);
      added += right.slice(0, right.length - same);
      kept(left.slice(left.length - same));
    },
    changes(): Change[] {
      flush();
      return done;
    },
  };
}
