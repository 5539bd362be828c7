import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './chromium.ts';

/**
 * Draws `public/favicon.svg` in the sizes that phones and desktops ask for, into `public/icons/`. Run by hand when the
 * drawing changes; the pictures are committed.
 */
interface Icon {
  readonly name: string;
  readonly pixels: number;
  /** Whether the system cuts a shape of its own out of it: then the ground reaches the edges and the houses keep away. */
  readonly isCut: boolean;
}

const icons: readonly Icon[] = [
  { name: 'icon-192', pixels: 192, isCut: false },
  { name: 'icon-512', pixels: 512, isCut: false },
  { name: 'maskable-512', pixels: 512, isCut: true },
  { name: 'apple-touch-icon', pixels: 180, isCut: true },
];

/** So small the houses lie within four fifths of a cut icon's width, the circle that no system cuts into. */
const cutScale = 0.76;

const drawing = await readFile('public/favicon.svg', 'utf8');
await mkdir('public/icons', { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: [...chromiumArgs],
});
const page = await browser.newPage();
for (const { name, pixels, isCut } of icons) {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(
    `<style>* { margin: 0 } svg { display: block; width: 100vw }</style>${isCut ? cut(drawing) : drawing}`,
  );
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
}
await browser.close();

/** The ground without its round corners, the houses scaled about the middle. */
function cut(svg: string): string {
  return svg
    .replace(' rx="7"', '')
    .replace('<path ', `<path transform="translate(16 16) scale(${cutScale}) translate(-16 -16)" `);
}
