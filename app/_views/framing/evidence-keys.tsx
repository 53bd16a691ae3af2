'use client';

import { useEffect } from 'react';

/**
 * The list for the keyboard: it is gone to when a number has opened it, Escape closes it, and closing leads back to the number.
 *
 * @param opened what is listed; another number is another list.
 * @param back id of the heading the list belongs to.
 */
export function EvidenceKeys({ opened, back }: { opened: string; back: string }) {
  // After every drawing: judging a hit draws the page anew, and the button that was pressed is gone with the old one.
  useEffect(() => {
    const { hash } = window.location;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && hash.startsWith('#hit-')) document.getElementById(hash.slice(1))?.focus();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is gone to anew
  useEffect(() => {
    const list = document.getElementById('evidence');
    if (!list) return;
    const from = document.activeElement;
    if (window.location.hash === '#evidence') list.focus({ preventScroll: true });
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') list.querySelector<HTMLElement>('[data-close-evidence]')?.click();
    };
    list.addEventListener('keydown', close);
    return () => {
      list.removeEventListener('keydown', close);
      if (document.getElementById('evidence')) return;
      const number = document.getElementById(back)?.closest('section')?.querySelector<HTMLElement>('a[data-count]');
      if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
      else number?.focus();
    };
  }, [opened, back]);
  return null;
}
