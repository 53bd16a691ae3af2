// Plain JavaScript on purpose: a bundler never sees it, so the same file starts under tsx, vitest and a built server.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { answer } = await import(pathToFileURL(workerData).href);

parentPort?.on('message', async (input) => parentPort?.postMessage(await outcome(input)));
parentPort?.postMessage('ready');

/** Expected trouble travels as a value; a surprise ends the thread, which says so. */
async function outcome(input) {
  try {
    return { answer: await answer(input) };
  } catch (error) {
    // By name: the class was loaded in another thread, where `instanceof` means nothing.
    if (error?.name === 'SynopticError') return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
}
