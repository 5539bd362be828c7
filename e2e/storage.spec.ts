import { expect, test } from '@playwright/test';
import { runSql, waitForDatabase } from './learner.ts';
import { rootSite } from './site.ts';

const lessonUrl = `${rootSite}lessons/normal-forms/1nf/`;

test('stored state of a future version is set aside, and the page goes on', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.length > 0) return;
    localStorage.setItem('rowhouse:lesson:normal-forms/1nf', '{"version":99,"value":{}}');
    localStorage.setItem('rowhouse:preferences', 'not even JSON');
  });
  await page.goto(lessonUrl);
  await expect(page.getByText(/was set aside as “rowhouse:set-aside:lesson:normal-forms\/1nf”/)).toBeVisible();
  await waitForDatabase(page);
  expect(await page.evaluate(() => localStorage.getItem('rowhouse:set-aside:lesson:normal-forms/1nf'))).toContain('99');
});

test('with storage blocked the app says what will not be kept, and works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(lessonUrl);
  await expect(page.getByText(/This browser keeps nothing for this site/)).toBeVisible();
  await waitForDatabase(page);
  await runSql(page, 'select 42 as answer');
  await expect(page.getByRole('cell', { name: '42' })).toBeVisible();
});

test('when the database cannot be fetched the lesson stays readable and says why', async ({ page }) => {
  await page.route(/base-image|\.wasm/, (route) => route.abort());
  await page.goto(lessonUrl);
  await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: /1NF/ })).toBeVisible();
});
