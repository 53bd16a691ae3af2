// @ts-check
/** `npm start`: install what is missing, build when stale, serve, say the address. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, installWhatIsMissing, next, say, stop } from './prepare-checkout.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const host = process.env.SYNOPTIC_HOST || '127.0.0.1';
const port = await choosePort();
installWhatIsMissing(root);
buildWhenStale(root);

const server = spawn(process.execPath, [next(root), 'start', '-H', host, '-p', String(port)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    NODE_ENV: 'production',
    // glibc keeps a heap of its own for each thread and gives little back: reading 2,500 articles, the process grew to 895 MiB with two
    // of them and to 989 MiB with one a thread, in the same time.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    // V8 lets its heap grow fourfold between two collections where it may take gigabytes, and less than twofold below two: reading 2,500
    // articles, the process grew to 939 MiB without this and to 769 MiB with it, in about the same time. A limit of one's own comes after it and wins.
    NODE_OPTIONS: ['--max-old-space-size=1024', process.env.NODE_OPTIONS].filter(Boolean).join(' '),
    NEXT_TELEMETRY_DISABLED: '1',
    // instrumentation.ts drains running work before it lets the process end.
    NEXT_MANUAL_SIG_HANDLE: 'true',
    SYNOPTIC_HOST: host,
    PORT: String(port),
    TZ: 'UTC',
  },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
say(`open http://${host.includes(':') ? `[${host}]` : host}:${port}`);

/** The port asked for, or the first free one from 3000 on when none was. */
async function choosePort() {
  const asked = process.env.PORT;
  if (asked) {
    const wanted = Number(asked);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535)
      stop(`PORT must be a number from 1 to 65535, not “${asked}”.`);
    if (!(await isFree(wanted))) stop(`port ${asked} is taken; set PORT to another one.`);
    return wanted;
  }
  for (let candidate = 3000; candidate < 3020; candidate++) if (await isFree(candidate)) return candidate;
  stop('ports 3000 to 3019 are all taken; set PORT to a free one.');
}

/** @param {number} candidate */
function isFree(candidate) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(candidate, host, () => probe.close(() => resolve(true)));
  });
}
