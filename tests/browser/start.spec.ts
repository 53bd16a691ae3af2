import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../free-port.mjs';

let port = '';
let home = '';
test.beforeEach(async () => {
  port = String(await freePort());
  home = mkdtempSync(path.join(tmpdir(), 'synoptic-start-'));
});
test.afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What `npm start` runs, with a store of its own and no feeds of others. */
function start(env: Record<string, string> = {}): {
  server: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
} {
  const server = spawn(process.execPath, ['lib/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SYNOPTIC_HOME: home,
      PORT: port,
      SYNOPTIC_DEFAULT_OUTLETS: '0',
      SYNOPTIC_REFRESH: '1',
      ...env,
    },
  });
  let said = '';
  const keep = (chunk: Buffer) => {
    said += chunk.toString();
  };
  server.stdout?.on('data', keep);
  server.stderr?.on('data', keep);
  return { server, said: () => said, ended: new Promise((resolve) => server.once('exit', resolve)) };
}

test('npm start says its address, serves the sample, and ends in order when told to', async ({ request }) => {
  const { server, said, ended } = start();
  try {
    await expect
      .poll(
        () =>
          request.get(`http://127.0.0.1:${port}/health`).then(
            (answer) => answer.ok(),
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    expect(said()).toContain(`open http://127.0.0.1:${port}`);
    expect(await (await request.get(`http://127.0.0.1:${port}/`)).text()).toContain('6 outlets');
  } finally {
    server.kill('SIGTERM');
  }
  expect(await ended).toBe(0);
});

for (const [name, env, message] of [
  ['a setting that cannot be used', { SYNOPTIC_HOST_GAP_MS: 'soon' }, 'SYNOPTIC_HOST_GAP_MS'],
  ['a database that does not answer', { DATABASE_URL: 'postgres://reader@127.0.0.1:9/none' }, 'cannot start'],
  ['a port that is none', { PORT: 'http' }, 'PORT must be a number'],
] as const) {
  test(`${name}: it does not start, and says why`, async () => {
    const { said, ended } = start(env);
    expect(await ended).toBe(1);
    expect(said()).toContain(message);
  });
}
