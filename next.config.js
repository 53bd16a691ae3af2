// @ts-check

/**
 * Headers that are the same for every answer. The content security policy is not here but in proxy.ts: Next starts each page
 * with inline scripts, and the only ways to allow those are a nonce, which must be new for every request, or 'unsafe-inline'.
 */
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages with native parts, or that look for their own files: required at run time, never packed into a bundle.
  serverExternalPackages: ['better-sqlite3', 'pg', 'linkedom', 'undici', '@mozilla/readability'],
  // An OPML list may be sent; what is larger than actions.ts takes should still reach its own words.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
};

export default config;
