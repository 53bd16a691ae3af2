'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 1_500;

/** Has the page made anew while something is going on. */
export function Follow({ isGoing }: { isGoing: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isGoing, router]);
  return null;
}
