'use client';

import { useEffect, useRef, useState } from 'react';
import styles from './connectors.module.css';

type Line = { from: DOMRect; to: DOMRect };

/**
 * Lines between what belongs together, while something is pointed at or has the focus: a paragraph and its matches, wherever they
 * stand; a difference and its two places. `data-pairs="p3>o5 p3>o7"` on an element says what to join, by id. The same is in words
 * beneath each row, so the lines are not read out.
 */
export function Connectors() {
  const svg = useRef<SVGSVGElement>(null);
  const [paths, setPaths] = useState<string[]>([]);

  useEffect(() => {
    const frame = svg.current?.parentElement;
    if (!frame) return;
    let lit: Element[] = [];
    const clear = () => {
      for (const each of lit) each.removeAttribute('data-lit');
      lit = [];
    };
    const show = (event: Event) => {
      clear();
      const pairs = pairsAt(event.target, frame);
      lit = pairs.flat();
      for (const each of lit) each.setAttribute('data-lit', '');
      const origin = frame.getBoundingClientRect();
      setPaths(
        pairs.flatMap(([a, b]) => pathOf({ from: a.getBoundingClientRect(), to: b.getBoundingClientRect() }, origin)),
      );
    };
    frame.addEventListener('pointerover', show);
    frame.addEventListener('focusin', show);
    const hide = () => {
      clear();
      setPaths([]);
    };
    frame.addEventListener('pointerleave', hide);
    frame.addEventListener('focusout', hide);
    return () => {
      hide();
      frame.removeEventListener('pointerover', show);
      frame.removeEventListener('focusin', show);
      frame.removeEventListener('pointerleave', hide);
      frame.removeEventListener('focusout', hide);
    };
  }, []);

  return (
    <svg ref={svg} className={styles.lines} aria-hidden="true" data-connectors={paths.length}>
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

function pairsAt(target: EventTarget | null, frame: Element): [Element, Element][] {
  if (!(target instanceof Element)) return [];
  const badge = /^(.+)-(?:reference|other)$/.exec(target.closest('a[id]')?.id ?? '')?.[1];
  const written =
    badge === undefined
      ? (target.closest('[data-pairs]')?.getAttribute('data-pairs') ?? '')
      : `${badge}-reference>${badge}-other`;
  return written.split(' ').flatMap((pair): [Element, Element][] => {
    const [a, b] = pair.split('>').map((id) => (id === '' ? null : frame.querySelector(`[id="${CSS.escape(id)}"]`)));
    return a && b ? [[a, b]] : [];
  });
}

/** From edge to edge across the gap; in one column, where there is no gap, nothing. */
function pathOf({ from, to }: Line, origin: DOMRect): string[] {
  const [left, right] = from.left <= to.left ? [from, to] : [to, from];
  if (right.left - left.left < 40) return [];
  const x1 = Math.min(left.right, right.left - 8) - origin.left;
  const x2 = right.left - origin.left;
  const y1 = left.top + Math.min(left.height / 2, 14) - origin.top;
  const y2 = right.top + Math.min(right.height / 2, 14) - origin.top;
  const bend = (x2 - x1) / 2;
  return [`M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`];
}
