import { expect, test } from '@playwright/test';
import { finishLesson, stepRegion, stepsOf } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonId = 'connections/pool';
const lessonUrl = `${rootSite}lessons/${lessonId}/`;

test.describe('a lesson with labs', () => {
  test.use(desktop);

  test('is worked at without a database, keeps what was set, and says what is missing', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const [step] = await stepsOf(lessonId);
    if (step === undefined) throw new Error('The lesson has no step.');
    await page.goto(lessonUrl);
    const lab = page.getByRole('region', { name: 'Lab', exact: true });
    const goal = lab.getByRole('region', { name: 'Goal' });
    await expect(goal).toContainText('Mean response, of completed: 35');
    const idle = lab.getByRole('textbox', { name: 'Most idle connections' });
    // A parameter that the lesson has given cannot be moved.
    await expect(lab.getByRole('textbox', { name: 'Requests', exact: true })).toHaveCount(0);
    await idle.fill('1');
    await idle.press('Enter');
    await expect(goal).not.toContainText('Mean response, of completed: 35');
    await expect(goal).not.toContainText('Goal reached');
    await idle.fill('7');
    await idle.press('Enter');
    await expect(goal).toContainText('Goal reached');
    await expect(stepRegion(page, step).getByText(/Well done/)).toBeVisible();
    await page.reload();
    // The lesson goes on with its next step; this one's lab is there for whoever asks for it.
    await stepRegion(page, step).getByRole('button', { name: 'Open the lab' }).click();
    await expect(idle).toHaveValue('7');
    await expect(goal).toContainText('Goal reached');
    await expect(stepRegion(page, step).getByText(/Well done/)).toBeVisible();
    expect(asked.filter((url) => /\.wasm|base-image|monaco/.test(url))).toEqual([]);
  });

  test('leads to the same lab on its own, where everything can be moved', async ({ page, context }) => {
    await page.goto(lessonUrl);
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Open on its own' }).click();
    const alone = await opened;
    await expect(alone).toHaveURL(/labs\/pool\/\?.*arrivalsPerS=200/);
    await expect(alone.getByRole('textbox', { name: 'Requests', exact: true })).toHaveValue('200');
    await expect(alone.getByRole('textbox', { name: 'Opening a connection' })).toHaveValue('25');
  });
});

for (const [device, options] of Object.entries({ desktop, phone })) {
  test.describe(`the track on connections, on a ${device}`, () => {
    test.use(options);

    test('is finished by its own answers', async ({ page }) => {
      test.setTimeout(240_000);
      await page.goto(lessonUrl);
      await finishLesson(page, lessonId);
      await expect(page.getByRole('link', { name: 'Next lesson', exact: true })).toBeVisible();
    });
  });
}
