import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { Design, EditProblem } from './design.ts';
import { drawEdit } from './draw-edit.ts';
import type { Drawing } from './drawing.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** What a schema becomes by the edits, one after the other. Those that can not be made are passed over, and said. */
export function drawDesign(live: Catalog, edits: readonly SchemaEdit[]): Design {
  let drawing = startOf(live);
  const problems: EditProblem[] = [];
  for (const [index, edit] of edits.entries()) {
    const drawn = drawEdit(drawing, edit);
    if (drawn.ok) drawing = drawn.value;
    else problems.push({ index, message: drawn.error });
  }
  return { catalog: drawing.catalog, lineage: ofLive(drawing, live), problems };
}

/** Every table comes from itself. */
export function startOf(live: Catalog): Drawing {
  const tables = new Map(
    live.tables.map(({ schema, name }) => [objectKey({ schema, name }), { schema, name }] as const),
  );
  return { catalog: live, lineage: { tables, columns: new Map(), conversions: new Map() } };
}

/** Of what is new nothing comes from anywhere, though it may have been renamed since it was drawn. */
function ofLive({ catalog, lineage }: Drawing, live: Catalog): Lineage {
  const drawn = new Map(catalog.tables.map((table) => [objectKey(table), table] as const));
  const isOfLive = (key: string, column: string, liveColumn: string): boolean =>
    hasColumn(catalog.tables, drawn.get(key), column) && hasColumn(live.tables, lineage.tables.get(key), liveColumn);
  return {
    tables: lineage.tables,
    columns: kept(lineage.columns, isOfLive),
    conversions: kept(lineage.conversions, (key, column) =>
      isOfLive(key, column, lineage.columns.get(key)?.get(column) ?? column),
    ),
  };
}

function hasColumn(tables: readonly Table[], table: ObjectName | undefined, column: string): boolean {
  if (table === undefined) return false;
  return tables.some((one) => isSameObject(one, table) && one.columns.some(({ name }) => name === column));
}

type ByColumn = ReadonlyMap<string, ReadonlyMap<string, string>>;

function kept(entries: ByColumn, isKept: (table: string, column: string, value: string) => boolean): ByColumn {
  return new Map(
    [...entries].flatMap(([table, columns]) => {
      const own = [...columns].filter(([column, value]) => isKept(table, column, value));
      return own.length === 0 ? [] : [[table, new Map(own)] as const];
    }),
  );
}
