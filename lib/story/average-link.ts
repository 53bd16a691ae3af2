/** A scored pair of items: indices and log-odds of belonging together. */
export type Scored = { a: number; b: number; score: number };

/**
 * Average-link grouping: again and again the two groups with the highest mean pair score are joined, until that mean falls
 * below the cut. Pairs that were not scored count as `floor`. The cut is `cut` for a single newcomer and goes up by `rise` each
 * time the smaller group doubles: the mean over many pairs hardly strays, so two groups that are one event stand clearly above
 * it, and joining two look-alike events would be the costliest error of all. The result depends on the scores alone, never on the order
 * in which articles arrived; ties go to the smaller indices.
 *
 * @returns for every item the smallest index of its group.
 */
export function averageLink(
  size: number,
  pairs: readonly Scored[],
  { cut, rise = 0, floor }: { cut: number; rise?: number; floor: number },
): number[] {
  const cutFor = (one: number, two: number) => cut + rise * Math.log2(Math.min(one, two));
  const sums: Map<number, Link>[] = Array.from({ length: size }, () => new Map());
  const groups: number[][] = Array.from({ length: size }, (_, index) => [index]);
  const heap: Candidate[] = [];
  for (const { a, b, score } of pairs) {
    sums[a]?.set(b, { sum: score, count: 1 });
    sums[b]?.set(a, { sum: score, count: 1 });
    if (score >= cut) push(heap, { a: Math.min(a, b), b: Math.max(a, b), score, sizes: 2 });
  }
  for (let best = pop(heap); best !== undefined; best = pop(heap)) {
    const keep = groups[best.a];
    const gone = groups[best.b];
    if (!keep || !gone || keep.length === 0 || gone.length === 0 || keep.length + gone.length !== best.sizes) continue;
    keep.push(...gone);
    gone.length = 0;
    absorb(sums, best.a, best.b);
    for (const [other, link] of sums[best.a] ?? []) {
      const members = groups[other]?.length ?? 0;
      const all = members * keep.length;
      const mean = (link.sum + (all - link.count) * floor) / all;
      if (mean >= cutFor(members, keep.length)) {
        push(heap, {
          a: Math.min(best.a, other),
          b: Math.max(best.a, other),
          score: mean,
          sizes: members + keep.length,
        });
      }
    }
  }
  const labels: number[] = new Array(size).fill(0);
  for (const members of groups) {
    const label = Math.min(...members);
    for (const member of members) labels[member] = label;
  }
  return labels;
}

type Link = { sum: number; count: number };
type Candidate = { a: number; b: number; score: number; sizes: number };

function absorb(sums: Map<number, Link>[], keep: number, gone: number): void {
  const into = sums[keep];
  if (!into) return;
  for (const [other, link] of sums[gone] ?? []) {
    sums[other]?.delete(gone);
    if (other === keep) continue;
    const had = into.get(other) ?? { sum: 0, count: 0 };
    const joined = { sum: had.sum + link.sum, count: had.count + link.count };
    into.set(other, joined);
    sums[other]?.set(keep, joined);
  }
  into.delete(gone);
  sums[gone]?.clear();
}

// A binary heap, best first. Entries go stale when a group grows; their `sizes` no longer fits and they are skipped.
function isBetter(x: Candidate, y: Candidate): boolean {
  if (x.score !== y.score) return x.score > y.score;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

function push(heap: Candidate[], item: Candidate): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (!above || !isBetter(item, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = item;
}

function pop(heap: Candidate[]): Candidate | undefined {
  const top = heap[0];
  const item = heap.pop();
  if (item === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    let below = heap[child];
    if (!below) break;
    const right = heap[child + 1];
    if (right && isBetter(right, below)) {
      below = right;
      child++;
    }
    if (!isBetter(below, item)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = item;
  return top;
}
