import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import { chromiumArgs, chromiumPath } from '#scripts/chromium.ts';
import { serve } from '#scripts/serve.ts';

/**
 * How long a cold page takes to its first answer to `select 1`: Rowhouse's engine, and a page that does nothing but
 * `PGlite.create()`. They are opened in turn, each time in a fresh browser, so that neither profits from the other and
 * both share the machine's moods. Fails when the ratio of the medians is above the target.
 */
const targetRatio = 0.3;
const rounds = 5;
const port = 4187;
const pages = ['rowhouse', 'bare'] as const;

const source = path.resolve('bench/start');
const site = path.resolve('.cache/bench-start');

await build({
  configFile: false,
  logLevel: 'error',
  root: source,
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: site,
    emptyOutDir: true,
    rolldownOptions: { input: pages.map((page) => path.join(source, `${page}.html`)) },
  },
});

const server = await serve(site, port, '/');
const times: Record<(typeof pages)[number], number[]> = { rowhouse: [], bare: [] };
try {
  for (let round = 1; round <= rounds; round += 1) {
    for (const page of pages) {
      const ms = await firstAnswerMs(`${server.url}${page}.html`);
      times[page].push(ms);
      console.log(`round ${round}: ${page} ${Math.round(ms)} ms`);
    }
  }
} finally {
  server.close();
}

const rowhouse = median(times.rowhouse);
const bare = median(times.bare);
const ratio = rowhouse / bare;
console.log(
  `Rowhouse answers after ${Math.round(rowhouse)} ms, bare PGlite after ${Math.round(bare)} ms (medians of ${rounds}).`,
);
console.log(`Ratio ${ratio.toFixed(2)}, target at most ${targetRatio}: ${ratio <= targetRatio ? 'met' : 'missed'}.`);
process.exitCode = ratio <= targetRatio ? 0 : 1;

async function firstAnswerMs(url: string): Promise<number> {
  const executablePath = chromiumPath();
  const browser: Browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...chromiumArgs],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(url);
    const answered = page.locator('html[data-first-answer-ms]');
    await answered.waitFor({ state: 'attached', timeout: 60_000 });
    return Number(await answered.getAttribute('data-first-answer-ms'));
  } finally {
    await browser.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
