import type { Sequence, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { err, ok } from '#core/shared/result.ts';
import { bySchemaAndName, tableOf, type Drawing, type Drawn, type EditOf } from './drawing.ts';
import { problemOfReference } from './edit-foreign-keys.ts';
import { identitySequence } from './identity-sequence.ts';
import { isNameTaken, nameTaken } from './taken-names.ts';
import { withKeyIndexes } from './key-indexes.ts';

/** One of the same columns may stand there already: then it was run. */
export function addTable(drawing: Drawing, { table }: EditOf<'add-table'>): Drawn {
  const { catalog } = drawing;
  const standing = tableOf(catalog, table);
  if (standing !== undefined) {
    return hasSameColumns(standing, table)
      ? ok(drawing)
      : err(`There is another table \`${qualifiedName(table)}\` by now, with other columns.`);
  }
  if (isNameTaken(catalog, table)) return err(nameTaken(table));
  const schemas = catalog.schemas.includes(table.schema)
    ? catalog.schemas
    : [...catalog.schemas, table.schema].toSorted();
  const tables = bySchemaAndName([...catalog.tables, withKeyIndexes(withKeyColumns(table))]);
  const own = table.columns.filter(({ identity }) => identity !== null);
  const sequences = own.reduce<readonly Sequence[]>(
    (all, column) => bySchemaAndName([...all, identitySequence({ ...catalog, tables, sequences: all }, table, column)]),
    catalog.sequences,
  );
  const drawn = { ...catalog, schemas, tables, sequences };
  const problem = table.foreignKeys.map((key) => problemOfReference(drawn, table, key)).find((words) => words !== null);
  return problem == null ? ok({ ...drawing, catalog: drawn }) : err(problem);
}

function hasSameColumns(one: Table, other: Table): boolean {
  return columnWords(one) === columnWords(other);
}

function columnWords({ columns }: Table): string {
  return JSON.stringify(columns.map(({ name, type }) => [name, type]));
}

/** A primary key's columns, and those with an identity, are never NULL. */
function withKeyColumns(table: Table): Table {
  const columns = table.columns.map((column) =>
    column.identity !== null || table.primaryKey?.columns.includes(column.name) === true
      ? { ...column, notNull: true }
      : column,
  );
  return { ...table, columns };
}
