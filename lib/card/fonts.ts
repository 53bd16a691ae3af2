import { readFontFiles } from '../data-files';
import type { Face, Run } from '../share/card-text';
import { type FontFile, readFontFile } from './font-file';

export type Fonts = {
  covers(codePoint: number): boolean;
  measure(text: string, face: Face): number;
  /** A part of a line, cut where its font changes. */
  runs(text: string, face: Face, line: string): Run[];
  /** The files that the families named in a drawing stand for. */
  filesFor(svg: string): Uint8Array[];
};

const FACES: Record<Face, string> = {
  serif: 'NotoSerif-SemiBold.ttf',
  sans: 'NotoSans-Regular.ttf',
  strong: 'NotoSans-SemiBold.ttf',
};
const WEIGHTS: Record<string, number> = { Regular: 400, Medium: 500, SemiBold: 600 };
/** A character no font has is dropped before it is drawn; this only keeps sums whole. */
const UNKNOWN = 0.6;

/**
 * Scripts that are set by rules of their own. Those of India and Burma are not here and have no font: the drawing program
 * gives their vowel signs no room, and letters on top of each other are worse than none.
 */
const SHAPED: [RegExp, string][] = [
  [/\p{Script=Arabic}/u, 'NotoNaskhArabic-Medium.ttf'],
  [/\p{Script=Hebrew}/u, 'NotoSansHebrew-Medium.ttf'],
];

/**
 * Every character gets its font here and not by the drawing program's fallback: that takes one other font for a line, and
 * only if it shapes the line to as many glyphs as the first, which Arabic and Hebrew rarely do. For the same reason a line
 * with letters of such a script is drawn with that script's font alone, which has Latin letters too; what it does not have
 * (a Chinese name in an Arabic headline) becomes "…".
 *
 * Widths are of single characters: exact where letters stand side by side, a little too wide where they join.
 */
export function openFonts(): Fonts {
  const fonts = readFontFiles().map(({ file, bytes }) => readFontFile(file, bytes));
  const chainOf = (face: Face) => {
    const own = fonts.filter(({ file }) => file === FACES[face]);
    return [...own, ...fonts.filter(({ file }) => !Object.values(FACES).includes(file))];
  };
  const chains = { serif: chainOf('serif'), sans: chainOf('sans'), strong: chainOf('strong') };
  const fontOf = (chain: readonly FontFile[], sign: string) =>
    chain.find((font) => font.width(sign.codePointAt(0) ?? 0) !== undefined);

  function cut(text: string, face: Face, line: string): { text: string; font: FontFile | undefined }[] {
    const shaped = shapedFont(line);
    if (shaped) return text === '' ? [] : [{ text: replaced(text, shaped), font: shaped }];
    const parts: { text: string; font: FontFile | undefined }[] = [];
    for (const sign of text) {
      const last = parts.at(-1);
      // Spaces, signs and marks stay with the letters before them, or each would be shaped apart from them.
      const stays =
        last !== undefined && !/[\p{L}\p{N}]/u.test(sign) && (last.font === undefined || fontOf([last.font], sign));
      const font = stays ? last.font : fontOf(chains[face], sign);
      if (last && last.font === font) last.text += sign;
      else parts.push({ text: sign, font });
    }
    return parts;
  }

  function shapedFont(line: string): FontFile | undefined {
    const file = SHAPED.map(([script, name]) => ({ name, at: line.search(script) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0]?.name;
    return fonts.find((font) => font.file === file);
  }

  return {
    covers: (codePoint) => fonts.some((font) => font.width(codePoint) !== undefined),
    measure(text, face) {
      const widths = cut(text, face, text).flatMap(({ text: part, font }) =>
        [...part].map((sign) => (/\p{M}/u.test(sign) ? 0 : (font?.width(sign.codePointAt(0) ?? 0) ?? UNKNOWN))),
      );
      return widths.reduce((sum, width) => sum + width, 0);
    },
    runs: (text, face, line) =>
      cut(text, face, line).map(({ text: part, font }) => ({ text: part, ...nameOf(font?.file ?? FACES[face]) })),
    filesFor: (svg) =>
      fonts
        .filter(({ file }) => {
          const { family, weight } = nameOf(file);
          return svg.includes(`font-family="${family}" font-weight="${weight}"`);
        })
        .map(({ bytes }) => bytes),
  };
}

function replaced(text: string, font: FontFile): string {
  const signs = [...text].map((sign) => (font.width(sign.codePointAt(0) ?? 0) === undefined ? '…' : sign));
  return signs.join('').replace(/…{2,}/g, '…');
}

/** "NotoSansSC-Medium.ttf" → "Noto Sans SC", 500. */
function nameOf(file: string): { family: string; weight: number } {
  const [name = '', style = ''] = file.replace('.ttf', '').split('-');
  return { family: name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), weight: WEIGHTS[style] ?? 400 };
}
