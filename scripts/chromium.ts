import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Looked for in this order; the first that is there wins. */
const variables = ['ROWHOUSE_CHROMIUM', 'CHROMIUM_PATH', 'CHROME_PATH'];
const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** As root Chromium has no sandbox; the rest keeps it from calling home. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium for the browser tests: one named by an environment variable, Playwright's own (`null`: Playwright finds
 * it), or one on the PATH. `undefined` when there is none.
 */
function findChromium(): string | null | undefined {
  for (const variable of variables) {
    const path = process.env[variable];
    if (path !== undefined && path !== '') return path;
  }
  if (existsSync(chromium.executablePath())) return null;
  return commands.map(onPath).find((path) => path !== undefined);
}

function onPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What `launch({ executablePath })` needs, or null where Playwright's own browser is installed. */
export function chromiumPath(): string | null {
  return findChromium() ?? null;
}

/** Installs a Chromium where there is none: Playwright's own, else Debian's as root. Says in one line what to do if neither works. */
export function ensureChromium(): { readonly ok: true } | { readonly ok: false; readonly message: string } {
  if (findChromium() !== undefined) return { ok: true };
  console.log('No Chromium found: trying Playwright’s own…');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  if (findChromium() !== undefined) return { ok: true };
  if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
    console.log('Not to be had: trying Debian’s package…');
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
    } catch {
      // The look below says whether it worked.
    }
  }
  if (findChromium() !== undefined) return { ok: true };
  return {
    ok: false,
    message: `The browser tests need Chromium: install it (apt-get install chromium) or name it in ${variables[0]}.`,
  };
}
