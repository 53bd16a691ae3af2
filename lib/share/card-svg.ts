import type { CardFacts, CardSide } from './card-facts';
import {
  type Covers,
  drawable,
  type Face,
  isRightToLeft,
  linesOf,
  type Measure,
  type Run,
  shortened,
} from './card-text';

export const CARD = { width: 1200, height: 630 } as const;

// The page's light colours (app/globals.css): a picture cannot follow the reader's choice of dark.
const INK = '#1a1a1a';
const SOFT = '#55514a';
const PAPER = '#fdfcf9';
const RULE = '#ddd8cc';
const STRONG_RULE = '#8a8478';
const SIDES = ['#2f6ea3', '#a3501b'] as const;
const SERIES = '#0072b2';

const LEFT = 64;
const RIGHT = CARD.width - LEFT;
/** Between the two wordings. */
const GAP = 56;
/** Baselines and rules. */
const KICKER = 74;
const TOP_RULE = 98;
const FIRST_LINE = 158;
const BOTTOM_RULE = 560;
const OUTLETS = 602;
const LEADING = 1.28;

type Fonts = { measure: Measure; covers: Covers; runs(text: string, face: Face, line: string): Run[] };

/** The preview picture as SVG, with nothing in it that would have to be fetched: text, lines, and names of the shipped fonts. */
export function cardSvg(facts: CardFacts, fonts: Fonts): string {
  const outlets = facts.outlets.flatMap((name) => drawable(name, fonts.covers) ?? []);
  // A headline in a script without a font: the numbers still say what this is.
  const title = drawable(facts.title, fonts.covers) ?? `One event, ${facts.outlets.length} outlets`;
  const headline = headlineOf(title, facts.evidence === undefined, fonts);
  const rightToLeft = isRightToLeft(title);
  const text = textIn(fonts);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${PAPER}"/>`,
    text('sans', 26, KICKER, facts.kicker, { left: LEFT, right: RIGHT }, { fill: SOFT }),
    text('serif', 28, KICKER, 'Synoptic', { left: LEFT, right: RIGHT, isAtRight: true }),
    rule(TOP_RULE, STRONG_RULE),
    ...headline.lines.map((line, at) =>
      text('serif', headline.size, FIRST_LINE + at * headline.size * LEADING, line, {
        left: LEFT,
        right: RIGHT,
        rightToLeft,
      }),
    ),
    ...evidenceOf(facts, FIRST_LINE + (headline.lines.length - 1) * headline.size * LEADING + 20, fonts),
    rule(BOTTOM_RULE, RULE),
    ...outletLine(outlets, fonts),
    '</svg>',
  ].join('\n');
}

/** As large as fits: over a pair of wordings three lines, alone five. */
function headlineOf(title: string, isAlone: boolean, { measure }: Fonts): { size: number; lines: string[] } {
  const steps = isAlone ? [[68, 4] as const, [58, 5] as const] : [[56, 2] as const, [48, 3] as const, [42, 3] as const];
  const at = (size: number, most: number) =>
    linesOf(title, RIGHT - LEFT, most, (text) => measure(text, 'serif') * size);
  for (const [size, most] of steps) {
    const lines = at(size, most + 1);
    if (lines.length <= most) return { size, lines };
  }
  const [size, most] = steps.at(-1) ?? [42, 3];
  return { size, lines: at(size, most) };
}

/** Stands in the middle of what the headline leaves. */
function evidenceOf({ evidence }: CardFacts, top: number, fonts: Fonts): string[] {
  if (evidence === undefined) return [];
  const rows =
    evidence.kind === 'strip'
      ? stripRows(evidence.rows, fonts)
      : pairRows(evidence.sides, BOTTOM_RULE - top - 70, fonts);
  const start = top + Math.max(24, (BOTTOM_RULE - top - rows.height - 44) / 2);
  const caption = textIn(fonts)(
    'strong',
    22,
    start + 20,
    evidence.caption,
    { left: LEFT, right: RIGHT },
    { fill: SOFT },
  );
  return [caption, ...rows.draw(start + 44)];
}

type Rows = { height: number; draw(top: number): string[] };

const SIDE_SIZE = 27;
const SIDE_LINE = 38;

function pairRows(sides: readonly [CardSide, CardSide], room: number, fonts: Fonts): Rows {
  const width = (RIGHT - LEFT - GAP) / 2;
  const most = Math.max(1, Math.floor((room - 48) / SIDE_LINE));
  const built = sides.map((side) => wordingOf(side, width - 24, most, fonts));
  const height = 38 + SIDE_LINE * Math.max(...built.map(({ lines }) => lines.length));
  return {
    height,
    draw: (top) =>
      built.flatMap(({ name, lines, rightToLeft }, at) => {
        const x = LEFT + at * (width + GAP);
        const colour = SIDES[at === 0 ? 0 : 1];
        const place = rightToLeft
          ? { left: x, right: x + width - 24, rightToLeft }
          : { left: x + 24, right: x + width };
        const text = textIn(fonts);
        return [
          `<rect x="${rightToLeft ? x + width - 6 : x}" y="${top}" width="6" height="${height}" fill="${colour}"/>`,
          text('strong', 24, top + 24, name, place),
          ...lines.map(({ line, mark }, index) =>
            text('sans', SIDE_SIZE, top + 62 + index * SIDE_LINE, line, place, { mark: { ...mark, colour } }),
          ),
        ];
      }),
  };
}

