'use client';

import './globals.css';

/** When even the page around the page failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="page prose">
          <h1>Synoptic could not start this page</h1>
          <p>Something went wrong on the server; nothing that is stored was lost.</p>
          <button type="button" onClick={() => retry()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
