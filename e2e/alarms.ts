import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Everything by which something that was only meant to be read shows that it ran, or that it reached out. */
export interface Alarms {
  /** Nothing has gone off since `setAlarms`, and nothing on `page` waits for a chance to. */
  expectQuiet(page: Page): Promise<void>;
}

/** Watches a context from before its first page: what happens while a page is parsed counts too. */
export async function setAlarms(context: BrowserContext, ownOrigin: string): Promise<Alarms> {
  const alarms: string[] = [];
  await context.exposeBinding('rowhouseAlarm', (_, words: string) => void alarms.push(words));
  await context.addInitScript(() => {
    const { rowhouseAlarm } = window as unknown as { readonly rowhouseAlarm: (words: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      rowhouseAlarm(`policy violation: ${violatedDirective} by ${blockedURI} in ${sourceFile}`),
    );
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!protocol.startsWith('http') || origin === ownOrigin) return;
    alarms.push(`request to ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  // Violations inside workers, and those of the parser, are told to the console alone.
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) alarms.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => alarms.push(`error: ${error.error().message}`));
  return {
    async expectQuiet(page) {
      const planted = await page.evaluate(findPlanted);
      expect([...alarms, ...planted]).toEqual([]);
    },
  };
}

/** Runs in the page: elements and attributes that the app never makes and that a payload would need. */
function findPlanted(): readonly string[] {
  const found: string[] = '__ran' in window ? ['__ran is set'] : [];
  const elements =
    'iframe, frame, object, embed, applet, portal, img, video, audio, template, base, dialog, marquee, math, form[action], ' +
    '[formaction], [srcdoc], script:not([src]), body style:not([type]), body link, body meta, svg *:is(script, use, image, animate, set, foreignObject)';
  for (const element of document.querySelectorAll(elements)) found.push(`planted: ${element.outerHTML.slice(0, 120)}`);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isScript =
        name.startsWith('on') || (/(href|src)$/.test(name) && /^\W*(javascript|data|vbscript):/i.test(value));
      if (isScript) found.push(`planted: ${name}=${value}`);
    }
  }
  return found;
}
