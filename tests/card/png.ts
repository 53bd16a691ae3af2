import { inflateSync } from 'node:zlib';

export type Picture = {
  width: number;
  height: number /** Grey value of a pixel, 0 black to 255 white. */;
  grey(x: number, y: number): number;
};

/** A PNG of 8 bits a channel in RGBA or RGB, taken apart by hand: a test that trusted the drawing program would prove nothing. */
export function readPng(bytes: Uint8Array): Picture {
  const data = Buffer.from(bytes);
  if (data.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') throw new Error('no PNG');
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[data[25] ?? 0];
  if (data[24] !== 8 || channels === undefined) throw new Error('a PNG of another kind');
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length; ) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return {
    width,
    height,
    grey(x, y) {
      const at = (y * width + x) * channels;
      return ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3;
    },
  };
}

function unfiltered(raw: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const value = raw[y * (stride + 1) + 1 + x] ?? 0;
      const left = x < step ? 0 : (out[y * stride + x - step] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < step || y === 0 ? 0 : (out[(y - 1) * stride + x - step] ?? 0);
      out[y * stride + x] = value + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0);
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** How many pixels are darker than paper, in rows from `top` to `bottom`. */
export function inkIn(picture: Picture, top: number, bottom: number): number {
  let ink = 0;
  for (let y = top; y < bottom; y++) for (let x = 0; x < picture.width; x++) if (picture.grey(x, y) < 160) ink++;
  return ink;
}
