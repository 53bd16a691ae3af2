import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { SiteFooter } from './_components/site-footer';
import { SiteHeader } from './_components/site-header';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Synoptic', template: '%s · Synoptic' },
  description: 'How news outlets report the same event: texts side by side, wording differences, framing counts.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#161614' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered for its request: a page made at build time could not carry the nonce its scripts need.
  await connection();
  // A frame in somebody's page is one view without our menu around it; the proxy says so, since a layout is not told its address.
  if ((await headers()).get('x-synoptic-frame') === '1') {
    return (
      <html lang="en">
        <head>
          {/* Sources open beside the page that embeds, not inside its frame; links within the view say target="_self". */}
          <base target="_blank" />
        </head>
        <body>
          <main id="content" className="page">
            {children}
          </main>
        </body>
      </html>
    );
  }
  return (
    <html lang="en">
      <body>
        <link rel="alternate" type="application/atom+xml" title="Stories" href="/feed.xml" />
        <SiteHeader />
        <main id="content" className="page" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
