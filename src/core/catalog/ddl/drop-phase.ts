import type { Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { KeyFates } from './alter-keys.ts';
import { alterTable, dropIndex } from './alter-table.ts';
import { creationOrder } from './creation-order.ts';
import type { DdlStatement } from './ddl-statement.ts';
import type { TableChanges } from './table-changes.ts';

/**
 * What goes, under the names it has now: foreign keys before the keys they need, tables, and of the tables that stay
 * what PostgreSQL does not drop along with a column.
 */
export function dropStatements(
  changes: readonly TableChanges[],
  fates: ReadonlyMap<TableChanges, KeyFates>,
  dropped: readonly Table[],
): readonly DdlStatement[] {
  return [
    ...changes.flatMap((change) => dropForeignKeys(change, fates.get(change)?.dropEarly ?? [])),
    ...dropTables(dropped),
    ...changes.flatMap(dropWithin),
  ];
}

function dropForeignKeys({ pair }: TableChanges, names: readonly string[]): readonly DdlStatement[] {
  return alterTable(
    pair.live,
    names.map((name) => `drop constraint ${quoteName(name)}`),
  );
}

/** Those that reference others first; keys that go round in a circle are dropped before. */
function dropTables(dropped: readonly Table[]): readonly DdlStatement[] {
  const going = new Map(dropped.map((table) => [objectKey(table), table]));
  // A partition goes with its parent.
  const alone = dropped.filter(
    ({ partitionOf }) =>
      partitionOf === null || !going.has(objectKey({ schema: partitionOf.schema, name: partitionOf.table })),
  );
  const ordered = creationOrder(
    alone.map((table) => ({ table, key: objectKey(table), needs: new Map(targetKeys(table).map((key) => [key, 1])) })),
  )
    .map(({ table }) => table)
    .toReversed();
  const gone = new Set<string>();
  return ordered.flatMap((table) => {
    gone.add(objectKey(table));
    // Of the tables that are still there, those that reference this one.
    const inTheWay = ordered.filter(
      (other) => !gone.has(objectKey(other)) && targetKeys(other).includes(objectKey(table)),
    );
    const keys = inTheWay.flatMap((other) =>
      alterTable(
        other,
        other.foreignKeys
          .filter(
            ({ references }) => objectKey({ schema: references.schema, name: references.table }) === objectKey(table),
          )
          .map(({ name }) => `drop constraint ${quoteName(name)}`),
      ),
    );
    return [...keys, { sql: `drop table ${sqlName(table)}`, about: `table ${qualifiedName(table)}` }];
  });
}

function targetKeys({ foreignKeys }: Table): readonly string[] {
  return foreignKeys.map(({ references }) => objectKey({ schema: references.schema, name: references.table }));
}

function dropWithin(changes: TableChanges): readonly DdlStatement[] {
  const { columns, primaryKeys, uniques, checks, exclusions, indexes, triggers, pair } = changes;
  const gone = new Set(columns.removed.map(({ name }) => name));
  const isGoing = (names: readonly string[]): boolean => names.some((name) => gone.has(name));
  // By before's names, since after the renamings nothing that is dropped has another.
  const keys = [...primaryKeys.removed, ...uniques.removed].filter((key) => !isGoing([...key.columns, ...key.include]));
  const constraints = [
    ...keys,
    ...exclusions.removed.filter(({ elements }) => !isGoing(plainColumns(elements))),
    ...checks.removed,
  ];
  const dropsGenerated = columns.removed.toSorted(
    (one, other) => Number(other.generated !== null) - Number(one.generated !== null),
  );
  return [
    ...triggers.removed.map(({ name }) => ({
      sql: `drop trigger ${quoteName(name)} on ${sqlName(pair.live)}`,
      about: `trigger ${name}`,
    })),
    ...indexes.removed
      .filter((index) => !isGoing([...index.include, ...plainColumns(index.columns)]))
      .map(({ name }) => dropIndex(pair.live, name)),
    ...alterTable(pair.live, [
      ...constraints.map(({ name }) => `drop constraint ${quoteName(name)}`),
      ...columns.changed
        .filter(({ before, after }) => before.identity !== null && after.identity === null)
        .map(({ before }) => `alter column ${quoteName(liveName(changes, before.name))} drop identity`),
      ...dropsGenerated.map(({ name }) => `drop column ${quoteName(liveName(changes, name))}`),
    ]),
  ];
}

type Elements = readonly { readonly expression: string; readonly isExpression: boolean }[];

function plainColumns(elements: Elements): readonly string[] {
  return elements.filter(({ isExpression }) => !isExpression).map(({ expression }) => expression);
}

/** A column that is made anew may have been renamed on the way. */
function liveName({ pair }: TableChanges, name: string): string {
  const place = pair.before.columns.findIndex((column) => column.name === name);
  return pair.live.columns[place]?.name ?? name;
}
