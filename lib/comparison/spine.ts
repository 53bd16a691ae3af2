import type { Mark } from '../text/segments';
import type { Difference, Link } from '../types';
import { HEADLINE } from '../types';
import { type Carrying, carryingOf, type Other, type Texts, textAt } from './texts';

export type Numbered = { number: number; difference: Difference; id: string };

/** One paragraph of another text that stands beside the reference paragraph. */
export type Passage = {
  paragraph: number;
  text: string;
  /** Absent when only a difference (a quotation, say) leads here and the paragraphs themselves were not matched. */
  link?: Link;
  marks: Mark[];
};

/** What one other text has at one paragraph of the reference. */
export type Reading = { other: Other; passages: Passage[]; differences: Numbered[]; agreements: Difference[] };

export type Piece = {
  index: number;
  id: string;
  text: string;
  marks: Mark[];
  carrying: Carrying;
  readings: Reading[];
  differences: number;
  /** Texts of which it may be said that no matching paragraph was found. */
  absent: Other[];
};

/** The reference as the spine: its headline, then paragraph by paragraph what every other text has there. */
export function spineOf(texts: Texts): { headline: Piece; pieces: Piece[] } {
  return {
    headline: pieceOf(texts, HEADLINE),
    pieces: texts.reference.paragraphs.map((_, index) => pieceOf(texts, index)),
  };
}

function pieceOf(texts: Texts, index: number): Piece {
  const id = index === HEADLINE ? 'headline' : `p${index}`;
  const text = textAt(texts.reference, index);
  const marks: Mark[] = [];
  const readings: Reading[] = [];
  let number = 0;
  for (const other of texts.others) {
    const found = (other.pair?.wording.differences ?? []).filter((each) => each.reference.paragraph === index);
    const differences = found
      .filter((each) => !each.quiet)
      .map((difference): Numbered => ({ number: ++number, difference, id: `${id}-d${number}` }));
    for (const each of differences) marks.push(markOf(each, 'reference'));
    const passages = passagesOf(other, index, differences);
    if (passages.length > 0)
      readings.push({ other, passages, differences, agreements: found.filter((each) => each.quiet) });
  }
  return {
    index,
    id,
    text,
    marks,
    readings,
    differences: number,
    carrying: carryingOf(texts, index),
    absent: texts.others.filter((other) => other.judged && other.pair?.alignment.unmatched.reference.includes(index)),
  };
}

function passagesOf(other: Other, index: number, differences: readonly Numbered[]): Passage[] {
  const links = (other.pair?.alignment.links ?? []).filter((link) => link.reference === index);
  const linked = links.map((link) => link.other);
  const elsewhere = differences
    .map(({ difference }) => difference.other.paragraph)
    .filter((each) => !linked.includes(each));
  return [...new Set([...linked, ...elsewhere])].map((paragraph) => {
    const link = links.find((each) => each.other === paragraph);
    const wording =
      index === HEADLINE && paragraph === HEADLINE
        ? other.pair?.wording.headline
        : other.pair?.wording.passages.find((each) => each.reference === index && each.other === paragraph);
    const shared = wording?.shared.map((each): Mark => ({ ...each.other, kind: 'shared' })) ?? [];
    const here = differences.filter(({ difference }) => difference.other.paragraph === paragraph);
    return {
      paragraph,
      text: textAt(other.article, paragraph),
      marks: [...shared, ...here.map((each) => markOf(each, 'other'))],
      ...(link === undefined ? {} : { link }),
    };
  });
}

function markOf({ number, difference, id }: Numbered, side: 'reference' | 'other'): Mark {
  const { start, end } = difference[side];
  return { kind: 'difference', start, end, number, id: `${id}-${side}`, target: id };
}

/** Runs of neighbouring paragraphs of one text that have no matching paragraph in the reference. */
export function onlyHere(other: Other): number[][] {
  const runs: number[][] = [];
  for (const index of other.pair?.alignment.unmatched.other ?? []) {
    const last = runs.at(-1);
    if (last && last.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}
