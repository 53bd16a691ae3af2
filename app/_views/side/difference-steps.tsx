'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import styles from './difference-steps.module.css';

const OFF = 'synoptic-keys-off';

/**
 * Goes from difference to difference: two buttons, and the keys n and p. Single keys can collide with what people use to
 * speak or type to their computer, so they can be switched off and stay off.
 */
export function DifferenceSteps({ total }: { total: number }) {
  const at = useRef(-1);
  const [said, setSaid] = useState(`${total} ${total === 1 ? 'difference' : 'differences'}`);
  const [keysOn, setKeysOn] = useState(true);

  useEffect(() => {
    setKeysOn(remembered() === null);
  }, []);

  const step = useCallback((by: 1 | -1) => {
    const items = [...document.querySelectorAll<HTMLElement>('[data-difference]')];
    if (items.length === 0) return;
    const focused = items.findIndex((item) => item.contains(document.activeElement));
    const from = focused >= 0 ? focused : at.current;
    at.current = from < 0 && by < 0 ? items.length - 1 : (from + by + items.length) % items.length;
    const item = items[at.current];
    item?.closest('section')?.scrollIntoView({ block: 'start' });
    item?.focus({ preventScroll: true });
    setSaid(`${at.current + 1} of ${items.length}`);
  }, []);

  useEffect(() => {
    if (!keysOn) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'n') step(1);
      if (event.key === 'p') step(-1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keysOn, step]);

  function toggle() {
    remember(keysOn);
    setKeysOn(!keysOn);
  }

  return (
    <div className={styles.steps}>
      <button type="button" onClick={() => step(-1)}>
        Previous {keysOn && <kbd>p</kbd>}
      </button>
      <button type="button" onClick={() => step(1)}>
        Next {keysOn && <kbd>n</kbd>}
      </button>
      <span role="status">{said}</span>
      <label className={styles.keys}>
        <input type="checkbox" checked={keysOn} onChange={toggle} /> keys
      </label>
    </div>
  );
}

// In a frame on another site a browser may refuse the store, by an error at the first touch.
function remembered(): string | null {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function remember(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(OFF, '1');
    else localStorage.removeItem(OFF);
  } catch {
    // Off for this visit, then.
  }
}
