import type { Change, Passage, Span } from '#lib/types';

/** Words put in the place of others: `[start, end)` of the old text becomes `text`. */
export type Edit = Span & { text: string };

/** @param edits in order, none overlapping another */
export function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let out = '';
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/**
 * Where a span of the old text stands in the new one. What was replaced can only be pointed at whole, so a span that
 * begins or ends inside a replacement grows to take all of it in: "[Harbour] Post said" → "[Outlet B] said".
 */
export function movedSpan({ start, end }: Span, edits: readonly Edit[]): Span {
  return { start: moved(start, edits, 'start'), end: moved(end, edits, 'end') };
}

function moved(offset: number, edits: readonly Edit[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const edit of edits) {
    if (offset <= edit.start) break;
    const grown = edit.text.length - (edit.end - edit.start);
    if (offset < edit.end) return edit.start + shift + (side === 'start' ? 0 : edit.text.length);
    shift += grown;
  }
  return offset + shift;
}

/** An aligned pair of paragraphs after both texts were edited. */
export function movedPassage(passage: Passage, reference: readonly Edit[], other: readonly Edit[]): Passage {
  if (reference.length === 0 && other.length === 0) return passage;
  const shared: Passage['shared'] = [];
  for (const pair of passage.shared) {
    const names = (side: 'reference' | 'other', edits: readonly Edit[]) =>
      edits.flatMap((edit) => (overlaps(edit, pair[side]) ? edit.text : [])).join();
    // "Harbour" the place here, "Harbour Post" there: no longer the same words.
    if (names('reference', reference) !== names('other', other)) continue;
    const next = {
      reference: movedSpan(pair.reference, reference),
      other: movedSpan(pair.other, other),
    };
    // Two spans that met inside one replacement are one place now.
    const isTaken = shared.some((each) => overlaps(each.reference, next.reference) || overlaps(each.other, next.other));
    if (!isTaken) shared.push(next);
  }
  const { changes, ...rest } = passage;
  return {
    ...rest,
    shared,
    ...(changes === undefined ? {} : { changes: movedChanges(changes, reference, other) }),
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

type Placed = { kind: Change['kind']; text: string; reference: Span; other: Span };

/**
 * Word-level changes after both texts were edited: joined, they still give each side's new text. A replacement may reach
 * over several of them; those become one, written anew.
 */
function movedChanges(changes: readonly Change[], reference: readonly Edit[], other: readonly Edit[]): Change[] {
  let groups = placed(changes).map((change) => [change]);
  for (const [side, edits] of [['reference', reference] as const, ['other', other] as const]) {
    for (const edit of edits) groups = joined(groups, (change) => overlaps(change[side], edit));
  }
  return groups.flatMap((group) => rewritten(group, reference, other));
}

function placed(changes: readonly Change[]): Placed[] {
  let [a, b] = [0, 0];
  return changes.map(({ kind, text }) => {
    const reference = { start: a, end: kind === 'added' ? a : a + text.length };
    const other = { start: b, end: kind === 'removed' ? b : b + text.length };
    [a, b] = [reference.end, other.end];
    return { kind, text, reference, other };
  });
}

/** The groups from the first to the last that holds such a change, made one. */
function joined(groups: Placed[][], isTouched: (change: Placed) => boolean): Placed[][] {
  const first = groups.findIndex((group) => group.some(isTouched));
  const last = groups.findLastIndex((group) => group.some(isTouched));
  if (first < 0) return groups;
  return [...groups.slice(0, first), groups.slice(first, last + 1).flat(), ...groups.slice(last + 1)];
}

function rewritten(group: readonly Placed[], reference: readonly Edit[], other: readonly Edit[]): Change[] {
  const newTexts = {
    reference: newText(group, 'reference', 'added', reference),
    other: newText(group, 'other', 'removed', other),
  };
  if (newTexts.reference === newTexts.other) return made('kept', newTexts.reference);
  return [...made('removed', newTexts.reference), ...made('added', newTexts.other)];
}

function newText(
  group: readonly Placed[],
  side: 'reference' | 'other',
  absent: Change['kind'],
  edits: readonly Edit[],
): string {
  const own = group.filter(({ kind }) => kind !== absent);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return '';
  const [start, end] = [first[side].start, last[side].end];
  const inside = edits
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return edited(own.map(({ text }) => text).join(''), inside);
}

function made(kind: Change['kind'], text: string): Change[] {
  return text === '' ? [] : [{ kind, text }];
}
