import path from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '#scripts/serve.ts';
import type { KillReport } from './engine-page/kill-at-random.ts';

/** The engine as the site has it, in a page of its own: the test has to hear what it reports, statement by statement. */
const site = path.resolve('.cache/engine-page');
const port = 4185;
let stopServer = (): void => undefined;

test.beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve('e2e/engine-page'),
    base: './',
    worker: { format: 'es' },
    build: { target: 'es2023', outDir: site, emptyOutDir: true },
  });
  const server = await serve(site, port, '/');
  stopServer = () => server.close();
});

test.afterAll(() => stopServer());

test('50 kills at random moments lose nothing that was reported as done, and leave nothing that was not', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(`http://127.0.0.1:${port}/`);
  const seed = Date.now() % 1_000_000;
  const report = await page.evaluate(
    (from): Promise<KillReport> =>
      (window as unknown as { killAtRandom: (rounds: number, seed: number) => Promise<KillReport> }).killAtRandom(
        50,
        from,
      ),
    seed,
  );
  console.log(
    `seed ${seed}: ${report.kills} kills, ${report.inFlight} in flight, ${report.committedStatements} committed`,
  );
  expect(report.differences).toEqual([]);
  // Else the moments were badly chosen, and the test would show nothing.
  expect(report.inFlight).toBeGreaterThan(25);
  expect(report.committedStatements).toBeGreaterThan(100);
});
