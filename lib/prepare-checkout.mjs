// @ts-check
/**
 * What `npm start` and `npm test` need before anything is installed: plain JavaScript, Node's own modules only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const OLDEST_NODE = [20, 19];

/** @param {string} message */
export function say(message) {
  process.stderr.write(`synoptic: ${message}\n`);
}

/** @param {string} message @returns {never} */
export function stop(message) {
  say(message);
  process.exit(1);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether it ended well
 */
export function run(command, args, env = process.env) {
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env, shell }).status === 0;
}

/** @param {string} root */
export function installWhatIsMissing(root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < (OLDEST_NODE[0] ?? 0) || (major === OLDEST_NODE[0] && minor < (OLDEST_NODE[1] ?? 0))) {
    stop(`Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
  }
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && newest(path.join(root, 'package-lock.json')) <= newest(installed)) return;
  say('installing packages (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) stop('npm ci failed; its messages are above.');
}

/**
 * Builds when a source is newer than the last build.
 * @param {string} root
 */
export function buildWhenStale(root) {
  const sources = [
    'app',
    'lib',
    'next.config.js',
    'instrumentation.ts',
    'proxy.ts',
    'package-lock.json',
    'tsconfig.json',
  ];
  const changed = Math.max(...sources.map((name) => newest(path.join(root, name))));
  const built = path.join(root, '.next', 'BUILD_ID');
  if (existsSync(built) && newest(built) >= changed) return;
  say('building (next build), about half a minute …');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  if (!run(process.execPath, [next(root), 'build'], env)) stop('the build failed; its messages are above.');
}

/** @param {string} root */
export function next(root) {
  return path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
}

/**
 * Newest modification time below a path, 0 when it is not there.
 * @param {string} place
 * @returns {number}
 */
function newest(place) {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
