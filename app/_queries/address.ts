import { headers } from 'next/headers';

/** Where this installation is reached, as the proxy in front of it and the visitor's browser say: "https://synoptic.example". */
export async function ownOrigin(): Promise<string> {
  const asked = await headers();
  const protocol = asked.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http';
  return `${protocol === 'https' ? 'https' : 'http'}://${asked.get('host') ?? 'localhost'}`;
}
