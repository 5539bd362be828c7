import { qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import type { Change, SchemaMarks } from '#core/catalog/schema-marks.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';

/** What a box is marked with: `drawn` is not run yet, the others are what the last run did. */
export interface BoxMarks {
  readonly table: 'drawn' | 'drawn changes' | Change | null;
  readonly columns: ReadonlyMap<string, 'drawn' | Change>;
}

export const noBoxMarks: BoxMarks = { table: null, columns: new Map() };

/** What is drawn comes before what was run: it is still to be done. */
export function boxMarksOf(object: ObjectName, drawn: DrawnMarks, run: SchemaMarks): BoxMarks {
  const key = objectKey(object);
  const drawnChange = drawn.tables.get(key);
  const ran = run.tables.get(qualifiedName(object));
  const viewChange = run.others.get(`view ${qualifiedName(object)}`);
  if (drawnChange === undefined && ran === undefined && viewChange === undefined) return noBoxMarks;
  const columns = new Map<string, 'drawn' | Change>(ran === undefined || ran.change === 'new' ? [] : ran.columns);
  for (const column of drawn.columns.get(key)?.keys() ?? []) columns.set(column, 'drawn');
  if (drawnChange !== undefined) return { table: drawnChange === 'new' ? 'drawn' : 'drawn changes', columns };
  return { table: ran?.change ?? viewChange ?? null, columns };
}
