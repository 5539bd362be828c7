import { expect, test } from '@playwright/test';
import { answerStep, finishLesson, onWorkbench, runSql, stepRegion, stepsOf, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonId = 'normal-forms/1nf';
const lessonUrl = `${rootSite}lessons/${lessonId}/`;

for (const [name, options] of Object.entries({ desktop, phone })) {
  test.describe(`on a ${name}`, () => {
    test.use(options);

    test('a learner comes from the home page, finishes 1NF by typing, reloads, and it is still finished', async ({
      page,
    }) => {
      await page.goto(rootSite);
      await page.getByRole('link', { name: /1NF/ }).first().click();
      await finishLesson(page, lessonId);
      const end = page.getByRole('heading', { name: 'Lesson finished' });
      await expect(end).toBeVisible();
      await page.reload();
      await expect(end).toBeVisible();
      await page.getByRole('link', { name: 'All lessons' }).click();
      await expect(page.getByRole('listitem').filter({ hasText: '(1NF)' })).toContainText('Finished');
    });

    test('a wrong answer shows the rows that prove it', async ({ page }) => {
      await page.goto(lessonUrl);
      const [step] = await stepsOf(lessonId);
      if (step === undefined) throw new Error('1NF has no step');
      await answerStep(page, step, `update orders set products = '' where id in (1002, 1003);`);
      const region = stepRegion(page, step);
      await expect(
        region.getByText('0 of', { exact: false }).or(region.getByText('1 of', { exact: false })),
      ).toBeVisible();
      await expect(region.getByRole('row').filter({ hasText: '1003' }).first()).toBeVisible();
    });
  });
}

test.describe('in the workbench', () => {
  test.use(desktop);

  test.beforeEach(async ({ page }) => {
    await page.goto(lessonUrl);
    await waitForDatabase(page);
  });

  test('a failing script keeps what was done, names the place, and leaves the rest unrun', async ({ page }) => {
    await runSql(page, 'select 1 as one;\nselect oops;\nselect 3;');
    await expect(page.getByText('column "oops" does not exist').first()).toBeVisible();
    await expect(page.getByText('42703').first()).toBeVisible();
    await expect(page.getByText(/Statement 1 is kept/)).toBeVisible();
    await expect(page.getByText(/Statement 3 was not run/)).toBeVisible();
    await page.getByRole('button', { name: 'Go to line 2' }).click();
    await expect(page.getByRole('textbox', { name: /Your SQL/ })).toBeFocused();
    await runSql(page, 'select 42 as answer');
    await expect(page.getByRole('cell', { name: '42' })).toBeVisible();
  });

  test('a million rows are counted, the first ten thousand shown, and the page goes on', async ({ page }) => {
    await runSql(page, 'select n, md5(n::text) from generate_series(1, 1000000) as n');
    await expect(page.getByText('10,000 of 1,000,000 rows shown')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('cell', { name: 'c4ca4238a0b923820dcc509a6f75849b' })).toBeVisible();
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByText(/select n, md5/).first()).toBeVisible();
  });

  test('values look right, and NULL and the empty text look different', async ({ page }) => {
    await runSql(
      page,
      `select 9007199254740993::bigint as big, 0.10::numeric as num, date '2024-02-29' as day, array[1, null] as list,
       '\\x00ff'::bytea as bytes, '{"a": 1}'::jsonb as doc, null as nothing, '' as empty, true as yes`,
    );
    const shown = [
      '9007199254740993',
      '0.10',
      '2024-02-29',
      '{1,NULL}',
      '\\x00ff 2 bytes',
      '{"a": 1}',
      'NULL',
      'empty',
      'true',
    ];
    for (const text of shown) {
      await expect(page.getByRole('cell', { name: text, exact: true })).toBeVisible();
    }
  });

  test('an open and a failed transaction are shown with what they mean', async ({ page }) => {
    await runSql(page, 'begin; create table t (i int)');
    await expect(page.getByText('Transaction open').first()).toBeVisible();
    await runSql(page, 'select 1 / 0');
    await expect(page.getByText('Transaction failed').first()).toBeVisible();
    await runSql(page, 'rollback');
    await expect(page.getByText('Transaction failed')).toHaveCount(0);
  });

  test('the schema redraws after a run and marks what it changed', async ({ page }) => {
    await runSql(page, 'create table product (id int primary key, name text not null)');
    await page.getByRole('tab', { name: /Schema/ }).click();
    const panel = page.getByRole('tabpanel', { name: /Schema/ });
    await expect(panel.getByText('product', { exact: true }).first()).toBeVisible();
    await expect(panel.getByText('new', { exact: true }).first()).toBeVisible();
  });
});

test('editor text, layout and theme survive a reload', async ({ page }) => {
  await page.goto(lessonUrl);
  await waitForDatabase(page);
  await runSql(page, "select 'kept' as word");
  const divider = page.getByRole('separator', { name: 'Width of the lesson' });
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  const before = await divider.getAttribute('aria-valuenow');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme: light/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await waitForDatabase(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText('kept', { exact: false }).first()).toBeVisible();
  await expect(divider).toHaveAttribute('aria-valuenow', before ?? '');
});

test('a try runs on a copy, and a hint and the solution come when they are asked for', async ({ page }) => {
  await page.goto(lessonUrl);
  await waitForDatabase(page);
  const steps = await stepsOf(lessonId);
  const step = steps.find(({ blocks }) => blocks.some(({ kind }) => kind === 'try'));
  if (step === undefined) throw new Error('1NF has no try');
  const region = stepRegion(page, step);
  await region.getByRole('button', { name: 'Start here' }).click();
  await expect(region.getByRole('button', { name: /^Check/ })).toBeVisible();
  await region.getByRole('button', { name: 'Run', exact: true }).first().click();
  await expect(region.getByRole('button', { name: 'Run again' })).toBeVisible();
  await region.getByRole('button', { name: /^Hint 1/ }).click();
  await expect(region.getByRole('button', { name: /^Hint 2/ })).toBeVisible();
  await region.getByRole('button', { name: 'Show solution' }).click();
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put into the editor' }).click();
  await onWorkbench(page, () => expect(page.getByText('create table').first()).toBeVisible());
});
