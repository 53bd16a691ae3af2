import { type NextRequest, NextResponse } from 'next/server';
import { tombstoneOf } from './app/_queries/frozen';

/**
 * The content security policy, with a nonce made for this request. Next reads the nonce from the request's policy header
 * and puts it on every script of the page; all pages are rendered per request, so none carries an old one.
 *
 * Hashes (`experimental.sri`) would be the other way, but they cover script files only, and the inline scripts that carry a
 * page's data change with every page.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isDecodable(request.nextUrl.pathname)) {
    const message = 'This address is not written correctly: a % in it is not followed by a character’s code.';
    if (!request.nextUrl.pathname.startsWith('/api/')) return new NextResponse(message, { status: 400 });
    return NextResponse.json({ error: { code: 'bad-input', message, subject: 'path' } }, { status: 400 });
  }
  if (isGiant(request)) {
    return new NextResponse(
      'This file is larger than 5 MB; an OPML list of feeds is far smaller. Go back and choose another.',
      {
        status: 413,
      },
    );
  }
  const nonce = btoa(crypto.randomUUID());
  const isEmbed = request.nextUrl.pathname.startsWith('/embed/');
  const policy = policyOf(nonce, isEmbed);
  const headers = new Headers(request.headers);
  // For app/layout.tsx; a visitor's own header of this name is no word for it.
  headers.set('x-synoptic-frame', isEmbed ? '1' : '0');
  headers.set('Content-Security-Policy', policy);
  const status = (await isDeleted(request.nextUrl.pathname)) ? 410 : 200;
  const response = NextResponse.next({ request: { headers }, status });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

// A page can say by itself that it is not found, but has no way to say that it is gone.
async function isDeleted(path: string): Promise<boolean> {
  const id = /^\/(?:c|embed)\/([0-9a-z]{16})(?:\/|$)/.exec(path)?.[1];
  return id !== undefined && (await tombstoneOf(id)) !== undefined;
}

// Next answers such an address with a fault of its own (500), though it is the address that is wrong.
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

// Next answers a form larger than next.config.js allows with a fault of its own (500), before any code of ours can name the file.
function isGiant(request: NextRequest): boolean {
  const isImport = request.method === 'POST' && request.nextUrl.pathname === '/outlets/add';
  return isImport && Number(request.headers.get('content-length')) > 8_000_000;
}

export const config = { matcher: ['/((?!_next/static/|icon.svg).*)'] };

// React's development build evaluates strings to rebuild call stacks, and the development server injects style elements.
const isDevelopment = process.env.NODE_ENV === 'development';

function policyOf(nonce: string, isEmbed: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isEmbed ? '*' : "'none'"}`,
  ].join('; ');
}
