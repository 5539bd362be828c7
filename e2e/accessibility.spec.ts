import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type * as axeCore from 'axe-core';
import { answerStep, onWorkbench, runSql, stepRegion, stepsOf, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, a line each. */
async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: typeof axeCore };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, options] of Object.entries({ desktop, phone })) {
    test.describe(`${colorScheme}, on a ${name}`, () => {
      // A colour on its way to another is nobody's contrast.
      test.use({ ...options, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing serious on the home page', async ({ page }) => {
        await page.goto(rootSite);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await seriousViolations(page)).toEqual([]);
      });

      test('axe finds nothing serious in a lesson with verdicts, rows, schema and history', async ({ page }) => {
        await page.goto(`${rootSite}lessons/normal-forms/1nf/`);
        await waitForDatabase(page);
        const [step] = await stepsOf('normal-forms/1nf');
        if (step === undefined) throw new Error('1NF has no step');
        await answerStep(page, step, `update orders set products = '' where id = 1003;`);
        await expect(stepRegion(page, step).getByText(/^\d of \d$/)).toBeVisible();
        await stepRegion(page, step).getByRole('button', { name: /^Hint/ }).click();
        expect(await seriousViolations(page)).toEqual([]);
        await onWorkbench(page, async () => {
          await runSql(page, 'select id, products, null from orders limit 20; select oops');
          await expect(page.getByText('42703').first()).toBeVisible();
          await expect(page.getByRole('button', { name: /^Run/ }).last()).toBeEnabled();
          expect(await seriousViolations(page)).toEqual([]);
          for (const panel of ['Schema', 'History']) {
            await page.getByRole('tab', { name: panel }).click();
            await expect(page.getByRole('tabpanel', { name: panel })).toBeVisible();
            expect(await seriousViolations(page)).toEqual([]);
          }
        });
      });

      test('axe finds nothing serious among the labs, nor in one with a problem, a fork, a curve and tables', async ({
        page,
      }) => {
        await page.goto(`${rootSite}labs/`);
        await expect(page.getByRole('heading', { level: 1, name: 'Labs' })).toBeVisible();
        expect(await seriousViolations(page)).toEqual([]);
        await page.goto(`${rootSite}labs/pool/?maxOpen=-1&at=3000&fork.at=2000&fork.maxOpen=9&applications=3`);
        await expect(page.getByRole('img', { name: /^Connections now/ })).toHaveCount(2);
        await expect(page.getByText(/must be a whole number from 0 to 10,000; found -1/)).toBeVisible();
        expect(await seriousViolations(page)).toEqual([]);
        await page.getByRole('button', { name: 'Measure' }).click();
        await expect(page.getByRole('button', { name: 'Measure again' })).toBeVisible({ timeout: 30_000 });
        const twins = page.getByRole('button', { name: 'As a table' });
        while ((await twins.count()) > 0) await twins.first().click();
        expect(await seriousViolations(page)).toEqual([]);
      });

      test('axe finds nothing serious in a relation on paper, with a closure, a line that cannot be read and tables', async ({
        page,
      }) => {
        await page.goto(`${rootSite}labs/dependencies/`);
        await page.getByRole('button', { name: /^order_id/ }).click();
        await expect(page.getByText(/is no superkey/)).toBeVisible();
        await page.getByRole('textbox', { name: 'Dependencies' }).fill('order_id -> day');
        await expect(page.getByText(/cannot be read/)).toBeVisible();
        expect(await seriousViolations(page)).toEqual([]);
        await page.getByRole('button', { name: 'As a table' }).click();
        expect(await seriousViolations(page)).toEqual([]);
      });

      test('axe finds nothing serious in the schema lab, with something drawn, tested, previewed and reviewed', async ({
        page,
      }) => {
        test.slow();
        await page.goto(`${rootSite}labs/schema/?data=shop`);
        await expect(page.getByRole('toolbar', { name: 'Picture' })).toBeVisible({ timeout: 60_000 });
        await waitForDatabase(page);
        await page.getByRole('button', { name: 'New table' }).click();
        await page.getByRole('textbox', { name: 'Name of the new table' }).fill('suppliers');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('region', { name: 'What is drawn' })).toContainText('1 stroke');
        expect(await seriousViolations(page)).toEqual([]);
        const views: Readonly<Record<string, () => Promise<void>>> = {
          Tables: () => Promise.resolve(),
          Constraints: async () => {
            await page.getByRole('combobox', { name: 'Table', exact: true }).selectOption('places');
            await page.getByRole('button', { name: /^Test/ }).click();
            await expect(page.getByText(/\d refused, \d accepted/).first()).toBeVisible({ timeout: 60_000 });
          },
          Delete: async () => {
            await page.getByRole('combobox', { name: 'Delete from' }).selectOption('orders');
            await page.getByRole('textbox', { name: /where/ }).fill('id = 1001');
            await page.getByRole('button', { name: 'Preview', exact: true }).click();
            await expect(page.getByText('23001').first()).toBeVisible();
          },
          Review: async () => {
            await page.getByRole('button', { name: 'Review the design' }).click();
            await expect(page.getByRole('button', { name: 'Review again' })).toBeVisible({ timeout: 60_000 });
          },
          Types: () => Promise.resolve(),
          File: () => Promise.resolve(),
        };
        for (const [view, use] of Object.entries(views)) {
          await page.getByRole('tab', { name: view, exact: true }).click();
          await use();
          // A button that is enabled while it is looked at is pale and counted as pressable.
          await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0);
          expect(await seriousViolations(page), view).toEqual([]);
        }
      });

      test('axe finds nothing serious in the normalization lab, with something stated, found, tried, split and proved', async ({
        page,
      }) => {
        test.slow();
        await page.goto(`${rootSite}labs/normalization/?data=spreadsheets`);
        await expect(page.getByRole('tab', { name: 'Dependencies' })).toBeVisible({ timeout: 60_000 });
        await waitForDatabase(page);
        await page.getByRole('combobox', { name: 'Table', exact: true }).selectOption({ label: 'stops' });
        await page.getByRole('button', { name: 'As text' }).click();
        await page.getByRole('tabpanel').getByRole('textbox').first().fill('street, city -> zip\nzip -> city');
        await page.getByRole('button', { name: 'Take it over' }).click();
        await page.getByRole('button', { name: /^zip/ }).first().click();
        expect(await seriousViolations(page)).toEqual([]);
        const views: Readonly<Record<string, () => Promise<void>>> = {
          Rows: async () => {
            await page.getByRole('button', { name: 'Look at the rows' }).click();
            await expect(page.getByText(/true today, maybe not tomorrow/i).first()).toBeVisible();
          },
          Anomalies: async () => {
            await page.getByRole('button', { name: /zip → city/ }).click();
            await page.getByRole('button', { name: 'Show me' }).click();
            await expect(page.getByText(/Tried and rolled back/)).toBeVisible({ timeout: 60_000 });
          },
          Decompose: async () => {
            await expect(page.getByText(/create table/).first()).toBeVisible({ timeout: 30_000 });
          },
          'Your tables': async () => {
            await page.getByRole('button', { name: 'Begin with stops' }).click();
            await expect(page.getByText(/Begun with/)).toBeVisible();
          },
          Theory: () => Promise.resolve(),
        };
        for (const [view, use] of Object.entries(views)) {
          await page.getByRole('tab', { name: view, exact: true }).click();
          await use();
          // A button that is enabled while it is looked at is pale and counted as pressable.
          await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0);
          expect(await seriousViolations(page), view).toEqual([]);
        }
      });

      test('axe finds nothing serious while a statement runs, after it was stopped, and where the limit is set', async ({
        page,
      }) => {
        await page.goto(`${rootSite}lessons/normal-forms/1nf/`);
        await waitForDatabase(page);
        await onWorkbench(page, async () => {
          await runSql(page, 'select 1; select pg_sleep(1e6)');
          await expect(page.getByRole('timer')).toBeVisible();
          expect(await seriousViolations(page)).toEqual([]);
          await page.getByRole('button', { name: 'Stop' }).click();
          await expect(page.getByText(/stopped after/).first()).toBeVisible();
          expect(await seriousViolations(page)).toEqual([]);
          await page.getByRole('button', { name: 'Database' }).click();
          const dialog = page.getByRole('dialog', { name: 'Database' });
          await expect(dialog).toBeVisible();
          expect(await seriousViolations(page)).toEqual([]);
          await dialog.getByRole('button', { name: 'Close' }).click();
          await expect(dialog).toBeHidden();
        });
      });
    });
  }
}
