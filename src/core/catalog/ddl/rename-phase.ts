import type { Sequence } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { KeyFates } from './alter-keys.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { keptIdentities } from './alter-sequences.ts';
import { renameOrder, type Renaming } from './rename-order.ts';
import type { TableChanges } from './table-changes.ts';

/** What only gets another name: tables, then columns, constraints, indexes and sequences. Rows do not notice. */
export function renameStatements(
  changes: readonly TableChanges[],
  fates: ReadonlyMap<TableChanges, KeyFates>,
  sequences: { readonly before: readonly Sequence[]; readonly after: readonly Sequence[] },
): readonly DdlStatement[] {
  return [
    ...renameTables(changes),
    ...changes.flatMap(renameColumns),
    ...renameRelations(changes, sequences.before, sequences.after),
    ...changes.flatMap((change) => renameRules(change, fates.get(change)?.dropEarly ?? [])),
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

function renameColumns({ pair: { live, before, after }, columns }: TableChanges): readonly DdlStatement[] {
  const gone = new Set(columns.removed.map(({ name }) => name));
  const steps = live.columns
    .map(({ name }, place) => ({ from: name, to: before.columns[place]?.name ?? name }))
    .filter(({ to }) => !gone.has(to));
  const taken = [...live.columns, ...after.columns].map(({ name }) => name);
  return renameOrder(steps, taken).map(({ from, to }) => ({
    sql: `alter table ${sqlName(after)} rename column ${quoteName(from)} to ${quoteName(to)}`,
    about: `table ${qualifiedName(after)}`,
  }));
}

/** Checks and foreign keys, whose names belong to their table. */
function renameRules(
  { pair: { after }, checks, foreignKeys }: TableChanges,
  droppedEarly: readonly string[],
): readonly DdlStatement[] {
  const steps = [...checks.renamed, ...foreignKeys.renamed].filter(({ from }) => !droppedEarly.includes(from));
  return renameOrder(steps, []).map((step) => renameConstraint(after, step));
}

function renameConstraint(table: ObjectName, { from, to }: Renaming): DdlStatement {
  const sql = `alter table ${sqlName(table)} rename constraint ${quoteName(from)} to ${quoteName(to)}`;
  return { sql, about: `table ${qualifiedName(table)}` };
}

interface RelationRenaming extends Renaming {
  readonly schema: string;
  readonly statement: (step: Renaming) => DdlStatement;
}

/** Indexes, the keys that have one, and sequences of identity columns: their names belong to the schema. */
function renameRelations(
  changes: readonly TableChanges[],
  before: readonly Sequence[],
  after: readonly Sequence[],
): readonly DdlStatement[] {
  const all = changes.flatMap((change): readonly RelationRenaming[] => {
    const { schema } = change.pair.after;
    const constraints = [change.primaryKeys, change.uniques, change.exclusions].flatMap(({ renamed }) => renamed);
    return [
      ...constraints.map((step) => ({
        ...step,
        schema,
        statement: (one: Renaming) => renameConstraint(change.pair.after, one),
      })),
      ...change.indexes.renamed.map((step) => ({ ...step, schema, statement: renameBy('index', schema) })),
      ...keptIdentities(change, before, after).map(({ was, is }) => ({
        from: was.name,
        to: is.name,
        schema,
        statement: renameBy('sequence', schema),
      })),
    ];
  });
  const schemas = new Set(all.map(({ schema }) => schema));
  return [...schemas].flatMap((schema) => {
    const within = all.filter((one) => one.schema === schema);
    const statements = new Map(within.map(({ from, statement }) => [from, statement]));
    return renameOrder(within, []).flatMap((step) => {
      const statement = statements.get(step.from);
      // What goes by a name in between is what it was under that one too.
      if (statement !== undefined) statements.set(step.to, statement);
      return statement === undefined ? [] : [statement(step)];
    });
  });
}

function renameBy(kind: 'index' | 'sequence', schema: string): (step: Renaming) => DdlStatement {
  return ({ from, to }) => ({
    sql: `alter ${kind} ${sqlName({ schema, name: from })} rename to ${quoteName(to)}`,
    about: `${kind} ${to}`,
  });
}
