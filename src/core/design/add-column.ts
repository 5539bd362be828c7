import { qualifiedName } from '#core/catalog/object-name.ts';
import { err, ok } from '#core/shared/result.ts';
import {
  bySchemaAndName,
  familyOf,
  noTable,
  tableOf,
  withTables,
  type Drawing,
  type Drawn,
  type EditOf,
} from './drawing.ts';
import { identitySequence } from './identity-sequence.ts';
import { ofItsParent } from './of-its-parent.ts';

/** One of this name and type may stand there already: then it was run. */
export function addColumn(drawing: Drawing, { table: name, column }: EditOf<'add-column'>): Drawn {
  const { catalog } = drawing;
  const table = tableOf(catalog, name);
  if (table === undefined) return noTable(name);
  const standing = table.columns.find((other) => other.name === column.name);
  if (standing !== undefined) {
    return standing.type === column.type
      ? ok(drawing)
      : err(`\`${qualifiedName(name)}\` has another column \`${column.name}\` by now: it is ${standing.type}.`);
  }
  if (table.partitionOf !== null) return err(ofItsParent(table));
  const added = { ...column, notNull: column.notNull || column.identity !== null };
  const drawn = withTables(drawing, familyOf(catalog, name), (one) => ({ ...one, columns: [...one.columns, added] }));
  if (column.identity === null) return ok(drawn);
  const sequence = identitySequence(catalog, name, column);
  return ok({
    ...drawn,
    catalog: { ...drawn.catalog, sequences: bySchemaAndName([...catalog.sequences, sequence]) },
  });
}
