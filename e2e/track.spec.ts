import { expect, test } from '@playwright/test';
import { finishLesson } from './learner.ts';
import { desktop, rootSite } from './site.ts';

test.use(desktop);

test('a learner goes through the whole track, from lesson to lesson, and the map says so', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(rootSite);
  await page.getByRole('link', { name: 'Start with the first lesson' }).click();
  const lessons = ['anomalies', '1nf', '2nf', '3nf', 'bcnf'];
  for (const lesson of lessons) {
    await expect(page).toHaveURL(`${rootSite}lessons/normal-forms/${lesson}/`);
    await finishLesson(page, `normal-forms/${lesson}`);
    const next = page.getByRole('link', { name: 'Next lesson' });
    if (lesson === 'bcnf') await expect(next).toHaveCount(0);
    else await next.click();
  }
  await expect(page.getByRole('heading', { name: 'You have finished Normal forms' })).toBeVisible();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await expect(page.getByText('Finished', { exact: true })).toHaveCount(lessons.length);
});
