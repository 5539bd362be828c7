import type { Index, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { columnActions } from './alter-column.ts';
import { columnSql } from './column-sql.ts';
import { columnComment, tableComment } from './comment-sql.ts';
import { checkSql, exclusionSql, keySql } from './constraint-sql.ts';
import type { KeyFates } from './alter-keys.ts';
import { targetOf, typesIn, type DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { foreignKeySql } from './foreign-key-sql.ts';
import { createTriggers } from './routine-sql.ts';
import { addForeignKey } from './table-sql.ts';
import { createIndex } from './index-sql.ts';
import { identitySequence, identitySql } from './sequence-sql.ts';
import type { TableChanges } from './table-changes.ts';
import { checkName, exclusionName, indexOf, keyName, naming } from './table-parts.ts';

/** One ALTER TABLE of several actions, a line each; none where there is nothing to do. */
export function alterTable(table: ObjectName, actions: readonly string[]): readonly DdlStatement[] {
  if (actions.length === 0) return [];
  const [only] = actions;
  const body = actions.length === 1 ? ` ${only ?? ''}` : `\n${actions.map((action) => `  ${action}`).join(',\n')}`;
  return [{ sql: `alter table ${sqlName(table)}${body}`, about: `table ${qualifiedName(table)}` }];
}

/** What becomes of columns, keys and checks, once the table has its new name and what is to go has gone. */
export function changeTable(changes: TableChanges, context: DdlContext): readonly DdlStatement[] {
  const { before, after } = changes.pair;
  const persistence =
    before.persistence === after.persistence ? [] : [after.persistence === 'unlogged' ? 'set unlogged' : 'set logged'];
  return [
    ...alterTable(after, persistence),
    ...changes.indexes.changed.map(({ before: { name } }) => dropIndex(after, name)),
    ...alterTable(after, [
      ...droppedConstraints(changes),
      ...changedColumns(changes, context),
      ...addedColumns(changes, context),
      ...addedConstraints(changes, context),
    ]),
    ...addedIndexes(changes, context),
    ...comments(changes),
  ];
}

/** Constraints that become others under the same name. */
function droppedConstraints({ primaryKeys, uniques, checks, exclusions }: TableChanges): readonly string[] {
  return [primaryKeys, uniques, exclusions, checks].flatMap(({ changed }) =>
    changed.map(({ before }) => `drop constraint ${quoteName(before.name)}`),
  );
}

function changedColumns({ columns, primaryKeys, pair }: TableChanges, context: DdlContext): readonly string[] {
  const newKey = primaryKeys.added.length + primaryKeys.changed.length > 0;
  return columns.changed.flatMap(({ before, after }) =>
    columnActions({
      before,
      after,
      using: pair.conversions.get(after.name) ?? null,
      entersPrimaryKey: newKey && pair.after.primaryKey?.columns.includes(after.name) === true,
      identity: identityOf(pair.after, after, context),
      isDomain: context.isDomain,
    }),
  );
}

function addedColumns({ columns, pair }: TableChanges, context: DdlContext): readonly string[] {
  return columns.added.map((column) => {
    const identity = column.identity === null ? null : identityOf(pair.after, column, context);
    const words = columnSql(column, {
      identity,
      inPrimaryKey: pair.after.primaryKey?.columns.includes(column.name) === true,
      constraints: [],
      isDomain: context.isDomain,
    });
    return `add column ${words}`;
  });
}

function identityOf(table: Table, column: Table['columns'][number], { sequences, taken }: DdlContext): string {
  if (column.identity === null) return '';
  const sequence = identitySequence(sequences, table, column.name);
  const given = taken.sequence(table, column.name);
  taken.takeRelation({ schema: table.schema, name: sequence?.name ?? given });
  return identitySql(column, sequence, given);
}

function addedConstraints(changes: TableChanges, context: DdlContext): readonly string[] {
  const { after } = changes.pair;
  const { taken } = context;
  const add = (name: string, given: string | null, words: string, withIndex: boolean): string => {
    taken.takeConstraint({ schema: after.schema, name }, withIndex);
    return `add ${naming(name, given)}${words}`;
  };
  return [
    ...newOf(changes.primaryKeys).map((key) =>
      add(key.name, keyName(taken, after, key, 'primary key'), keySql(key, 'primary key', true), true),
    ),
    ...newOf(changes.uniques).map((key) =>
      add(key.name, keyName(taken, after, key, 'unique'), keySql(key, 'unique', true), true),
    ),
    ...newOf(changes.exclusions).map((exclusion) =>
      add(
        exclusion.name,
        exclusionName(taken, after, exclusion),
        exclusionSql(exclusion, indexOf(after, exclusion), typesIn(after, context)),
        true,
      ),
    ),
    ...newOf(changes.checks).map((check) =>
      add(check.name, checkName(context, after, check), checkSql(check, typesIn(after, context)), false),
    ),
  ];
}

function newOf<Thing>(list: {
  readonly added: readonly Thing[];
  readonly changed: readonly { readonly after: Thing }[];
}): readonly Thing[] {
  return [...list.changed.map(({ after }) => after), ...list.added];
}

export function dropIndex({ schema }: ObjectName, name: string): DdlStatement {
  return { sql: `drop index ${sqlName({ schema, name })}`, about: `index ${name}` };
}

function addedIndexes({ indexes, pair }: TableChanges, context: DdlContext): readonly DdlStatement[] {
  return newOf<Index>(indexes).map((index) => {
    context.taken.takeRelation({ schema: pair.after.schema, name: index.name });
    return createIndex(index, pair.after, typesIn(pair.after, context));
  });
}

function comments({ columns, pair: { before, after } }: TableChanges): readonly DdlStatement[] {
  const changed = columns.changed.filter((column) => column.before.comment !== column.after.comment);
  return [
    ...(before.comment === after.comment ? [] : [tableComment(after, after.comment)]),
    ...[...changed.map((column) => column.after), ...columns.added.filter(({ comment }) => comment !== null)].map(
      ({ name, comment }) => columnComment(after, name, comment),
    ),
  ];
}

/** A foreign key that becomes another is dropped and made in one statement. */
export function changeForeignKeys(
  { pair: { after } }: TableChanges,
  fates: KeyFates | undefined,
  context: DdlContext,
): readonly DdlStatement[] {
  const changed = (fates?.change ?? []).flatMap(({ after: key }) => {
    const name = quoteName(key.name);
    const words = foreignKeySql(key, targetOf(key, context), true);
    return alterTable(after, [`drop constraint ${name}`, `add constraint ${name} ${words}`]);
  });
  return [...changed, ...(fates?.add ?? []).map((key) => addForeignKey(after, key, context))];
}

export function changeTriggers({
  triggers: { added, changed },
  pair: { after },
}: TableChanges): readonly DdlStatement[] {
  return [
    ...changed.map(({ before: { name } }) => ({
      sql: `drop trigger ${quoteName(name)} on ${sqlName(after)}`,
      about: `trigger ${name}`,
    })),
    ...createTriggers({ ...after, triggers: [...changed.map((trigger) => trigger.after), ...added] }),
  ];
}
