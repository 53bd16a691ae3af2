import type { Numbered } from '#lib/comparison/spine';
import { type Other, type Texts, textAt } from '#lib/comparison/texts';
import type { Mark } from '#lib/text/segments';
import type { Difference, Link } from '#lib/types';
import { HEADLINE } from '#lib/types';

export type Cell = { paragraph: number; text: string; marks: Mark[] };

/** A row before it has its place. */
type Built = {
  /** matched: both sides; otherwise one side is empty and `found` says whether that may be put into words. */
  kind: 'headline' | 'matched' | 'reference-only' | 'other-only';
  reference: Cell[];
  other: Cell[];
  /** Links inside the row, and links from it to other rows. */
  links: Link[];
  elsewhere: Link[];
  moved: boolean;
  /** Every paragraph of a one-sided row was judged and has no match. */
  unmatched: boolean;
  /** Word for word but for the marked words. */
  verbatim: boolean;
  differences: Numbered[];
  agreements: Difference[];
};

export type Row = Built & { id: string };

/** Paragraphs one row may hold on each side: chains of links would otherwise tie half the article into one row. */
const MOST_PER_SIDE = 3;

/**
 * Two texts in aligned rows, in the order of the reference. Paragraphs that link to each other share a row, surest links
 * first; links that would make a row too tall become references to another row. Paragraphs of the other text without a
 * row of their own follow the row of the paragraph they stand after.
 */
export function rowsOf(texts: Texts, other: Other): Row[] {
  const links = other.pair?.alignment.links ?? [];
  const plan = planOf(texts, other, links);
  const numbered = numberedAlong(plan, other);
  return plan.map((planned, at) => ({ ...rowOf({ texts, other, links, numbered, ...planned }), id: `row${at}` }));
}

/** Which paragraphs stand in a row, before their texts and marks are looked at. */
type Planned = { kind: Row['kind']; reference: number[]; others: number[] };

function planOf(texts: Texts, other: Other, links: readonly Link[]): Planned[] {
  const groups = groupsOf(links);
  const plan: Planned[] = [{ kind: 'headline', reference: [HEADLINE], others: [HEADLINE] }];
  texts.reference.paragraphs.forEach((_, index) => {
    const group = groups.find((each) => each.reference.includes(index));
    if (!group) plan.push({ kind: 'reference-only', reference: [index], others: [] });
    else if (Math.min(...group.reference) === index) {
      plan.push({ kind: 'matched', reference: sorted(group.reference), others: sorted(group.other) });
    }
  });
  const placed = new Set(plan.flatMap(({ others }) => others));
  other.article.paragraphs.forEach((_, index) => {
    if (placed.has(index)) return;
    const before = plan.findLastIndex(({ others }) => others.includes(index - 1));
    plan.splice(before + 1, 0, { kind: 'other-only', reference: [], others: [index] });
  });
  return plan;
}

/** Differences numbered in the order a reader meets them, which is that of the rows and not of the reference. */
function numberedAlong(plan: readonly Planned[], other: Other): Numbered[] {
  const loud = (other.pair?.wording.differences ?? []).filter((each) => !each.quiet);
  return plan
    .flatMap(({ reference }) => reference)
    .flatMap((paragraph) => loud.filter((each) => each.reference.paragraph === paragraph))
    .map((difference, at) => ({ number: at + 1, difference, id: `d${at + 1}` }));
}

type Group = { reference: number[]; other: number[] };

/** Sets of paragraphs joined by strong links, the surest first, none larger than a reader can take in. */
function groupsOf(links: readonly Link[]): Group[] {
  let groups: Group[] = [];
  const surest = [...links].sort(
    (a, b) => b.confidence - a.confidence || a.reference - b.reference || a.other - b.other,
  );
  for (const link of surest) {
    const touched = groups.filter((each) => each.reference.includes(link.reference) || each.other.includes(link.other));
    if (touched.length > 0 && link.tier === 'possible') continue;
    const joined: Group = {
      reference: [...new Set([link.reference, ...touched.flatMap((each) => each.reference)])],
      other: [...new Set([link.other, ...touched.flatMap((each) => each.other)])],
    };
    if (joined.reference.length > MOST_PER_SIDE || joined.other.length > MOST_PER_SIDE) continue;
    groups = [...groups.filter((each) => !touched.includes(each)), joined];
  }
  return groups;
}

function sorted(indices: number[]): number[] {
  return [...indices].sort((a, b) => a - b);
}

type Building = Planned & {
  texts: Texts;
  other: Other;
  links: readonly Link[];
  numbered: readonly Numbered[];
};

function rowOf({ texts, other, kind, reference, others, links, numbered }: Building): Built {
  const touching = links.filter((link) => reference.includes(link.reference) || others.includes(link.other));
  const inside = touching.filter((link) => reference.includes(link.reference) && others.includes(link.other));
  const all = other.pair?.wording.differences ?? [];
  const lists = other.pair?.alignment.unmatched;
  const passages = [
    ...(other.pair?.wording.passages ?? []),
    ...(other.pair ? [other.pair.wording.headline] : []),
  ].filter((each) => reference.includes(each.reference) && others.includes(each.other));
  // Changes are word for word against one paragraph, so a row of several on a side cannot show them.
  const changes = reference.length === 1 && others.length === 1 ? passages[0]?.changes : undefined;
  const cell =
    (side: 'reference' | 'other') =>
    (paragraph: number): Cell => ({
      paragraph,
      text: textAt(side === 'reference' ? texts.reference : other.article, paragraph),
      marks: [
        ...(changes === undefined
          ? passages
              .filter((each) => each[side] === paragraph)
              .flatMap((each) => each.shared.map((shared): Mark => ({ ...shared[side], kind: 'shared' })))
          : changeMarks(changes, side, side === 'reference' ? texts.referenceName : other.name)),
        ...numbered
          .filter(({ difference }) => difference[side].paragraph === paragraph)
          .map(({ difference, number, id }): Mark => {
            const { start, end } = difference[side];
            return { kind: 'difference', start, end, number, id: `${id}-${side}`, target: id };
          }),
      ],
    });
  return {
    kind,
    reference: reference.map(cell('reference')),
    other: others.map(cell('other')),
    links: inside,
    elsewhere: touching.filter((link) => !inside.includes(link)),
    moved: inside.length > 0 && inside.every((link) => link.moved),
    unmatched:
      reference.every((each) => lists?.reference.includes(each)) && others.every((each) => lists?.other.includes(each)),
    verbatim: changes !== undefined,
    // Listed where the reference has it; a difference whose place there is in no row does not exist.
    differences: numbered.filter(({ difference }) => reference.includes(difference.reference.paragraph)),
    agreements: all.filter((each) => each.quiet && reference.includes(each.reference.paragraph)),
  };
}

/** Word-level changes as marks on one side: what the other side does not have. Changes joined give each side's text. */
export function changeMarks(
  changes: readonly { kind: 'kept' | 'added' | 'removed'; text: string }[],
  side: 'reference' | 'other',
  name: string,
): Mark[] {
  const own = side === 'reference' ? 'removed' : 'added';
  const marks: Mark[] = [];
  let at = 0;
  for (const { kind, text } of changes) {
    if (kind !== 'kept' && kind !== own) continue;
    // The space beside a word belongs to no side, and a marked blank would only puzzle.
    const start = at + text.length - text.trimStart().length;
    const end = at + text.trimEnd().length;
    if (kind === own && start < end) marks.push({ kind: own, start, end, said: `only in ${name}` });
    at += text.length;
  }
  return marks;
}
