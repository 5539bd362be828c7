import type { Catalog, Table, View } from '#core/catalog/catalog.ts';
import { objectsInOrder } from '#core/catalog/ddl/objects-of.ts';
import { isSameObject, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';

/** The views that stand on an object, directly or over others, in the order in which they are made. */
export function viewsOver(
  catalog: Catalog,
  table: ObjectName,
  isTouched: (view: View) => boolean = () => true,
): readonly View[] {
  const found: View[] = [];
  for (const { kind, object } of objectsInOrder(catalog)) {
    if (kind !== 'view') continue;
    const isDirect = uses(object, table) && isTouched(object);
    if (isDirect || found.some((below) => uses(object, below))) found.push(object);
  }
  return found;
}

/**
 * The view over what the table was: a query of the same name, put before its own, stands in the table's place. Null where
 * that cannot be written: PostgreSQL prints the schema of a table outside `public`, and a query that begins with WITH has
 * names of its own.
 */
export function overJoin(view: View, table: Table, join: string): View | null {
  const query = view.definition.trim();
  if (table.schema !== 'public' || /^with\b/i.test(query)) return null;
  const inner = join
    .split('\n')
    .map((line) => `   ${line}`)
    .join('\n');
  return { ...view, definition: `WITH ${quoteName(table.name)} AS (\n${inner}\n)\n${query}` };
}

function uses(view: View, name: ObjectName): boolean {
  return view.dependsOn.some((one) => isSameObject(one, name));
}
