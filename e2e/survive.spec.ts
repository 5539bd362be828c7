import { expect, test, type Page } from '@playwright/test';
import { runSql, waitForDatabase } from './learner.ts';
import { desktop, rootSite } from './site.ts';

/** The learner's tables outlive the page, whatever becomes of it. */

const lessonUrl = `${rootSite}lessons/normal-forms/1nf/`;

test.use(desktop);

/** Asks for one value; `name` makes the answer another one than any before. */
async function ask(page: Page, name: string, sql: string): Promise<string> {
  await runSql(page, `select '${name}: ' || (${sql}) as answer`);
  const cell = page.getByRole('cell', { name: `${name}: ` });
  await expect(cell).toBeVisible({ timeout: 30_000 });
  return (await cell.innerText()).slice(name.length + 2);
}

async function open(page: Page): Promise<void> {
  await page.goto(lessonUrl);
  await waitForDatabase(page);
}

/** Runs a script to its end, and says so. */
async function write(page: Page, name: string, sql: string): Promise<void> {
  await runSql(page, `${sql};\nselect '${name} is written' as answer`);
  await expect(page.getByRole('cell', { name: `${name} is written` })).toBeVisible({ timeout: 30_000 });
}

test('tables, sequences and functions are there after a reload, and after the tab was closed', async ({
  page,
  context,
}) => {
  await open(page);
  await write(
    page,
    'all',
    `create table mine (id serial primary key, word text);
     insert into mine (word) select 'word ' || i from generate_series(1, 20) i;
     create function twice(a int) returns int language sql as 'select a * 2';
     set work_mem to '7MB'`,
  );
  await page.reload();
  await waitForDatabase(page);
  expect(await ask(page, 'after reload', 'select count(*) || twice(21)::text from mine')).toBe('2042');
  await page.close();
  const next = await context.newPage();
  await open(next);
  await write(next, 'one more', "insert into mine (word) values ('last')");
  expect(await ask(next, 'after all', 'select max(id) from mine')).toBe('21');
});

test('20 reloads in the middle of writes: what was answered is there, what was not is there up to a statement', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page);
  await write(page, 'table', 'create table log (round int, number int)');
  for (let round = 1; round <= 20; round += 1) {
    await write(page, `round ${round}`, `insert into log values (${round}, 0)`);
    const inserts = Array.from({ length: 80 }, (_, index) => `insert into log values (${round}, ${index + 1})`);
    await runSql(page, inserts.join(';\n'));
    await page.waitForTimeout(Math.random() * 250);
    await page.reload();
    await waitForDatabase(page);
    const answer = await ask(
      page,
      `found ${round}`,
      `select (select count(distinct round) from log) || ' rounds, ' ||
         (select case when max(number) = count(*) - 1 then 'a prefix' else 'with gaps' end from log where round = ${round})`,
    );
    expect(answer).toBe(`${round} rounds, a prefix`);
  }
});

test('a transaction that was open is rolled back, and that is said', async ({ page }) => {
  await open(page);
  await write(page, 'begun', 'create table mine (a int); begin; insert into mine values (1)');
  await page.reload();
  await expect(page.getByText(/The transaction that was open when the page closed was rolled back/)).toBeVisible();
  await waitForDatabase(page);
  expect(await ask(page, 'left', 'select count(*) from mine')).toBe('0');
});

test('a store that was damaged falls back to what it held before, and says so', async ({ page }) => {
  await open(page);
  await write(page, 'first', 'create table mine (a int)');
  await write(page, 'second', 'insert into mine values (1)');
  await page.goto(rootSite);
  await flipNewestChunk(page);
  await open(page);
  await expect(page.getByText(/The last thing that was stored is damaged/)).toBeVisible();
  expect(await ask(page, 'left', 'select count(*) from mine')).toMatch(/^[01]$/);
});

test('when the storage is full the work goes on, and is kept as soon as there is room', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  const origin = new URL(rootSite).origin;
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8_000_000 });
  await open(page);
  await write(page, 'kept', 'create table mine (a int, b text)');
  await write(page, 'too much', 'insert into mine select i, repeat(md5(i::text), 20) from generate_series(1, 30000) i');
  await expect(page.getByText(/Your browser’s storage for this site is full/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Download/ }).first()).toBeVisible();
  expect(await ask(page, 'goes on', 'select count(*) from mine')).toBe('30000');
  await client.send('Storage.overrideQuotaForOrigin', { origin });
  await write(page, 'room', 'insert into mine values (0)');
  await expect(page.getByText(/Your browser’s storage for this site is full/)).toBeHidden();
  await page.reload();
  await waitForDatabase(page);
  expect(await ask(page, 'left', 'select count(*) from mine')).toBe('30001');
});

test('two tabs on a lesson never overwrite each other: the second has a copy, or takes over', async ({
  page,
  context,
}) => {
  await open(page);
  await write(page, 'first', "create table mine (tab text); insert into mine values ('first')");
  const second = await context.newPage();
  await open(second);
  await expect(second.getByText(/This lesson is open in another tab/)).toBeVisible();
  expect(await ask(second, 'copied', 'select count(*) from mine')).toBe('1');
  await write(second, 'copy', "insert into mine values ('lost'), ('lost')");
  await write(page, 'again', "insert into mine values ('again')");

  await second.getByRole('button', { name: 'Take over' }).click();
  await waitForDatabase(second);
  await expect(page.getByText(/This lesson was taken over by another tab/)).toBeVisible();
  expect(await ask(second, 'taken', "select string_agg(tab, ',' order by tab) from mine")).toBe('again,first');
  await write(page, 'robbed', "insert into mine values ('robbed')");
  await write(second, 'second', "insert into mine values ('second')");
  await second.reload();
  await waitForDatabase(second);
  expect(await ask(second, 'kept', "select string_agg(tab, ',' order by tab) from mine")).toBe('again,first,second');
});

/** Changes a byte of the chunk that was stored last. */
async function flipNewestChunk(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rowhouse');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('chunks', 'readwrite');
          const store = transaction.objectStore('chunks');
          store.openCursor(null, 'prev').addEventListener('success', ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (cursor === null) return reject(new Error('nothing is stored'));
            const { bytes } = cursor.value as { bytes: Uint8Array };
            bytes[100] = (bytes[100] ?? 0) ^ 0xff;
            cursor.update(cursor.value);
          });
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
}
