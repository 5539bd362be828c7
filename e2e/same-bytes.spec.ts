import path from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '#scripts/serve.ts';
import { fingerprintsOf } from './same-bytes/computations.ts';

/** The same source twice: here as it stands, and in a browser as the site's build leaves it. */
const site = path.resolve('.cache/same-bytes');
let address = '';
let stopServer = (): void => undefined;

test.beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve('e2e/same-bytes'),
    base: './',
    build: { target: 'es2023', outDir: site, emptyOutDir: true },
  });
  const server = await serve(site, 0, '/');
  address = server.url;
  stopServer = () => server.close();
});

test.afterAll(() => stopServer());

test('a seed gives the same bytes in Node and in Chromium', async ({ page }) => {
  await page.goto(address);
  for (const seed of [0, 1, Date.now() % 2 ** 32]) {
    console.log(`seed ${seed}`);
    const there = await page.evaluate(
      (from) =>
        (window as unknown as { fingerprintsOf: (seed: number) => Record<string, string> }).fingerprintsOf(from),
      seed,
    );
    expect(there).toEqual(fingerprintsOf(seed));
  }
});

test('another seed gives other bytes, and each computation its own', () => {
  const some = Object.values(fingerprintsOf(1));
  const others = Object.values(fingerprintsOf(2));
  // The mass of Zipf's law asks for no seed.
  expect(some.filter((print) => others.includes(print))).toHaveLength(1);
  expect(new Set(some).size).toBe(some.length);
  expect(some.length).toBeGreaterThan(15);
});
