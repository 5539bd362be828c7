import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { loadCourse } from '#content/load-course.ts';
import { courseFolder } from '#scripts/course-folder.ts';
import { serve, type StaticHost } from '#scripts/serve.ts';
import { answerStep, runSql, stepRegion, stepsOf, waitForDatabase } from './learner.ts';
import { makeNextRelease } from './next-release.ts';

test.use({ serviceWorkers: 'allow' });
// PostgreSQL starts several times in each.
test.setTimeout(180_000);

const lessonPath = 'lessons/normal-forms/1nf/';

/** Waits until the page says that all is kept. */
async function waitUntilKept(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^works offline/ }).first()).toBeVisible({ timeout: 60_000 });
}

async function keptAddresses(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const caches = await window.caches.keys();
    const requests = await Promise.all(caches.map(async (name) => (await window.caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });
}

/** Whether the page is of the release that `makeNextRelease` made. */
async function isNext(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('[name=release]') !== null);
}

async function keepsOldText(page: Page): Promise<boolean> {
  return (await keptAddresses(page)).some((address) => /assets\/bcnf-(?!nextnext)/.test(address));
}

for (const base of ['/', '/some-repo/']) {
  test.describe(`a site at ${base}`, () => {
    test('works as a whole without a network, after one visit to one lesson', async ({ page, context }) => {
      const host = await serve('dist', 0, base);
      await page.goto(host.url + lessonPath);
      await waitForDatabase(page);
      await waitUntilKept(page);
      host.close();
      await context.setOffline(true);

      const { course } = await loadCourse(courseFolder('lessons', 'lessons/'));
      for (const { id, title } of course.tracks.flatMap(({ lessons }) => lessons)) {
        await page.goto(`${host.url}lessons/${id}/`);
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
        const editor = page.getByRole('textbox', { name: /Your SQL/ });
        // A lesson without SQL has a lab, which draws nothing before its worker has computed a run.
        const lab = page.getByRole('heading', { name: 'Connections of the pool' });
        // One that begins with dependencies on paper shows them first.
        const paper = page.getByRole('textbox', { name: 'Dependencies' });
        await expect(editor.or(lab).or(paper)).toBeVisible();
      }

      await page.goto(host.url);
      await page.getByRole('link', { name: /1NF/ }).first().click();
      await expect(page).toHaveURL(host.url + lessonPath);
      await waitForDatabase(page);
      await runSql(page, 'select count(*) from orders');
      await expect(page.getByRole('cell', { name: '1800' })).toBeVisible();
      const [step] = await stepsOf('normal-forms/1nf');
      if (step === undefined) throw new Error('1NF has no step');
      await answerStep(page, step, step.solution?.sql ?? '');
      await expect(stepRegion(page, step).getByText(/Well done/)).toBeVisible();
    });

    test('answers every address without a network as its host would', async ({ page }) => {
      const host = await serve('dist', 0, base);
      await page.goto(host.url);
      await page.waitForFunction(() => navigator.serviceWorker.ready);
      host.close();

      const unslashed = await page.goto(`${host.url}lessons/normal-forms/bcnf?from=mail#step`);
      expect(unslashed?.status()).toBe(200);
      await expect(page).toHaveURL(/\/lessons\/normal-forms\/bcnf\/\?from=mail#step$/);
      await expect(page.getByRole('heading', { level: 1, name: /BCNF/ })).toBeVisible();

      const unknown = await page.goto(`${host.url}lessons/normal-forms/9nf/`);
      expect(unknown?.status()).toBe(404);
      await expect(page.getByText(/no such page|no page|no such lesson/i).first()).toBeVisible();
    });
  });
}

test('the site can be installed', async ({ page, context }) => {
  const host = await serve('dist', 0, '/some-repo/');
  await page.goto(host.url + lessonPath);
  await page.waitForFunction(() => navigator.serviceWorker.ready);
  const devTools = await context.newCDPSession(page);
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // A test's window is a private one, in which nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { url, errors } = await devTools.send('Page.getAppManifest');
  expect({ url, errors }).toEqual({ url: `${host.url}manifest.webmanifest`, errors: [] });
  host.close();
});

test('the page lists what is kept, and the list is true', async ({ page }) => {
  const host = await serve('dist', 0, '/');
  await page.goto(host.url + lessonPath);
  await waitUntilKept(page);
  await page.getByRole('button', { name: /^works offline/ }).click();
  await page.getByRole('button', { name: 'Every file' }).click();
  const rows = page.getByRole('table', { name: 'Every file that is kept' }).getByRole('row');
  await expect(rows.filter({ hasText: /pglite.*\.wasm/ })).toContainText('9.1 MB');
  const kept = (await keptAddresses(page)).filter((address) => !address.endsWith('?open-pages'));
  // The first row is the table's head.
  await expect(rows).toHaveCount(kept.length + 1);
  host.close();
});

test.describe('a new version', () => {
  let folder: string;
  let host: StaticHost;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rowhouse-release-'));
    cpSync('dist', folder, { recursive: true });
    host = await serve(folder, 0, '/');
  });

  test.afterEach(() => {
    host.close();
    rmSync(folder, { recursive: true });
  });

  test('waits for the learner’s own button, and fetches only what it changes', async ({ page }) => {
    await page.goto(host.url + lessonPath);
    await waitForDatabase(page);
    await waitUntilKept(page);
    await runSql(page, 'create table mine (id int)');

    await makeNextRelease(folder, ['bcnf']);
    host.requests.length = 0;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(page.getByText('A new version of Rowhouse is ready')).toBeVisible();
    // What was running goes on.
    await runSql(page, 'select 6 * 7 as answer from mine right join (select 1) one on true');
    await expect(page.getByRole('cell', { name: '42' })).toBeVisible();
    expect(await isNext(page)).toBe(false);

    await page.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true);
    await waitForDatabase(page);
    await expect(page.getByText('A new version of Rowhouse is ready')).toBeHidden();

    const fetched = host.requests
      .filter((path) => path.startsWith('/assets/'))
      .map((path) => path.replace(/-nextnext/, ''));
    expect(fetched.toSorted()).toEqual(['/assets/bcnf.js', '/assets/index.js']);
    const kept = await keptAddresses(page);
    expect(kept.filter((address) => /\.wasm|base-image/.test(address))).toHaveLength(4);
    await expect
      .poll(
        async () => (await keptAddresses(page)).filter((address) => /assets\/(bcnf|index)-.*js/.test(address)).length,
      )
      .toBe(2);
  });

  test('leaves the other tabs as they are, with the files of their version', async ({ page, context }) => {
    await page.goto(host.url + lessonPath);
    await waitForDatabase(page);
    await waitUntilKept(page);
    const other = await context.newPage();
    await other.goto(host.url);
    await makeNextRelease(folder, ['bcnf']);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true);

    await expect(other.getByText('Another tab has gone on to a new version')).toBeVisible();
    expect(await isNext(other)).toBe(false);
    // Its text is in a file that the host no longer has.
    await other.getByRole('link', { name: /BCNF/ }).first().click();
    await expect(other.getByRole('heading', { level: 1, name: /BCNF/ })).toBeVisible();
    await waitForDatabase(other);
    expect(await keepsOldText(other)).toBe(true);

    await other.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => isNext(other).catch(() => false)).toBe(true);
    await expect.poll(() => keepsOldText(other)).toBe(false);
  });
});
