'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import styles from './passage-links.module.css';

const SAID_MS = 4000;

/**
 * What a script adds to the plain links of passages, for the whole view at once: one listener instead of one component a
 * paragraph. Pressing ¶ copies its address; a passage that was jumped to is shown however one got there, since a page changed
 * by script has no `:target`.
 */
export function PassageLinks() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [said, setSaid] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another passage
  useEffect(() => arrive(), [address]);

  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (link.dataset.passage === undefined) {
        // The router moves within the page without telling anybody; it has done so by the next frame but one.
        if (link.hash !== '') requestAnimationFrame(() => requestAnimationFrame(arrive));
        return;
      }
      event.preventDefault();
      history.replaceState(null, '', link.href);
      arrive();
      navigator.clipboard.writeText(link.href).then(
        () => setSaid('Link to this passage copied.'),
        () => setSaid('The link to this passage is now in the address bar.'),
      );
    };
    document.addEventListener('click', press);
    window.addEventListener('hashchange', arrive);
    return () => {
      document.removeEventListener('click', press);
      window.removeEventListener('hashchange', arrive);
    };
  }, []);

  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <p role="status" className={styles.said}>
      {said}
    </p>
  );
}

/** Marks what the address points at, opens what it is folded into, and brings it into sight. */
function arrive(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const found = id === '' ? null : document.getElementById(id);
  for (const before of document.querySelectorAll('[data-arrived]')) {
    if (before !== found) before.removeAttribute('data-arrived');
  }
  if (!found || found.hasAttribute('data-arrived')) return;
  found.setAttribute('data-arrived', '');
  for (let around = found.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
    around.open = true;
  }
  found.scrollIntoView({ block: 'start' });
}
