import { expect, test, type Page } from '@playwright/test';
import { answerStep, onWorkbench, runSql, stepRegion, stepsOf, typeSql, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonId = 'normal-forms/1nf';
const lessonUrl = `${rootSite}lessons/${lessonId}/`;

const keep = `create table kept (id int generated always as identity, word text);
insert into kept (word) select md5(n::text) from generate_series(1, 20000) as n;
select count(*) as filled from kept`;

/** One row: what is kept, and whether the sequence goes on behind it. */
const look = `with next as (insert into kept (word) values ('after') returning id)
select format('%s kept, then %s', (select count(*) from kept), case when id > 20000 then 'a new number' else 'an old one' end) as seen
from next`;

const sleep = 'select pg_sleep(1e6)';

const runaways: readonly (readonly [name: string, sql: string, way: 'button' | 'key'])[] = [
  ['an endless recursive query', 'with recursive t as (select 1 union all select 1 from t) select * from t', 'button'],
  [
    'an endless recursive query that is sorted',
    'with recursive t (n) as (select 1 union all select n + 1 from t) select n from t order by n desc',
    'key',
  ],
  ['a sleep of eleven days', sleep, 'key'],
  [
    'a cross join of a billion rows',
    'select count(*) from generate_series(1, 100000) as a, generate_series(1, 10000) as b',
    'button',
  ],
  ['an endless plpgsql loop', 'do $$ begin loop end loop; end $$', 'button'],
  [
    'an endless plpgsql loop that inserts and raises notices',
    `do $$ begin loop insert into kept (word) values ('never'); raise notice 'again'; end loop; end $$`,
    'key',
  ],
];

function stopButton(page: Page) {
  return page.getByRole('button', { name: 'Stop' });
}

async function openLesson(page: Page): Promise<void> {
  await page.goto(lessonUrl);
  await waitForDatabase(page);
}

async function keepRows(page: Page): Promise<void> {
  await runSql(page, keep);
  await expect(page.getByRole('cell', { name: '20000' })).toBeVisible();
}

/** Presses Run at once, while the database is being started again, and tells how long the learner waits. */
async function stopAndLook(page: Page, stop: () => Promise<void>, name: string): Promise<void> {
  await typeSql(page, look);
  const pressedAt = Date.now();
  await stop();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('cell', { name: '20000 kept, then a new number' })).toBeVisible();
  console.log(`${name}: ${Date.now() - pressedAt} ms from Stop to the next answer`);
}

