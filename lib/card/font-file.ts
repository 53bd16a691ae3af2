/** Which characters a TrueType font has and how wide they are: enough to break lines, without shaping. */
export type FontFile = {
  /** Family and weight as a picture names them. */
  file: string;
  bytes: Uint8Array;
  /** In units of the size; undefined for a character it does not have. */
  width(codePoint: number): number | undefined;
};

/** Reads the tables `head`, `hhea`, `hmtx` and `cmap` (formats 4 and 12, which every font has). */
export function readFontFile(file: string, bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tablesOf(view);
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = charactersOf(view, table('cmap'));
  return {
    file,
    bytes,
    width(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
    },
  };
}

function tablesOf(view: DataView): (tag: string) => number {
  const count = view.getUint16(4);
  const offsets = new Map<string, number>();
  for (let at = 0; at < count; at++) {
    const record = 12 + 16 * at;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((each) => view.getUint8(record + each)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`A font without the table ${tag}.`);
    return offset;
  };
}

function charactersOf(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = view.getUint16(cmap + 2);
  for (let at = 0; at < count; at++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * at + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, glyphs);
    if (format === 12) readGroups(view, subtable, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const twice = view.getUint16(at + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    const start = view.getUint16(at + 16 + twice + segment);
    const delta = view.getUint16(at + 16 + 2 * twice + segment);
    const place = at + 16 + 3 * twice + segment;
    const range = view.getUint16(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(place + range + 2 * (code - start));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  const count = view.getUint32(at + 12);
  for (let group = 0; group < count; group++) {
    const record = at + 16 + 12 * group;
    const [start, end, first] = [view.getUint32(record), view.getUint32(record + 4), view.getUint32(record + 8)];
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
  }
}
