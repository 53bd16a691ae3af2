// Plain JavaScript on purpose: a bundler never sees it, so the same file starts under tsx, vitest and a built server.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { answer } = await import('./extraction-job.ts');
parentPort?.on('message', (job) => parentPort?.postMessage(answer(job)));
parentPort?.postMessage('ready');
