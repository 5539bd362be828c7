import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './scripts/chromium.ts';

const args = [...chromiumArgs];
const executablePath = chromiumPath();

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A second try is reported as flaky; it keeps a machine's bad moment from stopping a change.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  use: {
    browserName: 'chromium',
    permissions: ['clipboard-read', 'clipboard-write'],
    // What a test asks for comes from the server; offline.spec.ts allows them.
    serviceWorkers: 'block',
    launchOptions: executablePath === null ? { args } : { args, executablePath },
  },
  webServer: [
    { command: 'npx tsx scripts/serve.ts dist 4173 /', url: 'http://127.0.0.1:4173/', reuseExistingServer: true },
    {
      command: 'npx tsx scripts/serve.ts dist 4174 /some-repo/',
      url: 'http://127.0.0.1:4174/some-repo/',
      reuseExistingServer: true,
    },
    {
      command: 'npx tsx scripts/serve.ts .cache/payloads/site 4175 /',
      url: 'http://127.0.0.1:4175/',
      reuseExistingServer: true,
    },
  ],
});
