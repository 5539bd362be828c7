import { expect, test, type Page } from '@playwright/test';
import { finishLesson } from './learner.ts';
import { desktop, rootSite } from './site.ts';

test.use(desktop);

/** From the first lesson of a track, which is open, by its links to the last. */
async function finishTrack(page: Page, id: string, lessons: readonly string[]): Promise<void> {
  for (const [place, lesson] of lessons.entries()) {
    await expect(page).toHaveURL(`${rootSite}lessons/${id}/${lesson}/`);
    await finishLesson(page, `${id}/${lesson}`);
    const next = page.getByRole('link', { name: 'Next lesson', exact: true });
    if (place === lessons.length - 1) await expect(next).toHaveCount(0);
    else await next.click();
  }
}

test('a newcomer goes through the first track, from lesson to lesson, and the map says so', async ({ page }) => {
  test.setTimeout(420_000);
  await page.goto(rootSite);
  await page.getByRole('link', { name: 'Start with the first lesson' }).click();
  const lessons = ['keys', 'relations', 'rules', 'on-delete', 'types', 'draw', 'review'];
  await finishTrack(page, 'foundations', lessons);
  await expect(page.getByRole('heading', { name: 'You have finished Foundations' })).toBeVisible();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await expect(page.getByText('Finished', { exact: true })).toHaveCount(lessons.length);
});

test('a learner goes through another track, from lesson to lesson, and the map says so', async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto(`${rootSite}lessons/normal-forms/anomalies/`);
  const lessons = [
    'anomalies',
    '1nf',
    'dependencies',
    'closures',
    '2nf',
    '3nf',
    'bcnf',
    'is-it-bcnf',
    'when-to-stop',
    '4nf',
    'mess',
  ];
  await finishTrack(page, 'normal-forms', lessons);
  await expect(page.getByRole('heading', { name: 'You have finished Normal forms' })).toBeVisible();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await expect(page.getByText('Finished', { exact: true })).toHaveCount(lessons.length);
});
