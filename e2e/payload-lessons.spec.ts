import { expect, test, type Page } from '@playwright/test';
import { payloadFamilies, readPayloads } from '#scripts/payloads/corpus.ts';
import { wordsLesson } from '#scripts/payloads/payload-course.ts';
import { setAlarms } from './alarms.ts';
import { waitForDatabase } from './learner.ts';
import { desktop, payloadSite, phone } from './site.ts';

/** The course of `scripts/build-payloads.ts`: known injections wherever a lesson may say something. */
const lessons = `${payloadSite}lessons/`;

interface PayloadPage {
  readonly url: string;
  /** What its title, its summary and its description say, where that is known. */
  readonly words: string | null;
}

const pages: readonly PayloadPage[] = [
  { url: payloadSite, words: null },
  ...[...payloadFamilies()].map(([name, payloads]) => ({
    url: `${lessons}payloads/${name.replaceAll(' ', '-')}/`,
    words: payloads.map(({ text }) => text).join(' '),
  })),
  { url: `${lessons}${wordsLesson}/`, words: null },
];
const { origin } = new URL(payloadSite);

/** Moves over every link of the page and presses it. Each leads to the web, or to nowhere that a browser knows. */
async function tryLinks(page: Page): Promise<void> {
  const schemes = await page.evaluate(() => {
    const opened = new Set<string>();
    // The web itself is not asked for anything: the question is what runs on the way.
    addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link !== null && /^(https?|mailto):$/.test(link.protocol)) event.preventDefault();
    });
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      for (const type of ['pointerover', 'mouseover', 'focus', 'mousedown', 'mouseup', 'click']) {
        link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
      opened.add(link.protocol);
    }
    return [...opened];
  });
  expect(schemes.filter((scheme) => !['http:', 'https:', 'mailto:', ':'].includes(scheme))).toEqual([]);
}

/** The home page looks the same before: only the app answers to its button. */
async function waitForApp(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', /./, { timeout: 500 });
  }).toPass();
}

test('nothing of a payload runs in the pages as they were written, before the app has started', async ({
  page,
  context,
}) => {
  const alarms = await setAlarms(context, origin);
  // The page's own scripts are kept away, not the browser's: what was smuggled into the page would run.
  await page.route(/\/assets\/.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  for (const { url, words } of pages) {
    await page.goto(url);
    await tryLinks(page);
    await alarms.expectQuiet(page);
    if (words === null) continue;
    await expect(page).toHaveTitle(`${words.replaceAll(/\s+/g, ' ')}: Rowhouse`);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toBe(words);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(words);
  }
});

test.describe('on a phone, where no page waits for the editor', () => {
  test.use(phone);

  test('nothing of a payload runs in the app', async ({ page, context }) => {
    const alarms = await setAlarms(context, origin);
    // Nothing of this needs a database, and each page would start one.
    await page.route(/\.wasm$/, (route) => route.abort());
    for (const { url } of pages) {
      await page.goto(url);
      if (url === payloadSite) await waitForApp(page);
      else await expect(page.getByRole('button', { name: 'Write SQL' })).toBeVisible();
      await tryLinks(page);
      await alarms.expectQuiet(page);
    }
  });
});

test.describe('on a desktop', () => {
  test.use(desktop);

  test('hints, quizzes and messages of checks show payloads as text', async ({ page, context }) => {
    const alarms = await setAlarms(context, origin);
    await page.goto(`${lessons}${wordsLesson}/`);
    await waitForDatabase(page);
    const step = page.getByRole('region', { name: 'Words' });
    await step.getByRole('button', { name: /^Check/ }).click();
    await expect(step.getByText(/^0 of \d+$/)).toBeVisible({ timeout: 60_000 });
    const hint = step.getByRole('button', { name: /^Hint/ });
    while (await hint.isVisible()) await hint.click();
    for (const quiz of await page.getByRole('region', { name: 'Questions' }).locator('form').all()) {
      await quiz.getByRole('radio').first().check();
      await quiz.getByRole('button', { name: 'Answer' }).click();
    }
    const said = ((await step.textContent()) ?? '').replaceAll('`', '');
    expect(readPayloads().filter(({ text }) => !said.includes(text.replaceAll('`', '')))).toEqual([]);
    await tryLinks(page);
    await alarms.expectQuiet(page);
  });
});
