import { expect, test } from '@playwright/test';
import { stepRegion, stepsOf } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonId = 'normal-forms/dependencies';

test.describe('a relation on paper', () => {
  test.use(desktop);

  test('says what follows from its lines, and where one cannot be read', async ({ page }) => {
    await page.goto(`${rootSite}labs/dependencies/`);
    const lines = page.getByRole('textbox', { name: 'Dependencies' });
    const figures = page.getByRole('table', { name: 'All figures' });
    await expect(figures).toContainText('1NF');
    // Nothing happens over time here, and nothing is by chance.
    await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
    await lines.fill('order_id -> product_id, product_name, user_id, ordered_on, quantity, price\nuser_id -> nam');
    await expect(page.getByText(/cannot be read in line 2: There is no attribute nam/)).toBeVisible();
    await expect(page.getByText('this is how it was before')).toBeVisible();
    await lines.fill('order_id -> product_id, product_name, user_id, ordered_on, quantity, price');
    await expect(figures).toContainText('BCNF');
    await expect(page.getByText('this is how it was before')).toHaveCount(0);
    await page.getByRole('button', { name: /^order_id/ }).click();
    await expect(page.getByText(/is a candidate key/)).toBeVisible();
  });

  test('is shared by its address, and opens by it', async ({ page }) => {
    await page.goto(`${rootSite}labs/dependencies/`);
    await page.getByRole('textbox', { name: 'Attributes' }).fill('id, "Order day"');
    await page.getByRole('textbox', { name: 'Dependencies' }).fill('id -> "Order day"\n"Order day" -> id');
    await expect(page).toHaveURL(/dependencies=id/);
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('textbox', { name: 'Dependencies' })).toHaveValue(
      'id -> "Order day"\n"Order day" -> id',
    );
    await expect(page.getByRole('table', { name: 'All figures' })).toContainText('Candidate keys2');
  });
});

for (const [device, options] of Object.entries({ desktop, phone })) {
  test.describe(`dependencies in a lesson, on a ${device}`, () => {
    test.use(options);

    test('are written down sentence by sentence, and kept', async ({ page }) => {
      const [step] = await stepsOf(lessonId);
      if (step === undefined) throw new Error('The lesson has no step.');
      await page.goto(`${rootSite}lessons/${lessonId}/`);
      const region = stepRegion(page, step);
      await expect(region.getByText('bring “Rules left unsaid” to exactly 0').first()).toBeVisible();
      await region.getByRole('button', { name: 'Open the lab' }).first().click();
      const goal = page.getByRole('region', { name: 'Goal', exact: true });
      const lines = page.getByRole('textbox', { name: 'Dependencies' });
      // What the lesson means is the question: it stands nowhere.
      await expect(page.getByText('What is meant', { exact: true })).toHaveCount(0);
      await lines.fill('order_id -> user_id, day\nuser_id -> district\ndistrict -> van\nvan -> driver');
      await expect(goal).toContainText('Rules left unsaid: 1.');
      await expect(goal).toContainText('Lines that nobody promised: 1.');
      await lines.fill(
        'order_id -> user_id, day\nuser_id -> district\ndistrict -> van\nday, van -> driver\nday, driver -> van',
      );
      await expect(goal).toContainText('Goal reached');
      const close = page.getByRole('button', { name: 'Close', exact: true });
      if (await close.isVisible()) await close.click();
      await expect(region.getByText(/Well done/)).toBeVisible();
      await page.reload();
      await stepRegion(page, step).getByRole('button', { name: 'Open the lab' }).first().click();
      await expect(lines).toHaveValue(/day, driver -> van$/);
    });
  });
}