type Wording = { name: string; rightToLeft: boolean; lines: { line: string; mark: { start: number; end: number } }[] };

/** A passage in lines, each with the part of it that is marked. */
function wordingOf(side: CardSide, width: number, most: number, { measure, covers }: Fonts): Wording {
  const [before, marked, after] = [side.before, side.marked, side.after].map((text) => pieceOf(text, covers));
  const text = `${before}${marked}${after}`;
  const from = (before ?? '').length;
  const to = from + (marked ?? '').length;
  let at = 0;
  const lines = linesOf(text, width, most, (line) => measure(line, 'strong') * SIDE_SIZE).map((line) => {
    // Lines are trimmed, so each is looked for behind the one before.
    const start = Math.max(at, text.indexOf(line.replace(/…$/, ''), at));
    at = start + line.length;
    return { line, mark: { start: Math.max(0, from - start), end: Math.min(line.length, to - start) } };
  });
  const name = fitted(pieceOf(side.name, covers), width, (each) => measure(each, 'strong') * 24);
  return { name, lines, rightToLeft: isRightToLeft(text) };
}

// A part of a sentence: spaces at its ends hold it to the next part.
function pieceOf(text: string, covers: Covers): string {
  const inner = drawable(text, covers) ?? text.replace(/[^\s\p{P}]+/gu, '…').trim();
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) && inner !== '' ? ' ' : ''}`;
}

function stripRows(rows: readonly { name: string; sentences: number; of: number }[], fonts: Fonts): Rows {
  const step = 36;
  const [names, end] = [330, RIGHT - 130];
  const largest = Math.max(0.1, ...rows.map(({ sentences, of }) => sentences / of));
  const text = textIn(fonts);
  return {
    height: rows.length * step,
    draw: (top) =>
      rows.flatMap(({ name, sentences, of }, at) => {
        const y = top + at * step + step / 2;
        const from = LEFT + names + 24;
        const width = ((end - from) * sentences) / of / largest;
        const shown = fitted(pieceOf(name, fonts.covers), names, (each) => fonts.measure(each, 'sans') * 25);
        return [
          text('sans', 25, y + 9, shown, { left: LEFT, right: LEFT + names }),
          `<rect x="${from}" y="${y - 8}" width="${end - from}" height="16" fill="${RULE}" fill-opacity="0.5"/>`,
          `<rect x="${from}" y="${y - 8}" width="${width}" height="16" fill="${SERIES}"/>`,
          text('strong', 25, y + 9, `${sentences} of ${of}`, { left: LEFT, right: RIGHT, isAtRight: true }),
        ];
      }),
  };
}

/** As many names as fit, and how many there are besides. Each is a text of its own, since each may have a script of its own. */
function outletLine(outlets: readonly string[], fonts: Fonts): string[] {
  const widthOf = (text: string) => fonts.measure(text, 'sans') * 25;
  const text = textIn(fonts);
  for (let shown = outlets.length; shown > 0; shown--) {
    const left = outlets.length - shown;
    const pieces = [
      ...outlets.slice(0, shown).flatMap((name, at) => (at === 0 ? [name] : ['·', name])),
      ...(left === 0 ? [] : [`and ${left} more`]),
    ];
    const space = widthOf(' ');
    const width = pieces.reduce((sum, piece) => sum + widthOf(piece) + space, 0);
    if (width > RIGHT - LEFT) continue;
    let x = LEFT;
    return pieces.map((piece) => {
      const drawn = text('sans', 25, OUTLETS, piece, { left: x, right: RIGHT }, { fill: SOFT });
      x += widthOf(piece) + space;
      return drawn;
    });
  }
  return [];
}

function fitted(text: string, width: number, widthOf: (text: string) => number): string {
  return widthOf(text) <= width ? text : shortened(text, width, widthOf);
}

type Place = { left: number; right: number; rightToLeft?: boolean; isAtRight?: boolean };
type Look = { fill?: string; mark?: { start: number; end: number; colour: string } };

function textIn({ runs }: Fonts) {
  return (face: Face, size: number, y: number, text: string, place: Place, { fill = INK, mark }: Look = {}): string => {
    const { start, end } = mark && mark.start < mark.end ? mark : { start: text.length, end: text.length };
    const spans = [
      ...spansOf(runs(text.slice(0, start), face, text)),
      ...spansOf(runs(text.slice(start, end), 'strong', text), ` fill="${mark?.colour}" text-decoration="underline"`),
      ...spansOf(runs(text.slice(end), face, text)),
    ].join('');
    const isAtRight = place.rightToLeft === true || place.isAtRight === true;
    // The drawing program takes every line for one from left to right; an embedding (U+202B … U+202C) says it is not.
    const inner = place.rightToLeft ? `\u202B${spans}\u202C` : spans;
    return `<text x="${isAtRight ? place.right : place.left}" y="${y}" font-family="Noto Sans" font-weight="400" font-size="${size}" fill="${fill}" xml:space="preserve"${isAtRight ? ' text-anchor="end"' : ''}>${inner}</text>`;
  };
}

function spansOf(runs: readonly Run[], more = ''): string[] {
  return runs.map(
    ({ text, family, weight }) =>
      `<tspan font-family="${family}" font-weight="${weight}"${more}>${escaped(text)}</tspan>`,
  );
}

function rule(y: number, stroke: string): string {
  return `<line x1="${LEFT}" x2="${RIGHT}" y1="${y}" y2="${y}" stroke="${stroke}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
