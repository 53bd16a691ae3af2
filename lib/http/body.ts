import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** Raised by `readBody`: the body went over its cap, or is compressed in a way nobody asked for. */
export class BodyRefused extends Error {
  readonly fault: 'too-large' | 'unknown-encoding';
  constructor(fault: 'too-large' | 'unknown-encoding') {
    super(fault);
    this.fault = fault;
  }
}

/**
 * The whole body, decompressed, at most `maxBytes` long. Counting happens after decompression and the stream is torn down at
 * the cap, so 50 MB squeezed into 50 KB costs no more than 15 MB.
 *
 * @throws BodyRefused above the cap or for an unknown Content-Encoding; the stream's own error when it breaks off.
 */
export async function readBody(stream: Readable, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  // A stream torn down early says so once more, to nobody: without a listener that ends the process.
  stream.on('error', () => {});
  const opened = await decompressed(stream, contentEncoding);
  opened.on('error', () => {});
  try {
    for await (const chunk of opened) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > maxBytes) throw new BodyRefused('too-large');
      chunks.push(bytes);
    }
  } finally {
    stream.destroy();
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

async function decompressed(stream: Readable, contentEncoding: string): Promise<Readable> {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  // Two layers is one more than any honest server sends.
  const layers = names.filter((name) => name !== '' && name !== 'identity');
  if (layers.length > 2) throw refusing(stream);
  let current = stream;
  for (const name of layers.reverse()) {
    const step = await decompressor(name, current);
    // The error, if any, reaches the reader through `step` itself, which pipeline destroys with it.
    pipeline(current, step, () => {});
    current = step;
  }
  return current;
}

async function decompressor(name: string, input: Readable): Promise<Transform> {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  // "deflate" means zlib's wrapper in the standard and a bare stream in some servers; the wrapper's first byte ends in 8.
  if (name === 'deflate') return ((await firstByte(input)) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  throw refusing(input);
}

function refusing(stream: Readable): BodyRefused {
  stream.destroy();
  return new BodyRefused('unknown-encoding');
}

async function firstByte(stream: Readable): Promise<number> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    if (bytes.length === 0) continue;
    stream.unshift(bytes);
    return bytes[0] ?? 0;
  }
  return 0;
}
