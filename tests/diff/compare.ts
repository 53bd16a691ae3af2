import { diffWording } from '#lib/diff/diff-wording';
import type { Alignment, Difference, DifferenceKind } from '#lib/types';

/** Every paragraph linked to the one at the same place. */
export function inOrder(reference: readonly string[], other: readonly string[]): Alignment {
  const links = reference.slice(0, other.length).map((_, index) => ({
    reference: index,
    other: index,
    confidence: 0.9,
    tier: 'strong' as const,
    moved: false,
  }));
  return { links, unmatched: { reference: [], other: [] } };
}

/** Differences between two linked paragraphs, of some kinds only when asked. */
export function compare(reference: string, other: string, ...kinds: DifferenceKind[]): Difference[] {
  const { differences } = diffWording({
    reference: { headline: '', paragraphs: [reference] },
    other: { headline: '', paragraphs: [other] },
    alignment: inOrder([reference], [other]),
  });
  return kinds.length === 0 ? differences : differences.filter((each) => kinds.includes(each.kind));
}

/** "kind/grade: reference text ~ other text" */
export function draw({ kind, grade, reference, other }: Difference): string {
  return `${kind}${grade === undefined ? '' : `/${grade}`}: ${reference.text} ~ ${other.text}`;
}
