'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 700;

/** Asks the server for the page again until the job is over. Without JavaScript the page says to reload. */
export function JobProgress({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" data-job={id}>
      Each source is read on its own; the comparison opens by itself.
      <noscript> Reload this page in a few seconds.</noscript>
    </p>
  );
}
