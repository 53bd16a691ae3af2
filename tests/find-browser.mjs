// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from '../lib/prepare-checkout.mjs';

// The shell first: a Chromium draws its own tabs and menus too, which took half of the time of a small test.
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium: the one named by SYNOPTIC_TEST_BROWSER, an installed one, Playwright's own; if there is none, the system's
 * package where that needs no password, then Playwright's download.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.SYNOPTIC_TEST_BROWSER;
  if (named) return existsSync(named) ? named : undefined;
  return installed() ?? (installFromSystem() ? installed() : undefined) ?? downloaded();
}

function installed() {
  return PLACES.find((place) => existsSync(place)) ?? playwrights();
}

function playwrights() {
  const script = "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))";
  const found = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout?.trim();
  return found && existsSync(found) ? found : undefined;
}

function installFromSystem() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  say('installing Chromium for the browser tests (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-qq'], env) &&
    ['chromium-headless-shell', 'chromium'].some((name) =>
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env),
    )
  );
}

function downloaded() {
  say('downloading Chromium for the browser tests (playwright install) …');
  run('npx', ['playwright', 'install', 'chromium']);
  return playwrights();
}
