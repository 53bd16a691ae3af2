import { headers } from 'next/headers';

/** Where this server was asked, as the visitor and the proxy in front say it: `https://host`, without a slash at the end. */
export async function askedOrigin(): Promise<string> {
  const asked = await headers();
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
  return `${scheme}://${asked.get('host') ?? 'localhost'}`;
}
