import { expect, type Page } from '@playwright/test';
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

export async function waitForDatabase(page: Page): Promise<void> {
  await onWorkbench(page, () => expect(page.getByText('PostgreSQL 18 in this page')).toBeVisible({ timeout: 60_000 }));
}

/** On a phone the workbench is a sheet: it is opened for `task` and closed after it. */
export async function onWorkbench(page: Page, task: () => Promise<void>): Promise<void> {
  const open = page.getByRole('button', { name: 'Write SQL' });
  const isSheet = await open.isVisible();
  if (isSheet) await open.click();
  await task();
  if (isSheet) await page.getByRole('button', { name: 'Close', exact: true }).click();
}

/** Replaces the editor's text by typing over it. */
export async function typeSql(page: Page, sql: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: /Your SQL/ });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  // Pasted: typed letter by letter, an editor that closes brackets by itself would be tested, and nothing else.
  await page.evaluate((text) => navigator.clipboard.writeText(text), sql);
  await page.keyboard.press('ControlOrMeta+v');
}

/** Types `sql` and runs it with the keyboard. */
export async function runSql(page: Page, sql: string): Promise<void> {
  await onWorkbench(page, async () => {
    await typeSql(page, sql);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('button', { name: /^Run/ }).first()).toBeEnabled();
  });
}

/** The card of a step, where it is checked. */
export function goalOf(page: Page, step: Pick<Step, 'title'>) {
  return page.getByRole('region', { name: step.title }).or(page.locator('section').filter({ hasText: step.title }));
}
