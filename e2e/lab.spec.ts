import { expect, test, type Page } from '@playwright/test';
import { desktop, phone, rootSite } from './site.ts';

const pool = `${rootSite}labs/pool/`;

/** "event 128 of 2,000" as its two numbers, once the run is computed and the address has caught up. */
async function position(page: Page): Promise<{ readonly index: number; readonly length: number }> {
  const text =
    (await timeline(page)
      .getByText(/event [\d,]+ of [\d,]+/)
      .textContent()) ?? '';
  const [index = NaN, length = NaN] = [...text.matchAll(/[\d,]+/g)].map(([digits]) =>
    Number(digits.replaceAll(',', '')),
  );
  return { index, length };
}

function timeline(page: Page) {
  return page.getByRole('group', { name: 'Timeline' });
}

async function atEvent(page: Page, index: number): Promise<void> {
  await expect(timeline(page).getByText(`event ${index.toLocaleString('en')} of`)).toBeVisible();
}

/** All that the picture says of the moment, as its tables have it. */
async function moment(page: Page): Promise<string> {
  const tables = page.getByRole('table', { name: /Connections now|Waiting line|The pool|The server/ });
  return (await tables.allTextContents()).join('\n');
}

async function setNumber(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

test.describe('the pool lab', () => {
  test.use(desktop);

  test('shows the same moment ten events back and ten forward, by keyboard alone', async ({ page }) => {
    await page.goto(`${pool}?at=5000`);
    await atEvent(page, 5000);
    const twin = page.getByRole('button', { name: 'As a table' }).first();
    await twin.focus();
    await page.keyboard.press('Enter');
    const before = await moment(page);
    expect(before).toContain('request');
    await timeline(page).getByRole('slider', { name: 'Moment' }).focus();
    for (let step = 1; step <= 10; step++) {
      await page.keyboard.press('ArrowLeft');
      await atEvent(page, 5000 - step);
    }
    expect(await moment(page)).not.toBe(before);
    for (let step = 1; step <= 10; step++) {
      await page.keyboard.press('ArrowRight');
      await atEvent(page, 4990 + step);
    }
    await expect.poll(() => moment(page)).toBe(before);
    await page.keyboard.press('j');
    await atEvent(page, 4990);
    await page.keyboard.press('Home');
    await atEvent(page, 0);
    await page.keyboard.press('End');
    await atEvent(page, (await position(page)).length);
  });

  test('plays, stands still, and plays from the start when it was at its end', async ({ page }) => {
    await page.goto(`${pool}?at=100`);
    await atEvent(page, 100);
    await timeline(page).getByRole('button', { name: 'Play' }).click();
    await expect.poll(async () => (await position(page)).index).toBeGreaterThan(110);
    await timeline(page).getByRole('button', { name: 'Pause' }).click();
    const { index } = await position(page);
    expect(index).toBeLessThan(400);
    await timeline(page).getByRole('slider', { name: 'Moment' }).press('End');
    await atEvent(page, (await position(page)).length);
    await timeline(page).getByRole('button', { name: 'Play' }).click();
    await expect.poll(async () => (await position(page)).index).toBeLessThan(1000);
  });

  test('jumps to the next event of a kind, and says where there is none', async ({ page }) => {
    await page.goto(`${pool}?outageAtS=20&outageForS=5&at=10`);
    await atEvent(page, 10);
    await timeline(page).getByRole('combobox', { name: /jump/i }).selectOption({ label: 'The database dies (1)' });
    await timeline(page).getByRole('button', { name: /^Next/ }).click();
    await expect(page.getByText('The database is down.')).toBeVisible();
    await expect(timeline(page).getByText(/20\.000 s/)).toBeVisible();
    await timeline(page).getByRole('button', { name: /^Next/ }).click();
    await expect(timeline(page).getByText('After this moment there is no “The database dies”.')).toBeVisible();
  });

  test('forks a moment into two futures, keeps them in the address, and brings them back from it', async ({
    page,
    context,
  }) => {
    await page.goto(`${pool}?seed=7&at=4000`);
    await atEvent(page, 4000);
    await timeline(page).getByRole('button', { name: 'Fork here' }).click();
    await expect(page.getByText(/They are the same until you change something/)).toBeVisible();
    await setNumber(page, 'Most open connections', '12');
    await expect(page.getByText('Most open connections: 6 → 12')).toBeVisible();
    await timeline(page).getByRole('slider', { name: 'Moment' }).press('PageUp');
    await expect.poll(async () => (await position(page)).index).toBeGreaterThan(4000);
    const futures = ['As it was', 'The fork'].map((name) => page.getByRole('region', { name, exact: true }));
    await page.getByRole('button', { name: 'As a table' }).first().click();
    const shown = async () => Promise.all(futures.map((future) => future.innerText()));
    await expect.poll(async () => (await shown()).every((text) => text.includes('MaxOpenConnections'))).toBe(true);
    const { index } = await position(page);
    await expect(page).toHaveURL(new RegExp(`seed=7.*at=${index}.*fork\\.at=4000.*fork\\.maxOpen=12`));
    const [before, fork] = await shown();
    expect(before).not.toBe(fork);

    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'As a table' }).first().click();
    await expect(other.getByRole('region', { name: 'The fork', exact: true })).toContainText('MaxOpenConnections');
    await expect
      .poll(() =>
        Promise.all(
          ['As it was', 'The fork'].map((name) => other.getByRole('region', { name, exact: true }).innerText()),
        ),
      )
      .toEqual([before, fork]);

    await page.getByRole('button', { name: 'Run all of it like the fork' }).click();
    await expect(page).toHaveURL(/[?&]maxOpen=12/);
    await expect(page).not.toHaveURL(/fork/);
  });

  test('measures the wait against the size of the pool, marks the knee, and can be stopped', async ({ page }) => {
    await page.goto(pool);
    const curve = page.getByRole('region', { name: 'By the size of the pool' });
    await curve.getByRole('button', { name: 'Measure' }).click();
    await expect(curve.getByText(/knee at \d/).first()).toBeVisible({ timeout: 30_000 });
    await expect(curve.getByRole('button', { name: 'Measure again' })).toBeVisible({ timeout: 30_000 });
    await setNumber(page, 'Requests', '400');
    await expect(curve.getByText('Measured with the parameters as they were before.')).toBeVisible();
    await curve.getByRole('button', { name: 'Measure again' }).click();
    await curve.getByRole('button', { name: 'Stop' }).click();
    await expect(curve.getByText(/Stopped: \d+ of \d+ points are measured|Measure again/).first()).toBeVisible();
  });

  test('refuses at the field what is not allowed, and goes on showing what it had', async ({ page }) => {
    await page.goto(`${pool}?at=1000`);
    await atEvent(page, 1000);
    for (const [label, value, message] of [
      ['Requests', '0', /0\.1 to 100,000/],
      ['Time on the connection', '0', /0\.01 to 600,000/],
      ['Most open connections', '10001', /0 to 10,000/],
      ['Most open connections', 'many', /0 to 10,000/],
    ] as const) {
      await setNumber(page, label, value);
      const field = page.getByRole('textbox', { name: label, exact: true });
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(message);
      await expect(field).toHaveValue(value);
      await atEvent(page, 1000);
    }
    await setNumber(page, 'Requests', '100');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await setNumber(page, 'Requests', '100000');
    await expect(page.getByText(/at most [\d,.]+ with so many requests/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Seed' }).fill('lucky');
    await page.getByRole('textbox', { name: 'Seed' }).press('Enter');
    await expect(page.getByText(/whole number from 0 to 4,294,967,295/)).toBeVisible();
    await atEvent(page, 1000);
  });

  test('takes what it can of a broken address, and says what it could not', async ({ page }) => {
    await page.goto(`${pool}?maxOpen=-5&holdMs.mean=0&seed=abc&at=never&colour=red&fork.maxOpen=3&maxIdle=4&maxIdle=5`);
    await expect(page.getByText(/must be a whole number from 0 to 10,000; found -5/)).toBeVisible();
    await expect(page.getByText(/must be from 0\.01 to 600,000; found 0/)).toBeVisible();
    await expect(page.getByText(/found “abc”/)).toBeVisible();
    const strays = page.getByText('Not all of the link could be taken').locator('..');
    await expect(strays).toContainText('colour');
    await expect(strays).toContainText('never');
    await expect(page.getByRole('textbox', { name: 'Most idle connections' })).toHaveValue('4');
    await expect.poll(async () => (await position(page)).length).toBeGreaterThan(1000);
  });

  test('cuts off a load above capacity, and keeps what was computed', async ({ page }) => {
    await page.goto(`${pool}?arrivalsPerS=5000&maxOpen=2&forS=600`);
    await expect(page.getByText(/The run ends after/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/more work comes in than is done/)).toBeVisible();
    const { index, length } = await position(page);
    expect(length).toBeGreaterThan(20_000);
    expect(index).toBeLessThanOrEqual(length);
  });

  test('computes millions of events beside the page, answers meanwhile, and can be stopped', async ({ page }) => {
    await page.goto(`${pool}?arrivalsPerS=3000&holdMs.mean=2&maxOpen=20&maxIdle=20&forS=1500`);
    await expect(page.getByRole('progressbar')).toBeVisible();
    // The page's own thread is free: a frame is never far away.
    const longestMs = await page.evaluate(async () => {
      let longest = 0;
      let last = performance.now();
      for (let frame = 0; frame < 60; frame++) {
        await new Promise(requestAnimationFrame);
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
      return longest;
    });
    expect(longestMs).toBeLessThan(1000);
    await page.keyboard.press('Escape');
    await expect(page.getByText(/The run ends after/)).toBeVisible();
    await expect(page.getByText(/It was stopped here/)).toBeVisible();
    const { length } = await position(page);
    expect(length).toBeGreaterThan(1000);
    await timeline(page).getByRole('slider', { name: 'Moment' }).press('Home');
    await atEvent(page, 0);
  });

  test('leads from the list of labs and back, and an unknown lab is no blank page', async ({ page }) => {
    await page.goto(rootSite);
    await page.getByRole('link', { name: 'Labs', exact: true }).first().click();
    await page.getByRole('link', { name: 'Connection pool' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Connection pool' })).toBeVisible();
    await expect.poll(async () => (await position(page)).length).toBeGreaterThan(1000);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Labs' })).toBeVisible();
    await page.goto(`${rootSite}labs/pond/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/no such page/i);
  });
});

test.describe('the pool lab without scripts', () => {
  test.use({ ...desktop, javaScriptEnabled: false });

  test('says what it is and what can be set', async ({ page }) => {
    await page.goto(pool);
    await expect(page.getByRole('heading', { level: 1, name: 'Connection pool' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Most open connections/ })).toBeVisible();
  });
});

test.describe('the pool lab on a phone, with reduced motion', () => {
  test.use({ ...phone, contextOptions: { reducedMotion: 'reduce' } });

  test('has the picture first, plays in steps, and nothing scrolls sideways', async ({ page }) => {
    await page.goto(`${pool}?at=2000&applications=8`);
    await atEvent(page, 2000);
    await expect(page.getByRole('img', { name: /^Connections now/ })).toBeInViewport();
    await timeline(page).getByRole('button', { name: 'Play' }).tap();
    await expect.poll(async () => (await position(page)).index).toBeGreaterThan(2000);
    await timeline(page).getByRole('button', { name: 'Pause' }).tap();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
