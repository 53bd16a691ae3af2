import type { Difference, Link } from '#lib/types';
import { type Figure, findFigures } from './figures';
import { sharedCount } from './overlap';
import { type PreparedParagraph, type PreparedText, placeOf, type Statement } from './prepared-text';
import type { SentencePair } from './sentence-pairs';
import { CUTS } from './thresholds';

type Placed = { paragraph: PreparedParagraph; statement: Statement | undefined; figure: Figure };
type Grade = 'equal' | 'rounded' | 'qualified' | 'different';
type FigurePair = { reference: Placed; other: Placed; grade: Grade; shared: number };

/**
 * N1 and N2. Figures of linked paragraphs are compared when they count the same thing: same unit, a noun in common, and
 * words around them in common. Equal and rounded ones pair first; what is left over counts as different only in sentences
 * that correspond, when there is one candidate a side and neither value stands anywhere in the other text (an outlet that
 * gives both numbers does not differ).
 */
export function figureDifferences(
  texts: { reference: PreparedText; other: PreparedText },
  links: readonly Link[],
  sentences: readonly SentencePair[],
): Difference[] {
  const ours = figuresOf(texts.reference);
  const theirs = figuresOf(texts.other);
  const paired = new Set(sentences.map((pair) => `${keyOf(pair.reference)} ${keyOf(pair.other)}`));
  const pairs: FigurePair[] = [];
  for (const link of links) {
    for (const reference of ours.get(link.reference) ?? []) {
      for (const other of theirs.get(link.other) ?? []) {
        const pair = comparePair(reference, other, paired);
        if (pair) pairs.push(pair);
      }
    }
  }
  const values = { reference: valuesOf(ours), other: valuesOf(theirs) };
  return takeOnce(pairs)
    .filter(
      ({ reference, other, grade }) =>
        grade !== 'different' ||
        (!values.other.has(reference.figure.value) && !values.reference.has(other.figure.value)),
    )
    .map(toDifference);
}

function keyOf(statement: Statement): string {
  return `${statement.paragraph}:${statement.start}`;
}

function figuresOf(text: PreparedText): Map<number, Placed[]> {
  return new Map(
    [...text.paragraphs.values()].map((paragraph) => [
      paragraph.index,
      findFigures(paragraph).map((figure) => ({
        paragraph,
        statement: paragraph.statements.find((each) => each.start <= figure.start && figure.end <= each.end),
        figure,
      })),
    ]),
  );
}

function valuesOf(figures: Map<number, Placed[]>): ReadonlySet<number> {
  return new Set([...figures.values()].flat().map(({ figure }) => figure.value));
}

function comparePair(reference: Placed, other: Placed, paired: ReadonlySet<string>): FigurePair | undefined {
  const [a, b] = [reference.figure, other.figure];
  if (a.unit !== b.unit) return undefined;
  const sameNoun = a.noun.some((stem) => b.noun.includes(stem));
  const noun = new Set([...a.noun, ...b.noun]);
  const shared = sharedCount(a.context, b.context);
  const beside = [...a.context].filter((stem) => b.context.has(stem) && !noun.has(stem)).length;
  const grade = gradeOf(a, b);
  const inPair =
    reference.statement !== undefined &&
    other.statement !== undefined &&
    paired.has(`${keyOf(reference.statement)} ${keyOf(other.statement)}`);
  if (grade === 'different') {
    const apart = Math.max(a.value, b.value) / Math.min(a.value, b.value);
    if (a.inRange || b.inRange || !(apart <= CUTS.figure.factor)) return undefined;
    if (tellOfDifferentDays(reference, other)) return undefined;
    if (
      !inPair ||
      shared < CUTS.figure.sharedContext ||
      !(sameNoun || (a.unit !== '' && a.noun.length === 0 && b.noun.length === 0))
    )
      return undefined;
    return { reference, other, grade, shared };
  }
  // "two weeks" is said of anything: small numbers and spans of time need more beside them than the noun.
  const common = a.unit === '' && (a.value <= 20 || a.noun.some((stem) => TIME.has(stem)));
  const needed = inPair ? 1 : common ? 2 : 1;
  const telling = a.unit !== '' || String(a.value).replace(/0+$/, '').length >= 3;
  const related = sameNoun ? beside >= needed : telling && beside >= (inPair ? 1 : 2);
  return related ? { reference, other, grade, shared } : undefined;
}

const TIME = new Set(['year', 'month', 'week', 'day', 'hour', 'minut', 'second', 'decad']);

// "fell 500 points on Thursday" and "fell 414 on Friday" do not differ. What is counted anew each day ("143 new cases", the
// close of an index) differs from day to day, so both must name the same one.
function tellOfDifferentDays(a: Placed, b: Placed): boolean {
  const days = ({ statement }: Placed) =>
    new Set(statement?.words.map((word) => word.key).filter((key) => WEEKDAYS.test(key)));
  const [ours, theirs] = [days(a), days(b)];
  const common = sharedCount(ours, theirs);
  return (ours.size > 0 && theirs.size > 0 && common === 0) || ((isDaily(a) || isDaily(b)) && common === 0);
}

