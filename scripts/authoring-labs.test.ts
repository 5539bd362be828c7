import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { labCards } from '#content/labs/lab-cards.ts';

/** What stands about a lab in the authors' guide, from its heading to the next. */
async function sectionOn(kind: string): Promise<string> {
  const guide = await readFile('docs/authoring.md', 'utf8');
  return guide.split(/^#{2,3} /m).find((section) => section.startsWith(`${kind}\n`)) ?? '';
}

describe("the authors' guide", () => {
  it.each([...labCards.values()])(
    'names every parameter of the lab $kind with its default, and every metric',
    async (card) => {
      const section = await sectionOn(card.kind);
      const rows = new Map([...section.matchAll(/^\| `([\w.]+)`.*$/gm)].map(([row, name = '']) => [name, row]));
      expect([...rows.keys()].toSorted()).toEqual(
        [...card.fields.map(({ path }) => path), ...card.metrics.map(({ name }) => name)].toSorted(),
      );
      for (const { path, initial } of card.fields) {
        expect(rows.get(path)?.split('|').at(-2)?.replaceAll('`', '').trim()).toBe(String(initial));
      }
    },
  );
});
