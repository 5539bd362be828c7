import { expect, test, type Page } from '@playwright/test';
import { answerStep, onWorkbench, runSql, stepRegion, stepsOf, waitForDatabase } from './learner.ts';
import { desktop, phone, rootSite } from './site.ts';

const lessonUrl = `${rootSite}lessons/normal-forms/1nf/`;

/** Asks the page to write down what its policy refuses, from before its first byte on. */
async function watchPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      refused.push(`${effectiveDirective} ${blockedURI} in ${sourceFile}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { readonly refused: readonly string[] }).refused);
}

for (const [name, options] of Object.entries({ desktop, phone })) {
  test.describe(`on a ${name}`, () => {
    test.use(options);

    test('nothing that the page does is refused by its own policy', async ({ page }) => {
      const refused = await watchPolicy(page);
      await page.goto(rootSite);
      await page.getByRole('button', { name: /^Theme/ }).click();
      await page.getByRole('link', { name: /1NF/ }).first().click();
      await waitForDatabase(page);
      await onWorkbench(page, async () => {
        await runSql(page, 'select id, products from orders limit 5; select oops');
        await expect(page.getByText('42703').first()).toBeVisible();
        for (const panel of ['Schema', 'History']) await page.getByRole('tab', { name: panel }).click();
      });
      const [step] = await stepsOf('normal-forms/1nf');
      if (step === undefined) throw new Error('1NF has no step');
      await answerStep(page, step, step.solution?.sql ?? '');
      await expect(stepRegion(page, step).getByText(/Well done/)).toBeVisible();
      await page.getByRole('button', { name: 'Keys' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await refused()).toEqual([]);
    });
  });
}

test('a script written into the page does not run', async ({ page }) => {
  await page.goto(lessonUrl);
  const ran = await page.evaluate(() => {
    const marks: string[] = [];
    Object.assign(window, { marks });
    const script = document.createElement('script');
    script.textContent = 'window.marks.push("inline script")';
    document.body.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.marks.push("inline handler")');
    document.body.append(button);
    button.click();
    const link = document.createElement('a');
    link.href = 'javascript:window.marks.push("javascript: link")';
    document.body.append(link);
    link.click();
    return marks;
  });
  expect(ran).toEqual([]);
});

test('nothing can be asked of, sent to or framed from another origin', async ({ page }) => {
  const refused = await watchPolicy(page);
  await page.goto(lessonUrl);
  const stranger = 'http://127.0.0.1:9/';
  const answers = await page.evaluate(async (url) => {
    const asked = await fetch(url, { mode: 'no-cors' }).then(
      () => 'answered',
      () => 'refused',
    );
    document.body.append(Object.assign(new Image(), { src: url }));
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    const script = Object.assign(document.createElement('script'), { src: `${url}a.js` });
    document.body.append(script);
    document.body.append(Object.assign(document.createElement('base'), { href: url }));
    return { asked, base: document.baseURI };
  }, stranger);
  expect(answers).toEqual({ asked: 'refused', base: lessonUrl });
  await expect
    .poll(async () => (await refused()).map((line) => line.split(' ')[0]).toSorted())
    .toEqual(['base-uri', 'connect-src', 'frame-src', 'img-src', 'script-src-elem']);
});

test('every page carries the policy before anything else', async ({ request }) => {
  for (const path of ['', '404.html', 'lessons/normal-forms/bcnf/']) {
    const html = await (await request.get(rootSite + path)).text();
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  }
});
