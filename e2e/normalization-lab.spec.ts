import { expect, test, type Locator, type Page } from '@playwright/test';
import { runSql, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const rules = [
  'order_id -> placed_on, customer_email',
  'customer_email -> customer_name, city',
  'city -> country',
  'product_code -> product_name, category',
];

async function openLab(page: Page): Promise<void> {
  await page.goto(`${rootSite}labs/normalization/?data=spreadsheets`);
  await expect(page.getByRole('tab', { name: 'Dependencies' })).toBeVisible({ timeout: 60_000 });
  await waitForDatabase(page);
}

function view(page: Page, name: string): Locator {
  return page.getByRole('tabpanel', { name, exact: true });
}

async function show(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  return view(page, name);
}

async function state(page: Page, lines: readonly string[]): Promise<void> {
  const dependencies = view(page, 'Dependencies');
  await dependencies.getByRole('button', { name: 'As text' }).click();
  await dependencies.getByRole('textbox').fill(lines.join('\n'));
  await dependencies.getByRole('button', { name: 'Take it over' }).click();
}

async function choose(page: Page, table: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Table' }).selectOption({ label: table });
}

test.describe('the normalization lab', () => {
  test.use(desktop);

  test('splits a table by a violation, undoes it, and judges the same done by hand with other names', async ({
    page,
  }) => {
    await openLab(page);
    await choose(page, 'order_lines');
    await state(page, rules);
    await expect(view(page, 'Dependencies')).toContainText('1NF');

    const decompose = await show(page, 'Decompose');
    await decompose.getByRole('button', { name: /city → country/ }).click();
    await expect(decompose).toContainText('create table cities');
    await decompose.getByRole('button', { name: 'Run the split' }).click();
    await runSql(page, 'select count(*) as kept from order_lines join cities using (city)');
    await expect(page.getByRole('tabpanel', { name: 'Results' })).toContainText('450');
    await runSql(page, 'select country from order_lines');
    await expect(page.getByText('42703').first()).toBeVisible();

    await page.getByRole('button', { name: /^Undo: begin/ }).click();
    await runSql(page, 'select count(country) from order_lines');
    await expect(page.getByRole('tabpanel', { name: 'Results' })).toContainText('450');

    const judge = await show(page, 'Your tables');
    await judge.getByRole('button', { name: 'Begin with order_lines' }).click();
    await expect(judge).toContainText('Begun with order_lines, 450 rows');
    await runSql(page, byHand);
    await judge.getByRole('button', { name: /^Judge/ }).click();
    await expect(judge.getByText('BCNF')).toHaveCount(5);
    await expect(judge).toContainText('none is lost, none invented');
  });

  test('lights up a closure by keyboard, and says each slip of a typed dependency at its place', async ({ page }) => {
    await openLab(page);
    await choose(page, 'order_lines');
    await state(page, rules);
    const dependencies = view(page, 'Dependencies');
    await dependencies
      .getByRole('button', { name: /^customer_email/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(dependencies).toContainText('{customer_email}⁺ = {customer_email, customer_name, city, country}');
    await dependencies.getByRole('textbox').fill('cty -> country\n-> city\norder_id order_id');
    await dependencies.getByRole('button', { name: 'Take it over' }).click();
    for (const line of ['Line 1', 'Line 2', 'Line 3']) await expect(dependencies).toContainText(line);
    await expect(dependencies).toContainText('city → country');
  });

  test('finds what holds in the rows, and marks what nobody answers for', async ({ page }) => {
    await openLab(page);
    await choose(page, 'stops');
    const rows = await show(page, 'Rows');
    await rows.getByRole('button', { name: 'Look at the rows' }).click();
    await expect(rows).toContainText('true today, maybe not tomorrow', { ignoreCase: true });
    await expect(rows).toContainText('zip → city');
    await rows.getByRole('textbox', { name: 'Does it hold?' }).fill('city -> zip');
    await rows.getByRole('button', { name: 'Ask the rows', exact: true }).click();
    await expect(rows.getByRole('table').first()).toContainText('Leeds');
  });

  test('shows the anomalies of a table with its own rows, and leaves nothing behind', async ({ page }) => {
    await openLab(page);
    await choose(page, 'order_lines');
    await state(page, rules);
    const anomalies = await show(page, 'Anomalies');
    await anomalies.getByRole('button', { name: /city → country/ }).click();
    await expect(anomalies).toContainText('of 5,400 cells repeat a known fact');
    await anomalies.getByRole('button', { name: 'Show me' }).click();
    await expect(anomalies).toContainText('23502', { timeout: 30_000 });
    await expect(anomalies).toContainText('Tried and rolled back');
    await runSql(page, "select count(*) from order_lines where city = 'New city'");
    await expect(page.getByRole('tabpanel', { name: 'Results' })).toContainText('0');
  });

  test('keeps what was stated over a reload', async ({ page }) => {
    await openLab(page);
    await choose(page, 'order_lines');
    await state(page, rules);
    await page.reload();
    await expect(page.getByRole('tab', { name: 'Dependencies' })).toBeVisible({ timeout: 60_000 });
    await choose(page, 'order_lines');
    await expect(view(page, 'Dependencies')).toContainText('city → country');
  });
});

test.describe('the normalization lab on a phone', () => {
  test.use(phone);

  test('takes a dependency and shows the split', async ({ page }) => {
    await openLab(page);
    await choose(page, 'order_lines');
    await state(page, ['product_code -> product_name, category']);
    const decompose = await show(page, 'Decompose');
    await decompose.getByRole('button', { name: /product_code → product_name/ }).click();
    await expect(decompose).toContainText('create table products');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  });
});

/** BCNF under other names, with numbers of its own as a key. */
const byHand = `
create table town (id int generated always as identity primary key, city text not null unique, country text not null);
insert into town (city, country) select distinct city, country from order_lines;

create table client (email text primary key, customer_name text not null, town_id int not null references town);
insert into client select distinct customer_email, customer_name, town.id from order_lines join town using (city);

create table item (code text primary key, product_name text not null, category text not null);
insert into item select distinct product_code, product_name, category from order_lines;

create table purchase (no int primary key, placed_on date not null, customer_email text not null references client);
insert into purchase select distinct order_id, placed_on, customer_email from order_lines;

alter table order_lines
  drop column placed_on, drop column customer_email, drop column customer_name, drop column city, drop column country,
  drop column product_name, drop column category,
  add foreign key (order_id) references purchase, add foreign key (product_code) references item;`;
