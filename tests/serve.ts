import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Served = { url: string; home: string; stop(): Promise<void> };

/**
 * The built product on a loopback port, with a store of its own that goes when it stops.
 * Private addresses may be read, so that tests can use a newsroom on this machine.
 */
export async function serve(port: number, env: Record<string, string> = {}): Promise<Served> {
  const home = mkdtempSync(path.join(tmpdir(), 'synoptic-home-'));
  const url = `http://127.0.0.1:${port}`;
  let log = '';
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_MANUAL_SIG_HANDLE: 'true',
        TZ: 'UTC',
        SYNOPTIC_HOME: home,
        SYNOPTIC_HOST: '127.0.0.1',
        SYNOPTIC_REFRESH: '0',
        SYNOPTIC_DEFAULT_OUTLETS: '0',
        SYNOPTIC_ALLOW_PRIVATE_HOSTS: '1',
        SYNOPTIC_HOST_GAP_MS: '0',
        ...env,
      },
    },
  );
  const keep = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  };
  server.stdout?.on('data', keep);
  server.stderr?.on('data', keep);
  const stop = async () => {
    await ended(server);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await answering(url, server);
  } catch (error) {
    await stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${log}`);
  }
  return { url, home, stop };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const isUp = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await pause(250);
  }
  throw new Error('the server did not answer within a minute');
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await Promise.race([gone, pause(15_000).then(() => server.kill('SIGKILL'))]);
}
