import { expect, test, type Locator, type Page } from '@playwright/test';
import { runSql } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonUrl = `${rootSite}lessons/normal-forms/1nf/`;
const runCount = 25;

/** Opens the lesson with its workbench in sight, which on a phone stays open. */
async function openWorkbench(page: Page): Promise<void> {
  await page.goto(lessonUrl);
  const open = page.getByRole('button', { name: 'Write SQL' });
  const undo = undoButton(page);
  await expect(open.or(undo).first()).toBeVisible();
  if (await open.isVisible()) await open.click();
  await expect(page.getByText('PostgreSQL 18 in this page')).toBeVisible({ timeout: 60_000 });
  await expect(undo).toHaveAccessibleName('Undo: nothing was changed in this step yet');
}

function undoButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Undo: / });
}

function redoButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Redo: / });
}

/** Runs something and waits until it can be undone. */
async function runAndKeep(page: Page, sql: string, undoName: RegExp): Promise<void> {
  await runSql(page, sql);
  await expect(undoButton(page)).toHaveAccessibleName(undoName);
}

/** A table, and a row for each run after it. */
async function runMany(page: Page): Promise<void> {
  await runAndKeep(page, 'create table tally (n int)', /table tally created/);
  for (let n = 2; n <= runCount; n += 1) {
    await runAndKeep(page, `insert into tally values (${n})`, new RegExp(`values \\(${n}\\) \\(1 row inserted\\)`));
  }
}

for (const [name, options] of Object.entries({ desktop, phone })) {
  test.describe(`on a ${name}`, () => {
    test.use(options);

    test(`${runCount} runs are undone and redone, one by one, by their buttons`, async ({ page }) => {
      test.slow();
      await openWorkbench(page);
      await runMany(page);
      for (let n = runCount; n > 0; n -= 1) {
        await undoButton(page).click();
        await expect(page.getByText(`Undone: back to the state before run ${n}.`).first()).toBeVisible();
      }
      await expect(undoButton(page)).toBeDisabled();
      await expect(page.getByText('No results to show')).toBeHidden();
      for (let n = 1; n <= runCount; n += 1) {
        await redoButton(page).click();
        await expect(page.getByText(`Redone: forward to the state after run ${n}.`).first()).toBeVisible();
      }
      await expect(redoButton(page)).toBeDisabled();
      await runSql(page, 'select count(*) as rows_now from tally');
      await expect(page.getByRole('cell', { name: '24' })).toBeVisible();
    });

    test('the list says what each run changed, and leads to any of them', async ({ page }) => {
      await openWorkbench(page);
      await runAndKeep(page, 'create table tally (n int); insert into tally values (1), (2)', /2 rows inserted/);
      await runSql(page, 'select n from tally');
      await expect(page.getByRole('cell', { name: '2', exact: true })).toBeVisible();
      await runAndKeep(page, 'drop table tally', /table tally dropped/);
      await page.getByRole('tab', { name: 'History' }).click();
      const runs = page.getByRole('region', { name: 'Runs of step 1' }).getByRole('listitem');
      await expect(runs).toHaveCount(4);
      await expect(runs.nth(0)).toContainText('table tally dropped');
      await expect(runs.nth(0)).toHaveAttribute('aria-current', 'step');
      await expect(runs.nth(1)).toContainText('only read');
      await expect(runs.nth(2)).toContainText('table tally created, 2 rows inserted');
      await expect(runs.nth(3)).toContainText('The step as it was opened');
      await page.getByRole('button', { name: 'Go to after run 1' }).click();
      await expect(runs.nth(2)).toHaveAttribute('aria-current', 'step');
      await expect(runs.nth(0)).toContainText('Undone');
      await runSql(page, 'insert into tally values (3)');
      await expect(runs).toHaveCount(3);
      await expect(runs.nth(0)).toContainText('1 row inserted');
      await expect(page.getByRole('region', { name: 'Other runs' })).toContainText('drop table tally');
    });
  });
}

test.describe('by the keyboard', () => {
  test.use(desktop);

  test(`${runCount} runs are undone and redone from inside the editor`, async ({ page }) => {
    test.slow();
    await openWorkbench(page);
    await runMany(page);
    const editor = page.getByRole('textbox', { name: /Your SQL/ });
    await expect(editor).toBeFocused();
    for (let n = 0; n < runCount; n += 1) await page.keyboard.press('ControlOrMeta+Alt+z');
    await expect(page.getByText('Undone: back to the state before run 1.').first()).toBeVisible();
    for (let n = 0; n < runCount; n += 1) await page.keyboard.press('ControlOrMeta+Alt+Shift+Z');
    await expect(page.getByText(`Redone: forward to the state after run ${runCount}.`).first()).toBeVisible();
    await expect(editor).toBeFocused();
    // The keys are not the editor's own undo: the last text stands in it and runs once more.
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByText(`forward to the state after run ${runCount}.`)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Alt+z');
    await expect(page.getByText(`Undone: back to the state before run ${runCount + 1}.`).first()).toBeVisible();
    await expect(redoButton(page)).toHaveAccessibleName(/values \(25\)/);
  });

  test('the list is walked with Tab and Enter, and the place is told', async ({ page }) => {
    await openWorkbench(page);
    await runAndKeep(page, 'create table tally (n int)', /table tally created/);
    await page.getByRole('tab', { name: 'History' }).focus();
    await page.keyboard.press('Enter');
    const opening = page.getByRole('button', { name: 'Go to the step as it was opened' });
    for (let n = 0; n < 8; n += 1) {
      if (await opening.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(opening).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'back to the state before run 1' })).toBeAttached();
    const here = page.getByRole('button', { name: 'The database stands here' });
    await expect(here).toBeFocused();
  });

  test('the keys are listed', async ({ page }) => {
    await openWorkbench(page);
    await page.getByRole('tab', { name: 'History' }).focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Undo the last run that changed something');
  });
});

test('keys do nothing to the database behind a dialog', async ({ page }) => {
  await page.setViewportSize(desktop.viewport);
  await openWorkbench(page);
  await runAndKeep(page, 'create table tally (n int)', /table tally created/);
  await page.getByRole('button', { name: 'Database' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Alt+z');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(undoButton(page)).toHaveAccessibleName(/table tally created/);
  await page.keyboard.press('ControlOrMeta+Alt+z');
  await expect(page.getByText('Undone: back to the state before run 1.').first()).toBeVisible();
});
