// @ts-check
/**
 * `npm test`: everything, from a fresh clone. Installs what is missing (a browser included), checks format and types,
 * runs the unit, property and integration tests (SQLite and a real PostgreSQL), builds, and runs the browser tests.
 * Ends with one line that counts.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, installWhatIsMissing, run, say } from '../lib/prepare-checkout.mjs';
import { findBrowser } from './find-browser.mjs';
import { freePort } from './free-port.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
installWhatIsMissing(root);

const reports = mkdtempSync(path.join(tmpdir(), 'synoptic-tests-'));
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', TZ: 'UTC' };
const bin = (/** @type {string} */ name) => path.join(root, 'node_modules', '.bin', name);
let passed = 0;
let failed = 0;

/** @param {string} name @param {boolean} isGood */
function count(name, isGood) {
  if (isGood) passed++;
  else {
    failed++;
    say(`FAILED: ${name}`);
  }
}

count('format and lint (biome)', run(bin('biome'), ['check', '.']));
count('types (tsc)', run(bin('next'), ['typegen'], env) && run(bin('tsc'), ['--noEmit']));

const unit = path.join(reports, 'unit.json');
const unitEnded = run(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
  env,
);
const unitReport = readReport(unit);
passed += unitReport?.numPassedTests ?? 0;
failed += unitReport?.numFailedTests ?? 0;
if (!unitEnded && !unitReport?.numFailedTests) count('vitest run', false);

const browser = findBrowser();
if (browser) {
  buildWhenStale(root);
  const pages = path.join(reports, 'browser.json');
  const ended = run(bin('playwright'), ['test'], {
    ...env,
    SYNOPTIC_TEST_BROWSER: browser,
    SYNOPTIC_TEST_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: pages,
  });
  const stats = readReport(pages)?.stats;
  passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  failed += stats?.unexpected ?? 0;
  if (stats?.flaky) say(`passed on a second try: ${stats.flaky} browser tests`);
  if (!ended && !stats?.unexpected) count('playwright test', false);
} else {
  count('a Chromium to run the browser tests in: none found and none could be installed', false);
}

rmSync(reports, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
