import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { KeyFates } from './alter-table.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { renameOrder } from './rename-order.ts';
import type { TableChanges } from './table-changes.ts';

/** What only gets another name: tables, then columns, constraints and indexes. Rows do not notice. */
export function renameStatements(
  changes: readonly TableChanges[],
  fates: ReadonlyMap<TableChanges, KeyFates>,
): readonly DdlStatement[] {
  return [
    ...renameTables(changes),
    ...changes.flatMap((change) => renameWithin(change, fates.get(change)?.dropEarly ?? [])),
  ];
}

function renameTables(changes: readonly TableChanges[]): readonly DdlStatement[] {
  const pairs = changes.map(({ pair }) => pair);
  const moved = pairs.filter(({ live, after }) => live.schema !== after.schema);
  const schemas = new Set(pairs.map(({ live }) => live.schema));
  return [
    ...[...schemas].flatMap((schema) => {
      const within = pairs.filter(({ live }) => live.schema === schema);
      const steps = within.map(({ live, after }) => ({ from: live.name, to: after.name }));
      return renameOrder(steps, []).map(({ from, to }) => ({
        sql: `alter table ${sqlName({ schema, name: from })} rename to ${quoteName(to)}`,
        about: `table ${qualifiedName({ schema, name: from })}`,
      }));
    }),
    ...moved.map(({ live, after }) => ({
      sql: `alter table ${sqlName({ schema: live.schema, name: after.name })} set schema ${quoteName(after.schema)}`,
      about: `table ${qualifiedName(after)}`,
    })),
  ];
}

function renameWithin(
  {
    pair: { live, before, after },
    primaryKeys,
    uniques,
    checks,
    exclusions,
    foreignKeys,
    indexes,
    columns,
  }: TableChanges,
  droppedEarly: readonly string[],
): readonly DdlStatement[] {
  const table = sqlName(after);
  const about = `table ${qualifiedName(after)}`;
  const gone = new Set(columns.removed.map(({ name }) => name));
  const columnSteps = renameOrder(
    live.columns
      .map(({ name }, place) => ({ from: name, to: before.columns[place]?.name ?? name }))
      .filter(({ to }) => !gone.has(to)),
    after.columns.map(({ name }) => name),
  );
  const constraints = [primaryKeys, uniques, checks, exclusions, foreignKeys].flatMap(({ renamed }) => renamed);
  const constraintSteps = renameOrder(
    constraints.filter(({ from }) => !droppedEarly.includes(from)),
    [],
  );
  return [
    ...columnSteps.map(({ from, to }) => ({
      sql: `alter table ${table} rename column ${quoteName(from)} to ${quoteName(to)}`,
      about,
    })),
    ...constraintSteps.map(({ from, to }) => ({
      sql: `alter table ${table} rename constraint ${quoteName(from)} to ${quoteName(to)}`,
      about,
    })),
    ...renameOrder(indexes.renamed, []).map(({ from, to }) => ({
      sql: `alter index ${sqlName({ schema: after.schema, name: from })} rename to ${quoteName(to)}`,
      about: `index ${to}`,
    })),
  ];
}
