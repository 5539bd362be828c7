import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';

/** What is to be said of a column that is named and not there; null where all are. */
export function missingColumn(table: Table, names: readonly string[]): string | null {
  const missing = names.find((name) => !table.columns.some((column) => column.name === name));
  return missing === undefined ? null : `\`${qualifiedName(table)}\` has no column \`${missing}\` any more.`;
}
