import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { runSql, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

async function openLab(page: Page, dataset: string): Promise<void> {
  await page.goto(`${rootSite}labs/schema/?data=${dataset}`);
  await expect(page.getByRole('toolbar', { name: 'Picture' })).toBeVisible({ timeout: 60_000 });
  await waitForDatabase(page);
}

/** A table's box in the picture. */
function box(page: Page, name: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^(Table )?${name}\\b`) });
}

function drawn(page: Page): Locator {
  return page.getByRole('region', { name: 'What is drawn' });
}

async function draw(page: Page, table: string): Promise<void> {
  await page.getByRole('button', { name: 'New table' }).click();
  await page.getByRole('textbox', { name: 'Name of the new table' }).fill(table);
  await page.keyboard.press('Enter');
  await expect(box(page, table)).toBeVisible();
}

test.describe('the schema lab', () => {
  test.use(desktop);

  test('lets two tables and a relation be drawn by mouse, run as one, and undone', async ({ page }) => {
    await openLab(page, 'empty');
    await draw(page, 'users');
    await draw(page, 'orders');
    await expect(drawn(page)).toContainText('create table users');
    const from = box(page, 'users').locator('.react-flow__handle');
    await from.hover();
    await page.mouse.down();
    const target = await box(page, 'orders').boundingBox();
    if (target === null) throw new Error('no box');
    await page.mouse.move(target.x + 20, target.y + 20, { steps: 8 });
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: 'A relation between two tables' });
    await expect(dialog).toContainText('One user has many orders');
    await dialog.getByRole('button', { name: 'Draw the relation' }).click();
    await expect(drawn(page)).toContainText('references users');
    await drawn(page).getByRole('button', { name: /^Run/ }).click();
    await expect(drawn(page)).toBeHidden();
    await runSql(page, 'insert into orders (user_id) values (7)');
    await expect(page.getByText('23503').first()).toBeVisible();
    // What was refused has changed nothing: the run before it is the one to undo.
    await page.getByRole('button', { name: /^Undo: begin/ }).click();
    await expect(box(page, 'orders')).toBeHidden();
  });

  test('lets a table be drawn, opened, given a column and run by keyboard alone', async ({ page }) => {
    await openLab(page, 'empty');
    await page.getByRole('button', { name: 'New table' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('select');
    await page.keyboard.press('Enter');
    await expect(box(page, 'select')).toBeFocused();
    await page.keyboard.press('c');
    await page.keyboard.type('order by 😀');
    await page.keyboard.press('Enter');
    await expect(drawn(page)).toContainText('"order by 😀"');
    await drawn(page).getByRole('button', { name: /^Run/ }).focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(drawn(page)).toBeHidden();
    await runSql(page, 'select "order by 😀" from "select"');
    await expect(page.getByRole('tabpanel', { name: 'Results' })).toContainText('0 rows');
  });

  test('keeps what is drawn over a reload, and says what a run can not do', async ({ page }) => {
    await openLab(page, 'empty');
    await runSql(page, 'create table notes (id int primary key, body text); insert into notes values (1, null)');
    await expect(box(page, 'notes')).toBeVisible();
    await box(page, 'notes').click();
    await page
      .getByRole('group', { name: /body/ })
      .or(page.getByRole('button', { name: /body/ }))
      .first()
      .click();
    await page
      .getByRole('checkbox', { name: /not null/i })
      .last()
      .check();
    await expect(drawn(page)).toContainText('set not null');
    await page.reload();
    await waitForDatabase(page);
    await expect(drawn(page)).toContainText('set not null');
    await drawn(page).getByRole('button', { name: /^Run/ }).click();
    await expect(drawn(page)).toContainText('23502');
    await expect(drawn(page)).toContainText('set not null');
  });

  test('shows what a delete would take before it runs', async ({ page }) => {
    await openLab(page, 'shop');
    await page.getByRole('tab', { name: 'Delete' }).click();
    await page.getByRole('combobox', { name: 'Delete from' }).selectOption('orders');
    await page.getByRole('textbox', { name: /where/ }).fill('id = 1001');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect(page.getByRole('tabpanel', { name: 'Delete' })).toContainText(/payments? stand/);
    await expect(page.getByRole('tabpanel', { name: 'Delete' })).toContainText('23001');
  });

  test('tries what each constraint of a table refuses and accepts', async ({ page }) => {
    await openLab(page, 'shop');
    await page.getByRole('tab', { name: 'Constraints' }).click();
    await page.getByRole('combobox', { name: 'Table' }).selectOption('order_items');
    await page.getByRole('button', { name: /^Test/ }).click();
    const panel = page.getByRole('tabpanel', { name: 'Constraints' });
    await expect(panel.getByText(/\d refused, \d accepted/).first()).toBeVisible({ timeout: 30_000 });
    await panel.getByRole('button', { name: /check/ }).first().click();
    await expect(panel).toContainText('23514');
  });

  test('says an error of a file at its place, and takes a sound one over', async ({ page }) => {
    await openLab(page, 'empty');
    await page.getByRole('tab', { name: 'File' }).click();
    const field = page.getByRole('textbox', { name: /SQL: a dump/ });
    const lines = Array.from({ length: 900 }, (_, at) => `create table t${at + 1} (id int primary key);`);
    await field.fill(lines.with(811, 'create table t812 (id int primary kee);').join('\n'));
    await page.getByRole('button', { name: 'See what it would do' }).click();
    const panel = page.getByRole('tabpanel', { name: 'File' });
    await expect(panel.getByRole('alert')).toContainText('Line 812, column 35', { timeout: 30_000 });
    await field.fill('create table a (id int primary key);\ncreate table b (a_id int references a);');
    await page.getByRole('button', { name: 'See what it would do' }).click();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByRole('tab', { name: 'Diagram' }).click();
    await expect(box(page, 'b')).toBeVisible();
  });

  test('writes the picture as SVG, PNG and Mermaid', async ({ page }) => {
    await openLab(page, 'shop');
    const files = new Map<string, Buffer>();
    for (const format of ['SVG', 'PNG', 'Mermaid']) {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click(),
      ]);
      files.set(format, await readFile(await download.path()));
    }
    expect(files.get('SVG')?.toString('utf8')).toMatch(/^<svg[^]*order_items[^]*<\/svg>\s*$/);
    expect(files.get('PNG')?.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(files.get('Mermaid')?.toString('utf8')).toMatch(/^erDiagram\n/);
  });
});

test.describe('the panel Diagram of a lesson', () => {
  test.use(desktop);

  test('may have the editor’s place, and shows what SQL made and what is drawn', async ({ page }) => {
    await page.goto(`${rootSite}lessons/foundations/draw/`);
    await waitForDatabase(page);
    await runSql(page, 'create table suppliers (id int primary key, boss_id int references suppliers)');
    await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'Diagram' }).click();
    await expect(box(page, 'suppliers')).toBeVisible();
    await page.getByRole('button', { name: 'Hide the editor' }).click();
    await expect(page.getByRole('textbox', { name: /Your SQL/ })).toBeHidden();
    await draw(page, 'contracts');
    await drawn(page).getByRole('button', { name: /^Run/ }).click();
    await expect(drawn(page)).toBeHidden();
    await page.getByRole('button', { name: 'Show the editor' }).click();
    await runSql(page, 'select count(*) from contracts');
    await page.getByRole('tab', { name: 'Results' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Results' })).toContainText('1 row');
  });
});

test.describe('the schema lab on a phone', () => {
  test.use(phone);

  test('lets a table be drawn and run', async ({ page }) => {
    await openLab(page, 'empty');
    await draw(page, 'visits');
    await drawn(page).getByRole('button', { name: /^Run/ }).click();
    await expect(drawn(page)).toBeHidden();
    await page.getByRole('tab', { name: 'Tables' }).click();
    await expect(page.getByRole('table', { name: /visits/ })).toContainText('bigint');
  });
});
