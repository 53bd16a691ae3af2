import { readConfig } from '#lib/config';
import { SynopticError } from '#lib/errors';
import { addFirstOutlets } from '#lib/pipeline/first-outlets';
import { work } from '#lib/pipeline/worker';
import { closePorts, ports } from './ports';

/**
 * Samples are read before the first request is answered, so that the first page has something on it; real feeds follow in
 * the background. On SIGTERM or SIGINT the reading stops between two feeds, the store is closed, and the process ends.
 */
export async function startReading(): Promise<void> {
  const { config, open } = await opened();
  const stopping = new AbortController();
  const reading = config.SYNOPTIC_REFRESH ? work(open, { signal: stopping.signal, onFeed: log }) : Promise.resolve();
  const end = async () => {
    stopping.abort();
    const patience = new Promise((resolve) => setTimeout(resolve, 10_000).unref());
    await Promise.race([reading, patience]);
    await closePorts();
    process.exit(0);
  };
  process.once('SIGTERM', end).once('SIGINT', end);
}

// A server that cannot know its settings or reach its store would answer every page with a fault: better none, and a sentence.
async function opened() {
  try {
    const config = readConfig();
    const open = await ports();
    await addFirstOutlets(open, config);
    return { config, open };
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error;
    log(`cannot start: ${error.message}`);
    process.exit(1);
  }
}

function log(message: string): void {
  process.stderr.write(`${new Date().toISOString()} ${message}\n`);
}
