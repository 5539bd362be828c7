import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { onWorkbench, runSql, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonUrl = `${rootSite}lessons/normal-forms/1nf/`;

const mine = `create table mine (a int primary key, b text);
  insert into mine values (1, 'it''s;'), (2, null), (3, 'é😀');`;

/** The rows as the result shows them, whatever came of it. */
async function expectRows(page: Page, sql: string, ...cells: readonly string[]): Promise<void> {
  await runSql(page, sql);
  for (const cell of cells) await expect(page.getByRole('cell', { name: cell, exact: true })).toBeVisible();
}

const inDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Database' });

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Database' }).click();
  await expect(inDialog(page)).toBeVisible();
  return inDialog(page);
}

async function closeDialog(page: Page): Promise<void> {
  await inDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(inDialog(page)).toBeHidden();
}

/** Presses Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass({ timeout: 10_000 });
}

async function downloadBy(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function choose(page: Page, press: () => Promise<void>, file: UploadedFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(file);
}

test.describe('on a desktop', () => {
  test.use(desktop);

  test('the database is downloaded and loaded back with the mouse, as SQL and as a directory', async ({ page }) => {
    await page.goto(lessonUrl);
    await waitForDatabase(page);
    await runSql(page, mine);
    await expect(page.getByText('3 rows inserted')).toBeVisible();

    const dialog = await openDialog(page);
    const asSql = await downloadBy(page, () => dialog.getByRole('button', { name: 'Download as SQL' }).click());
    expect(asSql.suggestedFilename()).toMatch(/^rowhouse-normal-forms-1nf-\d{4}-\d\d-\d\d\.sql$/);
    const script = await readFile(await asSql.path(), 'utf8');
    expect(script).toContain("(1, 'it''s;'),");
    await expect(dialog.getByText(/The database was downloaded as rowhouse-normal-forms-1nf-.*\.sql/)).toBeVisible();

    const asDirectory = await downloadBy(page, () =>
      dialog.getByRole('button', { name: 'Download the data directory' }).click(),
    );
    expect(asDirectory.suggestedFilename()).toMatch(/\.tar\.gz$/);
    const archive = await readFile(await asDirectory.path());
    expect(gunzipSync(archive).includes('PG_VERSION')).toBe(true);
    await closeDialog(page);

    // By its content, not by its name.
    for (const buffer of [Buffer.from(script), archive]) {
      await runSql(page, 'drop table mine; create table other (a int)');
      await expect(page.getByText('CREATE TABLE').first()).toBeVisible();
      await openDialog(page);
      const loading = dialog.getByRole('button', { name: 'Load a file…' });
      await choose(page, () => loading.click(), { name: 'mine.bak', mimeType: '', buffer });
      const question = page.getByRole('alertdialog', { name: 'Load this file?' });
      await expect(question.getByText(/take the place of yours/)).toBeVisible();
      await question.getByRole('button', { name: 'Load it' }).click();
      await expect(dialog.getByText('mine.bak is loaded')).toBeVisible({ timeout: 30_000 });
      await closeDialog(page);
      await expectRows(page, 'select b, to_regclass($$other$$) is null as gone from mine order by a', 'é😀');
    }
  });

  test('a file is loaded with the keyboard alone', async ({ page }) => {
    await page.goto(lessonUrl);
    await waitForDatabase(page);
    const opener = page.getByRole('button', { name: 'Database' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(inDialog(page)).toBeFocused();
    await tabTo(page, inDialog(page).getByRole('button', { name: 'Load a file…' }));
    const buffer = Buffer.from('create table shop (a int);\ncopy shop from stdin;\n41\n42\n\\.\n');
    await choose(page, () => page.keyboard.press('Enter'), { name: 'shop.sql', mimeType: 'text/plain', buffer });
    const confirm = page.getByRole('button', { name: 'Load it' });
    await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
    await tabTo(page, confirm);
    await page.keyboard.press('Enter');
    await expect(inDialog(page).getByText('shop.sql is loaded')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(inDialog(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await expectRows(page, 'select sum(a) from shop', '83');
    await page.getByRole('button', { name: 'Undo: Loaded shop.sql' }).click();
    await expect(page.getByText('Undone: back to the state before “Loaded shop.sql”.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Redo: Loaded shop.sql' }).click();
    await expectRows(page, 'select sum(a) + 1 from shop', '84');
    // It is there when the page is opened again.
    await page.reload();
    await waitForDatabase(page);
    await expectRows(page, 'select count(*) + 100 from shop', '102');
  });

  test('a file that cannot be loaded is refused in words, and nothing changes', async ({ page }) => {
    await page.goto(lessonUrl);
    await waitForDatabase(page);
    await runSql(page, mine);
    await expect(page.getByText('3 rows inserted')).toBeVisible();
    const dialog = await openDialog(page);
    const files: readonly (readonly [UploadedFile, string])[] = [
      [
        {
          name: 'broken.sql',
          mimeType: '',
          buffer: Buffer.from('drop table if exists mine;\nselect;\ncreat table x;'),
        },
        'Line 3 of the file: syntax error at or near "creat", 42601.',
      ],
      [
        { name: 'cut.tar.gz', mimeType: '', buffer: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]) },
        'The file is damaged or incomplete: it cannot be unpacked.',
      ],
      [
        { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]) },
        'The file is not text in UTF-8, so it cannot be a script of SQL.',
      ],
    ];
    for (const [file, reason] of files) {
      await choose(page, () => dialog.getByRole('button', { name: 'Load a file…' }).click(), file);
      await page.getByRole('button', { name: 'Load it' }).click();
      await expect(dialog.getByRole('alert')).toHaveText(
        `${file.name} was not loaded. ${reason} Your tables are as they were.`,
        { timeout: 30_000 },
      );
    }
    await closeDialog(page);
    await expectRows(page, 'select count(*) + 40 from mine', '43');
  });
});

test.describe('on a phone', () => {
  test.use(phone);

  test('the database is downloaded from the sheet', async ({ page }) => {
    await page.goto(lessonUrl);
    await waitForDatabase(page);
    await onWorkbench(page, async () => {
      const dialog = await openDialog(page);
      const download = await downloadBy(page, () => dialog.getByRole('button', { name: 'Download as SQL' }).click());
      expect(await readFile(await download.path(), 'utf8')).toContain('CREATE TABLE');
      await closeDialog(page);
    });
  });
});
