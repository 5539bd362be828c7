import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '#core/catalog/catalog.ts';
import { alterScript } from '#core/catalog/ddl/alter-script.ts';
import { createScript } from '#core/catalog/ddl/create-script.ts';
import { scriptOf } from '#core/catalog/ddl/ddl-statement.ts';
import { someCatalog } from '#core/catalog/ddl/test-schemas.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done } from '#engine/test-questions.ts';
import { drawDesign } from './draw-design.ts';
import { editsLeft } from './edits-left.ts';
import type { SchemaEdit } from './schema-edit.ts';
import { someEdit } from './test-edits.ts';

let engine: Engine;

const { putBack } = engineForTests((started) => (engine = started));

async function read(): Promise<Catalog> {
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
  return catalog.value;
}

/** A schema of ordinary tables, and strokes on it, each on what those before it have drawn. */
const drawings = fc.gen().map((draw) => {
  const all = draw(() => someCatalog({ tables: 4 }));
  const others = all.tables.filter(({ persistence }) => persistence !== 'permanent');
  const live = drawDesign(
    all,
    others.map((table) => ({ kind: 'drop-table', table })),
  ).catalog;
  const edits: SchemaEdit[] = [];
  for (let left = draw(fc.integer, { min: 1, max: 12 }); left > 0; left -= 1) {
    edits.push(someEdit(draw, drawDesign(live, edits).catalog, left));
  }
  return { live, edits };
});

describe('a drawing', () => {
  it('that is run is what was drawn, and nothing of it is left', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drawings, async ({ live: wanted, edits }) => {
        await putBack();
        await done(engine, scriptOf(createScript(wanted)));
        const live = await read();
        const design = drawDesign(live, edits);
        expect(design.problems).toEqual([]);
        const statements = alterScript(live, design.catalog, design.lineage);
        await done(engine, `begin; ${scriptOf(statements)}; commit`);
        const after = await read();
        expect(declared(after)).toEqual(declared(design.catalog));
        // Strokes that take each other back are nothing to be run: they stay until they are taken back themselves.
        expect(statements.length === 0 ? [] : editsLeft(live, after, edits)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('never throws, whatever became of the schema under it', () => {
    fc.assert(
      fc.property(drawings, drawings, ({ edits }, { live, edits: others }) => {
        const drawn = drawDesign(live, [...others, ...edits, ...others]);
        expect(drawDesign(drawn.catalog, []).catalog).toBe(drawn.catalog);
        editsLeft(live, drawn.catalog, edits);
      }),
    );
  });
});

/** What a drawing decides; rows are as they are. */
function declared({ tables, sequences }: Catalog): unknown {
  return { tables: tables.map((table) => ({ ...table, rows: null })), sequences };
}
