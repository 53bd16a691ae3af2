/** A drawn chart, made into a file that stands by itself: title above, key and facts beneath, colours written in. */

export type Named = { title: string; lines: readonly string[]; hasKey: boolean };
export type ChartFile = { text: string; width: number; height: number };

const SVG = 'http://www.w3.org/2000/svg';
const EDGE = 16;
const TITLE = 26;
const LINE = 15;
/** Width of a letter of the small print. */
const LETTER = 5.9;
const KEY = 24;
/** Pictures are saved at twice their size on the page, for print. */
export const SCALE = 2;

export function chartFile(drawn: SVGSVGElement, { title, lines, hasKey }: Named): ChartFile {
  const { width: wide, height: high } = drawn.getBoundingClientRect();
  const width = Math.max(Math.ceil(wide) + 2 * EDGE, 360);
  const letters = Math.floor((width - 2 * EDGE) / LETTER);
  const print = lines.flatMap((line) => wrapped(line, letters));
  const top = EDGE + TITLE;
  const under = top + Math.ceil(high) + 10;
  const height = under + (hasKey ? KEY : 0) + print.length * LINE + EDGE;

  const file = element('svg', {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'sans-serif',
  });
  file.append(
    words('title', {}, title),
    element('rect', { width, height, fill: 'var(--paper)' }),
    words('text', { x: EDGE, y: EDGE + 13, 'font-size': 15, 'font-weight': 600, fill: 'var(--ink)' }, title),
    chart(drawn, { x: EDGE, y: top, width: wide, height: high }),
    ...(hasKey ? key(EDGE, under + 8) : []),
    ...print.map((line, at) =>
      words(
        'text',
        { x: EDGE, y: under + (hasKey ? KEY : 0) + at * LINE + 10, 'font-size': 11, fill: 'var(--ink-soft)' },
        line,
      ),
    ),
  );
  const tokens = getComputedStyle(document.documentElement);
  const text = new XMLSerializer()
    .serializeToString(file)
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => tokens.getPropertyValue(token).trim());
  return { text, width, height };
}

function chart(drawn: SVGSVGElement, place: Record<string, number>): SVGElement {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  // Links lead into this page's address, and styles to its sheets: both mean nothing inside a file.
  for (const node of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['style', 'class', 'href', 'tabindex', 'aria-hidden']) node.removeAttribute(name);
  }
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${place.width} ${place.height}`);
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return copy;
}

function key(x: number, y: number): SVGElement[] {
  const hatch = element('pattern', {
    id: 'key-hatch',
    width: 3,
    height: 3,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  hatch.append(
    element('rect', { width: 3, height: 3, fill: 'var(--paper)' }),
    element('rect', { width: 1.4, height: 3, fill: 'var(--series)' }),
  );
  const defs = element('defs', {});
  defs.append(hatch);
  const parts = [
    ['own words', 'var(--paper)', 0],
    ['attributed', 'var(--series)', 100],
    ['quoted', 'url(#key-hatch)', 196],
  ] as const;
  return [
    defs,
    ...parts.flatMap(([name, fill, at]) => [
      element('circle', { cx: x + at + 6, cy: y, r: 5.5, fill, stroke: 'var(--series)', 'stroke-width': 1.5 }),
      words('text', { x: x + at + 17, y: y + 4, 'font-size': 12, fill: 'var(--ink)' }, name),
    ]),
  ];
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, String(value));
  return made;
}

function words(name: string, attributes: Record<string, string | number>, text: string): SVGElement {
  const made = element(name, attributes);
  made.textContent = text;
  return made;
}

/** Lines of at most so many letters; a word that is longer (a hash on a phone) is cut. */
function wrapped(line: string, letters: number): string[] {
  const rows: string[] = [];
  for (const word of line.split(' ').flatMap((each) => each.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [])) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}

export function saveSvg({ text }: ChartFile, name: string): void {
  save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Drawn from the very text of the SVG, so that both are one picture. */
export async function savePng({ text, width, height }: ChartFile, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode().finally(() => URL.revokeObjectURL(address));
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) save(blob, `${name}.png`);
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
