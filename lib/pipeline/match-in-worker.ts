import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { SynopticError } from '#lib/errors';
import type { Membership, StoryArticle } from '#lib/types';

/** Groups a batch in a thread of its own: seconds of work that pages must not wait for. @throws SynopticError `internal` */
export function matchInWorker(articles: readonly StoryArticle[]): Promise<Membership[]> {
  // Put together at run time and hidden from the bundler: the worker is read from the checkout as it is.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/pipeline/match-worker.mjs');
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: articles, execArgv: [] });
    worker.once('message', (memberships: Membership[]) => resolve(memberships));
    worker.once('error', (cause) => reject(new SynopticError('internal', 'The grouping thread failed.', { cause })));
    worker.once('exit', () => reject(new SynopticError('internal', 'The grouping thread ended without an answer.')));
  });
}
