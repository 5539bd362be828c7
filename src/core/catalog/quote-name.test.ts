import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done, rowsOf } from '#engine/test-questions.ts';
import { byteLength } from './given-name.ts';
import { quoteName, readName } from './quote-name.ts';

let engine: Engine;

const { putBack } = engineForTests((started) => (engine = started));

/** A table of each name, with a column of it. */
async function makeTables(names: readonly string[]): Promise<void> {
  await done(engine, names.map((name) => `create table ${quoteName(name)} (${quoteName(name)} int)`).join(';\n'));
}

async function madeNames(): Promise<readonly (readonly (string | null)[])[]> {
  return rowsOf(
    engine,
    `select relname, attname from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and attnum > 0`,
  );
}

function sortedPairs(names: readonly (readonly (string | null)[])[]): readonly string[] {
  return names.map((pair) => JSON.stringify(pair)).toSorted();
}

describe('a quoted name', () => {
  it('is that name, for every keyword of PostgreSQL', async () => {
    const words = (await rowsOf(engine, 'select word from pg_get_keywords()')).map(([word]) => word ?? '');
    expect(words.length).toBeGreaterThan(450);
    await makeTables(words);
    expect(sortedPairs(await madeNames())).toEqual(sortedPairs(words.map((word) => [word, word])));
  });

  it('is that name, whatever is in it', async () => {
    const character = fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        ' ',
        '.',
        '\\',
        '$',
        '🦊',
        'Ä',
        'é',
        '\n',
        '\t',
        ';',
        '-',
        '/',
        '*',
        '_',
        'A',
        'z',
        '0',
        '%',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((text) => text !== '\0'),
    );
    const name = fc
      .array(character, { minLength: 1, maxLength: 63 })
      .map((characters) => characters.join(''))
      // PostgreSQL cuts a name that is longer, and knows no half of a surrogate pair.
      .filter((text) => byteLength(text) <= 63 && text.isWellFormed());
    const longest = 'ä'.repeat(31) + 'x';
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 20, maxLength: 40 }), async (names) => {
        await putBack();
        const all = [...new Set([...names, longest])];
        await makeTables(all);
        expect(sortedPairs(await madeNames())).toEqual(sortedPairs(all.map((each) => [each, each])));
      }),
      { numRuns: 15 },
    );
  });

  it('is read as it was meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(readName(quoteName(name))).toBe(name);
      }),
    );
  });
});
