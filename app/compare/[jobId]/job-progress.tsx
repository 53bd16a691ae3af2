'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';

const EVERY_MS = 700;

/** Asks the server for the page again until the job is over. Without JavaScript the page says to reload. */
export function JobProgress({ id, children }: { id: string; children: ReactNode }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" data-job={id}>
      {children}
      <noscript>
        {' '}
        <a href={`/compare/${id}`}>Load this page again</a> in a few seconds.
      </noscript>
    </p>
  );
}
