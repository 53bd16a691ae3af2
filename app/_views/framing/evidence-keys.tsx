'use client';

import { useEffect } from 'react';

/**
 * The list for the keyboard: it is gone to when a number has opened it, Escape closes it, and closing leads back to the number.
 *
 * @param opened what is listed; another number is another list.
 */
export function EvidenceKeys({ opened }: { opened: string }) {
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
      const isGone = !document.getElementById('evidence');
      if (isGone && from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, [opened]);
  return null;
}
