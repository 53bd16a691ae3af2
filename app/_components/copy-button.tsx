'use client';

import { useState } from 'react';

/** Copies a text; where the browser does not allow it the text itself is beside the button anyway. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState<string>();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('Not allowed by this browser: select the text and copy it.');
    }
  }
  return (
    <span className="no-print">
      <button type="button" onClick={copy}>
        {children}
      </button>{' '}
      <span role="status">{said}</span>
    </span>
  );
}
