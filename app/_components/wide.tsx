import type { ReactNode } from 'react';

/** Room for a table wider than the page: it scrolls by itself, with the keyboard too. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to be scrolled without a pointer
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
