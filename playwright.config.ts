import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.SYNOPTIC_TEST_PORT ?? 3217);
const executablePath = process.env.SYNOPTIC_TEST_BROWSER ?? '/usr/bin/chromium-headless-shell';

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/global-setup.ts',
  outputDir: 'test-results',
  timeout: 45_000,
  // A crowded machine makes a browser miss a moment now and then: tried twice, and `npm test` says how many were.
  retries: 1,
  workers: 1,
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath,
      // Offline and in containers: no sandbox as root, no calls home.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
});
