'use client';

import { useEffect, useRef } from 'react';

/** Tells the bars beside it which rows are on the screen: `data-in-sight` on each whose row is. Draws nothing itself. */
export function RailPosition() {
  const here = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const rail = here.current?.parentElement;
    if (!rail) return;
    const bars = new Map(
      [...rail.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((bar) => [bar.hash.slice(1), bar]),
    );
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        bars.get(target.id)?.toggleAttribute('data-in-sight', isIntersecting);
    });
    for (const id of bars.keys()) {
      const row = document.getElementById(id);
      if (row) observer.observe(row);
    }
    return () => observer.disconnect();
  }, []);

  return <span ref={here} hidden />;
}
