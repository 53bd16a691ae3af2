import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CardFacts } from '../share/card-facts';
import { CARD, cardSvg } from '../share/card-svg';
import { openFonts } from './fonts';

let opened:
  | Promise<{ Resvg: typeof import('@resvg/resvg-wasm').Resvg; fonts: ReturnType<typeof openFonts> }>
  | undefined;

/** Runs in a worker: facts as JSON in, a PNG out. The drawing program (2.4 MB) and the fonts are loaded with the first picture. */
export async function answer({ bytes }: { bytes: Uint8Array }): Promise<Uint8Array> {
  opened ??= open();
  const { Resvg, fonts } = await opened;
  const facts = JSON.parse(new TextDecoder().decode(bytes)) as CardFacts;
  const svg = cardSvg(facts, fonts);
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: CARD.width },
    font: {
      fontBuffers: fonts.filesFor(svg),
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
      serifFamily: 'Noto Serif',
    },
  });
  const rendered = picture.render();
  const png = rendered.asPng();
  rendered.free();
  picture.free();
  return png;
}

async function open() {
  const { Resvg, initWasm } = await import('@resvg/resvg-wasm');
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFile(file));
  return { Resvg, fonts: openFonts() };
}
