'use client';

/** A page that failed; in production the message stays on the server and the digest leads to it. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <div className="prose">
      <h1>This page could not be shown</h1>
      <p>
        Something went wrong inside Synoptic; nothing that is stored was lost.{' '}
        {digest !== undefined && <>The server log has it under {digest}.</>}
      </p>
      <button type="button" onClick={() => retry()}>
        Try again
      </button>
    </div>
  );
}
