'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** A swipe is wide, flat and quick; what is slow or steep is scrolling or marking text. */
const WIDE = 70;
const FLAT = 2;
const QUICK_MS = 700;

/**
 * Keeps the paragraph one reads when the outlet beside it is changed: the steps before it, followed or swiped, end at the paragraph of the
 * reference that stands uppermost. Without JavaScript the steps are plain links to the beginning.
 */
export function Swipe() {
  const mark = useRef<HTMLSpanElement>(null);
  const router = useRouter();

  useEffect(() => {
    const nav = mark.current?.closest('nav');
    const page = nav?.closest('main');
    if (!nav || !page) return;
    const go = (step: Element | null) => {
      const href = step?.getAttribute('href');
      if (href) router.push(`${href}${uppermost(page)}`, { scroll: true });
    };
    const press = (event: MouseEvent) => {
      const step = event.target instanceof Element ? event.target.closest('[data-outlet-step]') : null;
      if (!step || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
        return;
      event.preventDefault();
      event.stopPropagation();
      go(step);
    };
    let start: { x: number; y: number; at: number } | undefined;
    const down = ({ touches, timeStamp, target }: TouchEvent) => {
      const touch = touches[0];
      const scrolls = target instanceof Element && target.closest('.scroll, input, select, textarea') !== null;
      start =
        touch && touches.length === 1 && !scrolls ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : undefined;
    };
    const up = ({ changedTouches, timeStamp }: TouchEvent) => {
      const touch = changedTouches[0];
      if (!touch || !start || timeStamp - start.at > QUICK_MS) return;
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y];
      if (Math.abs(x) < WIDE || Math.abs(x) < FLAT * Math.abs(y)) return;
      go(nav.querySelector(`[data-outlet-step="${x < 0 ? 1 : -1}"]`));
    };
    nav.addEventListener('click', press, true);
    page.addEventListener('touchstart', down, { passive: true });
    page.addEventListener('touchend', up, { passive: true });
    return () => {
      nav.removeEventListener('click', press, true);
      page.removeEventListener('touchstart', down);
      page.removeEventListener('touchend', up);
    };
  }, [router]);

  return <span ref={mark} hidden />;
}

/** "#p4": the first paragraph of the reference whose end is still in sight. */
function uppermost(page: Element): string {
  const paragraphs = [...page.querySelectorAll('[id^="p"]')].filter(({ id }) => /^p\d+$/.test(id));
  const first = paragraphs.find((each) => each.getBoundingClientRect().bottom > 60);
  return first && first !== paragraphs[0] ? `#${first.id}` : '';
}
