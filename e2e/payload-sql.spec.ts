import { expect, test, type Page } from '@playwright/test';
import { readPayloads } from '#scripts/payloads/corpus.ts';
import { setAlarms } from './alarms.ts';
import { answerStep, runSql, stepRegion, stepsOf, typeSql, waitForDatabase } from './learner.ts';
import { desktop, rootSite } from './site.ts';

/** Whatever SQL answers is text: known injections come back as rows, names, notices, errors and evidence. */
test.use(desktop);

const lessonId = 'normal-forms/1nf';
const payloads = readPayloads().map(({ text }) => text);
const sample = '<img src=x onerror=alert(1)>';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
const all = `array[${payloads.map(literal).join(', ')}]`;

/** PostgreSQL cuts names at 63 bytes; each stands here once. */
const names = [
  ...new Set(
    payloads.map((text) =>
      Buffer.from(text)
        .subarray(0, 63)
        .toString()
        .replace(/\uFFFD+$/, ''),
    ),
  ),
];

async function runToEnd(page: Page, sql: string): Promise<void> {
  await runSql(page, sql);
  await expect(page.getByRole('button', { name: /^Run/ }).last()).toBeEnabled({ timeout: 30_000 });
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('rows, names, notices, errors, history, copies and evidence show payloads as text', async ({ page, context }) => {
  test.setTimeout(180_000);
  const alarms = await setAlarms(context, new URL(rootSite).origin);
  await page.goto(`${rootSite}lessons/${lessonId}/`);
  await waitForDatabase(page);

  // Evidence: the rows that a check holds against an answer.
  const [step] = await stepsOf(lessonId);
  if (step === undefined) throw new Error('1NF has no step');
  await answerStep(
    page,
    step,
    `update orders set products = p.text from unnest(${all}) with ordinality as p(text, n) where id = 1000 + n;`,
  );
  await expect(
    stepRegion(page, step)
      .getByRole('cell', { name: payloads[0] ?? '', exact: true })
      .first(),
  ).toBeVisible();
  await alarms.expectQuiet(page);

  // Values, and a column for each name.
  await runToEnd(page, `select ${names.map((name, n) => `${n} as ${identifier(name)}`).join(', ')}`);
  await expect(page.getByRole('columnheader', { name: names[0] ?? '' }).first()).toBeVisible();
  await alarms.expectQuiet(page);
  await runToEnd(page, `select text as ${identifier(sample)} from unnest(${all}) as text`);
  await expect(page.getByRole('cell', { name: payloads[0] ?? '', exact: true }).last()).toBeVisible();
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect.poll(() => copied(page)).toContain(`${sample}\n<script>alert(1)</script>\n`);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect.poll(() => copied(page)).toContain(String.raw`| \<script>alert(1)\</script> |`);
  await alarms.expectQuiet(page);

  // Tables, columns, defaults, constraints, comments, types, views; and a notice for each.
  await runToEnd(
    page,
    `create schema ${identifier(sample)};
    create type ${identifier(sample)}.${identifier(sample)} as enum (${names.map(literal).join(', ')});
    create function ${identifier(sample)}(${identifier(sample)} text) returns text language sql as 'select 1::text';
    do $do$ declare name text; begin
      foreach name in array array[${names.map(literal).join(', ')}] loop
        execute format('create table %1$I (%1$I text default %2$L constraint %1$I check (%1$I <> %2$L))', name, name);
        execute format('comment on table %I is %L', name, name);
        raise notice '%', name using detail = name, hint = name;
      end loop;
    end $do$;
    create view ${identifier(`${sample} view`)} as select * from ${identifier(sample)};
    create table typed (a ${identifier(sample)}.${identifier(sample)} default ${literal(sample)});
    create index ${identifier(`${sample} index`)} on ${identifier(sample)} (${identifier(sample)});
    explain select * from ${identifier(sample)}`,
  );
  await page.getByRole('tab', { name: /Schema/ }).click();
  const schema = page.getByRole('tabpanel', { name: /Schema/ });
  await expect(schema.getByRole('article', { name: `Table ${sample}`, exact: true }).first()).toBeVisible();
  const drawn = (await schema.textContent()) ?? '';
  expect(names.filter((name) => !drawn.includes(name))).toEqual([]);
  await alarms.expectQuiet(page);

  // The editor offers the names.
  await typeSql(page, 'select * from ');
  await page.keyboard.press('Control+Space');
  const offers = page.getByRole('option');
  await expect(offers.first()).toBeVisible();
  for (let pageDown = 0; pageDown < 6; pageDown += 1) await page.keyboard.press('PageDown');
  await alarms.expectQuiet(page);
  await page.keyboard.type('"$(ale');
  await expect(offers.filter({ hasText: '$(alert) $(sync~spin)' })).toBeVisible();
  await page.keyboard.press('Escape');

  // Notices, and an error that says all of them in each of its parts.
  await runToEnd(
    page,
    `do $do$ declare said text := array_to_string(${all}, ' '); begin
      raise notice '%', said using detail = said, hint = said;
      raise exception using message = said, detail = said, hint = said, column = said, constraint = said,
        datatype = said, table = said, schema = said;
    end $do$`,
  );
  await page.getByRole('tab', { name: /Results/ }).click();
  await expect(page.getByText(payloads.join(' '), { exact: false }).first()).toBeVisible();
  await alarms.expectQuiet(page);
  await runToEnd(page, `select ${identifier(sample)} from ${identifier(`no ${sample}`)}`);
  await expect(page.getByText(`relation "no ${sample}" does not exist`).first()).toBeVisible();
  await alarms.expectQuiet(page);

  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('tabpanel', { name: 'History' });
  for (const entry of await history.getByRole('listitem').all()) await entry.getByRole('button').first().click();
  await expect(history.getByText(`from "no ${sample}"`).first()).toBeVisible();
  await alarms.expectQuiet(page);
});
