import { expect, test } from '@playwright/test';
import { runSql, waitForDatabase } from './learner.ts';
import { rootSite, subPathSite } from './site.ts';

const lessonPath = 'lessons/normal-forms/1nf/';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson can be read, and its links lead on', async ({ page }) => {
    await page.goto(subPathSite);
    await page.getByRole('link', { name: /1NF/ }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /1NF/ })).toBeVisible();
    await expect(page.getByText('The shop’s till writes each order as one row.')).toBeVisible();
    await expect(page).toHaveTitle(/1NF.*Rowhouse/);
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /comma-separated/);
    await page.getByRole('link', { name: 'Rowhouse' }).click();
    await expect(page).toHaveURL(subPathSite);
  });
});

test('below a path the whole lesson works, and nothing is asked of any other origin', async ({ page }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(subPathSite).origin) strangers.push(request.url());
  });
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(subPathSite);
  await page.getByRole('link', { name: /1NF/ }).first().click();
  await expect(page).toHaveURL(subPathSite + lessonPath);
  await waitForDatabase(page);
  await runSql(page, 'select count(*) from orders');
  await expect(page.getByRole('cell', { name: '1800' })).toBeVisible();
  await page.reload();
  await waitForDatabase(page);
  expect(strangers).toEqual([]);
  expect(failures).toEqual([]);
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto(`${rootSite}lessons/normal-forms/9nf/`);
  await expect(page.getByText(/no such lesson/)).toBeVisible();
});