function isDaily({ paragraph, statement, figure }: Placed): boolean {
  return (
    /^\s(?:new|additional|more|further)\s/.test(paragraph.text.slice(figure.end, figure.end + 12)) ||
    statement?.words.some((word) => INDEX.test(word.key)) === true
  );
}

const INDEX = /^(?:dow|nasdaq|ftse|dax|nikkei|stocks|shares|futures|closed)$/;
const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

function gradeOf(a: Figure, b: Figure): Grade {
  if (a.value === b.value) return a.qualifier === b.qualifier ? 'equal' : 'qualified';
  return isRounding(a, b) || isRounding(b, a) || isBound(a, b) || isBound(b, a) ? 'rounded' : 'different';
}

/** `rounded` is `exact` given to fewer digits: 49,000 for 48,920, 1.2 million for 1,213,000. */
function isRounding(rounded: Figure, exact: Figure): boolean {
  const off = Math.abs(rounded.value - exact.value) / Math.max(rounded.value, exact.value);
  if (off > CUTS.figure.rounding) return false;
  const [short, long] = [digitsOf(rounded.value), digitsOf(exact.value)];
  if (short >= long) return false;
  const step = 10 ** (Math.floor(Math.log10(rounded.value)) - short + 1);
  const nearest = Math.round(exact.value / step) * step;
  const directed =
    rounded.qualifier === 'above'
      ? Math.floor(exact.value / step) * step
      : rounded.qualifier === 'below'
        ? Math.ceil(exact.value / step) * step
        : nearest;
  return [nearest, directed].some((value) => Math.abs(value - rounded.value) < step / 1000);
}

/** "more than 7.5 million" holds of 7.6 million, "nearly 50" of 49. */
function isBound(bound: Figure, exact: Figure): boolean {
  const off = (exact.value - bound.value) / Math.max(exact.value, bound.value);
  if (Math.abs(off) > CUTS.figure.rounding) return false;
  return (bound.qualifier === 'above' && off > 0) || (bound.qualifier === 'below' && off < 0);
}

/** Significant digits: 48,920 has 4, 49,000 has 2. */
function digitsOf(value: number): number {
  return Math.max(
    1,
    value.toPrecision(12).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length,
  );
}

const ORDER: Grade[] = ['equal', 'qualified', 'rounded', 'different'];

/** One to one, agreements first. Differing figures with two candidates on a side are left out: which answers which is a guess. */
function takeOnce(pairs: FigurePair[]): FigurePair[] {
  pairs.sort(
    (x, y) =>
      ORDER.indexOf(x.grade) - ORDER.indexOf(y.grade) ||
      y.shared - x.shared ||
      Math.abs(x.reference.paragraph.index - x.other.paragraph.index) -
        Math.abs(y.reference.paragraph.index - y.other.paragraph.index) ||
      x.reference.figure.start + x.other.figure.start - y.reference.figure.start - y.other.figure.start,
  );
  const used = new Set<Placed>();
  const agreements = pairs.filter((pair) => {
    if (pair.grade === 'different' || used.has(pair.reference) || used.has(pair.other)) return false;
    used.add(pair.reference);
    used.add(pair.other);
    return true;
  });
  const open = pairs.filter((pair) => pair.grade === 'different' && !used.has(pair.reference) && !used.has(pair.other));
  const lone = open.filter(
    (pair) =>
      open.filter((each) => each.reference === pair.reference).length === 1 &&
      open.filter((each) => each.other === pair.other).length === 1,
  );
  return [...agreements, ...lone];
}

function toDifference({ reference, other, grade }: FigurePair): Difference {
  return {
    kind: grade === 'different' ? 'figure-different' : 'figure-same',
    reference: placeOf(reference.paragraph, reference.figure),
    other: placeOf(other.paragraph, other.figure),
    note: noteOf(reference.figure, other.figure, grade),
    ...(grade === 'different' ? {} : { grade }),
    quiet: grade === 'equal',
  };
}

function noteOf(a: Figure, b: Figure, grade: Grade): string {
  const [here, there] = [withQualifier(a), withQualifier(b)];
  switch (grade) {
    case 'equal':
      return 'the same figure in both texts';
    case 'qualified':
      return `the same figure: “${here}” here, “${there}” there`;
    case 'rounded':
      return `the same figure, rounded differently: “${here}” here, “${there}” there`;
    case 'different':
      return `different figure – check: “${here}” here, “${there}” there; neither stands in the other text, and one may be an update`;
  }
}

function withQualifier({ qualifierText, text }: Figure): string {
  return qualifierText === '' ? text : `${qualifierText} ${text}`;
}
