import { createHash } from 'node:crypto';

/** A PNG with a tag, so that who has it need not fetch it again. */
export function picture(request: Request, png: Uint8Array, maxAge: number): Response {
  const tag = `"${createHash('sha256').update(png).digest('hex').slice(0, 32)}"`;
  const headers = {
    'Content-Type': 'image/png',
    'Cache-Control': `public, max-age=${maxAge}`,
    ETag: tag,
    // Pages elsewhere show it, which is what it is for.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(png), { headers });
}