test.describe('on a desktop', () => {
  test.use(desktop);

  for (const [name, sql, way] of runaways) {
    test(`${name} is stopped by the ${way}, and all that was committed is there`, async ({ page }) => {
      await openLesson(page);
      await keepRows(page);
      await runSql(page, sql);
      await expect(page.getByRole('timer')).toHaveText(/^\d.* m?s$/);
      await stopAndLook(
        page,
        async () => {
          if (way === 'key') return page.keyboard.press('Escape');
          await stopButton(page).click();
          await page.getByRole('textbox', { name: /Your SQL/ }).focus();
        },
        name,
      );
    });
  }

  test('what was stopped says so, with what is kept and what was not run', async ({ page }) => {
    await openLesson(page);
    await runSql(page, `select 1;\n${sleep};\nselect 3`);
    await stopButton(page).click();
    await expect(page.getByText(/Statement 2: stopped after \d+\.\d s\./)).toBeVisible();
    await expect(page.getByText(/Everything you had committed is kept.*Statement 3 was not run\./)).toBeVisible();
    const workbench = page.getByRole('region', { name: 'Workbench' });
    await expect(workbench.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByText('stopped: nothing changed')).toBeVisible();
  });

  test('Esc closes the suggestions, then stops, then leaves the editor', async ({ page }) => {
    await openLesson(page);
    await runSql(page, sleep);
    await expect(stopButton(page)).toBeVisible();
    await typeSql(page, '');
    await page.keyboard.type('sele');
    const suggestions = page.getByRole('listbox', { name: /Suggest/ });
    await expect(suggestions).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(suggestions).toBeHidden();
    await expect(stopButton(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/Stopped after/).first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: /Your SQL/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tab', { name: 'Results' })).toBeFocused();
  });

  test('Esc stops from anywhere in the page, after the dialog that is open', async ({ page }) => {
    await openLesson(page);
    await runSql(page, sleep);
    await expect(stopButton(page)).toBeVisible();
    await page.getByRole('button', { name: 'Keys' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(stopButton(page)).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/Stopped after/).first()).toBeVisible();
  });

  test('the limit stops by itself, says so, and leads to where it is changed', async ({ page }) => {
    const preferences = { theme: 'system', splits: {}, statementLimitS: 1 };
    await page.addInitScript((value) => {
      if (localStorage.getItem('rowhouse:preferences') !== null) return;
      localStorage.setItem('rowhouse:preferences', JSON.stringify({ version: 1, value }));
    }, preferences);
    await openLesson(page);
    await keepRows(page);
    await runSql(page, sleep);
    await expect(page.getByText('Stopped at the limit of 1 s.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Change the limit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Database' });
    await expect(dialog.getByRole('radio', { name: '1 s', exact: true })).toBeChecked();
    await dialog.getByRole('radio', { name: '10 s' }).click();
    await page.keyboard.press('Escape');
    await runSql(page, `select pg_sleep(1.5), count(*) as rows from kept`);
    await expect(page.getByRole('cell', { name: '20000' })).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Database' }).click();
    await expect(dialog.getByRole('radio', { name: '10 s' })).toBeChecked();
  });

  test('a check that asks for ever is stopped, and the learner’s tables stand as they were', async ({ page }) => {
    await openLesson(page);
    await runSql(
      page,
      `create function forever() returns boolean language plpgsql as 'begin loop end loop; end';
       alter table orders rename to own_orders;
       create view orders as select * from own_orders where forever();
       select 'made' as view`,
    );
    await expect(page.getByRole('cell', { name: 'made' })).toBeVisible();
    const [step] = await stepsOf(lessonId);
    if (step === undefined) throw new Error('1NF has no step');
    const region = stepRegion(page, step);
    await region.getByRole('button', { name: /^Check/ }).click();
    await stopButton(page).click();
    await expect(region.getByText(/Nothing could be checked/)).toBeVisible();
    await expect(region.getByText(/Stopped after/)).toBeVisible();
    await runSql(page, 'select count(*) from own_orders');
    await expect(page.getByRole('cell', { name: '1800' })).toBeVisible();
  });

  test('a try that runs for ever is stopped, and the learner’s tables stand as they were', async ({ page }) => {
    await openLesson(page);
    // What is made here goes along into the third step, whose example makes a table of this name.
    await runSql(
      page,
      `create function refuse_to_end() returns event_trigger language plpgsql as $$ begin
         if exists (select from pg_event_trigger_ddl_commands() where object_identity ~ 'attempt') then
           loop end loop;
         end if;
       end $$;
       create event trigger refuse_to_end on ddl_command_end execute function refuse_to_end();
       select 'made' as trigger`,
    );
    await expect(page.getByRole('cell', { name: 'made' })).toBeVisible();
    const [first, second, third] = await stepsOf(lessonId);
    if (third === undefined) throw new Error('1NF has no third step');
    for (const step of [first, second]) {
      if (step === undefined) continue;
      await answerStep(page, step, step.solution?.sql ?? '');
      await stepRegion(page, step)
        .getByRole('link', { name: /Next step|Go on/ })
        .click();
    }
    const region = stepRegion(page, third);
    await expect(region.getByRole('button', { name: /^Check/ })).toBeVisible();
    await region.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(stopButton(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(region.getByText(/Stopped after/)).toBeVisible();
    await runSql(page, `select count(*), to_regclass('attempt') is null as is_free from orders`);
    await expect(page.getByRole('cell', { name: '1800' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'true' })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use(phone);

  test('Stop is in the sheet, and below the lesson while the sheet is closed', async ({ page }) => {
    await openLesson(page);
    await onWorkbench(page, async () => {
      await keepRows(page);
      await runSql(page, sleep);
      await expect(stopButton(page)).toBeVisible();
    });
    await stopButton(page).tap();
    await onWorkbench(page, async () => {
      await expect(page.getByText(/Stopped after/).first()).toBeVisible();
      await runSql(page, sleep);
      await stopAndLook(
        page,
        () =>
          stopButton(page)
            .tap()
            .then(() => page.getByRole('textbox').focus()),
        'on a phone',
      );
    });
  });

  test('Esc stops, then leaves the editor, and the sheet stays', async ({ page }) => {
    await openLesson(page);
    await onWorkbench(page, async () => {
      await runSql(page, sleep);
      await expect(stopButton(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByText(/Stopped after/).first()).toBeVisible();
      await expect(page.getByRole('textbox', { name: /Your SQL/ })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('tab', { name: 'Results' })).toBeFocused();
    });
  });
});
