// Plain JavaScript on purpose: a bundler never sees it, so the same file starts under tsx, vitest and a built server.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { regroupStories } = await import('../story/match-stories.ts');
parentPort?.postMessage(await regroupStories(workerData));
