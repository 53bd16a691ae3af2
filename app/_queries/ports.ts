import { readConfig } from '#lib/config';
import { type OpenPorts, openPorts } from '#lib/pipeline/ports';

/**
 * The one store, network door and extractor of this process. Kept on globalThis because Next bundles instrumentation and
 * routes apart: module state would exist twice, and so would the SQLite connection.
 */
const home = globalThis as { synopticPorts?: Promise<OpenPorts> };

export function ports(): Promise<OpenPorts> {
  home.synopticPorts ??= openPorts(readConfig()).catch((error: unknown) => {
    // The next request tries again: a database that was down for a moment must not need a restart.
    delete home.synopticPorts;
    throw error;
  });
  return home.synopticPorts;
}

export async function closePorts(): Promise<void> {
  const open = home.synopticPorts;
  delete home.synopticPorts;
  await (await open)?.close();
}
