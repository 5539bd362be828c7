import { expect, type Locator, type Page } from '@playwright/test';
import { loadCourse } from '#content/load-course.ts';
import type { Step } from '#content/lesson.ts';
import { courseFolder } from '#scripts/course-folder.ts';

/** What a learner does in the page, by what they see and hear: roles and names, never classes. */

/** The steps of a lesson of the course, with their reference answers. */
export async function stepsOf(lessonId: string): Promise<readonly Step[]> {
  const { lessons } = await loadCourse(courseFolder('lessons', 'lessons/'));
  const lesson = lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined) throw new Error(`The course has no lesson ${lessonId}.`);
  return lesson.lesson.steps;
}

export function stepRegion(page: Page, { title }: Pick<Step, 'title'>): Locator {
  return page.getByRole('region', { name: title });
}

/** On a phone the workbench is a sheet: it is opened for `task` and closed after it. */
export async function onWorkbench(page: Page, task: () => Promise<void>): Promise<void> {
  const open = page.getByRole('button', { name: 'Write SQL' });
  // Written ahead of time, a page has neither until its script has run.
  await expect(open.or(page.getByRole('region', { name: 'Workbench' })).first()).toBeVisible({ timeout: 60_000 });
  const isSheet = await open.isVisible();
  if (isSheet) await open.click();
  await task();
  if (!isSheet) return;
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

export async function waitForDatabase(page: Page): Promise<void> {
  await onWorkbench(page, () => expect(page.getByText('PostgreSQL 18 in this page')).toBeVisible({ timeout: 60_000 }));
}

/** Replaces the editor's text. */
export async function typeSql(page: Page, sql: string): Promise<void> {
  await page.getByRole('textbox', { name: /Your SQL/ }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  // Pasted: typed letter by letter, an editor that closes brackets by itself would be tested, and nothing else.
  await page.evaluate((text) => navigator.clipboard.writeText(text), sql);
  await page.keyboard.press('ControlOrMeta+v');
}

/** Types `sql` and runs it with the keyboard. */
export async function runSql(page: Page, sql: string): Promise<void> {
  await typeSql(page, sql);
  await page.keyboard.press('ControlOrMeta+Enter');
}

/** Answers a step with `sql` and asks for its verdicts. */
export async function answerStep(page: Page, step: Pick<Step, 'title'>, sql: string): Promise<void> {
  const check = stepRegion(page, step).getByRole('button', { name: /^Check/ });
  // There as soon as the step before it has been left.
  await expect(check).toBeVisible();
  await onWorkbench(page, () => typeSql(page, sql));
  await check.click();
}

/** Puts the author's values into the lab of a step, and waits for the run to reach the goal. */
async function reachGoal(page: Page, step: Pick<Step, 'title'>): Promise<void> {
  const region = stepRegion(page, step);
  await region.getByRole('button', { name: 'Show solution' }).click();
  const question = page.getByRole('alertdialog');
  const put = page.getByRole('button', { name: 'Put into the lab' });
  await expect(question.or(put)).toBeVisible();
  if (await question.isVisible()) await question.getByRole('button', { name: 'Show it' }).click();
  await put.click();
  await expect(page.getByRole('region', { name: 'Goal', exact: true })).toContainText('Goal reached', {
    timeout: 30_000,
  });
  const close = page.getByRole('button', { name: 'Close', exact: true });
  if (await close.isVisible()) await close.click();
  await expect(region.getByText(/Well done/)).toBeVisible();
}

/** Does every step by its reference answer, quizzes included, and goes on to the end. */
export async function finishLesson(page: Page, lessonId: string): Promise<void> {
  for (const step of await stepsOf(lessonId)) {
    const region = stepRegion(page, step);
    const quizzes = step.blocks.filter((block) => block.kind === 'quiz');
    for (const [index, { quiz }] of quizzes.entries()) {
      const form = region.locator('form').nth(index);
      const options = form.getByRole('radio').or(form.getByRole('checkbox'));
      for (const [place, { right }] of quiz.options.entries()) {
        if (right) await options.nth(place).check();
      }
      await form.getByRole('button', { name: 'Answer' }).click();
    }
    for (const { lab } of step.blocks.filter((block) => block.kind === 'lab')) {
      if (lab.goal.length > 0) await reachGoal(page, step);
    }
    if (step.solution !== null) {
      await answerStep(page, step, step.solution?.sql ?? '');
      await expect(region.getByText(/Well done/)).toBeVisible();
    }
    await region.getByRole('link', { name: /Next step|Go on|Finish/ }).click();
  }
}
