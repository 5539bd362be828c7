import type { Key, Table } from '#core/catalog/catalog.ts';
import { columnsIn } from '#core/catalog/ddl/columns-in.ts';
import { keySql } from '#core/catalog/ddl/constraint-sql.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import { createView, dropView } from '#core/catalog/ddl/routine-sql.ts';
import { addForeignKey } from '#core/catalog/ddl/table-sql.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { plainKey } from '#core/catalog/plain-catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { dropConstraint, holderOf, inboundKeys, targetOf, withTarget } from './inbound-keys.ts';
import { migrationNotes } from './migration-notes.ts';
import type { Migration, MigrationChoice, MigrationGround } from './migration-ground.ts';
import { fillMoved, goOnCounting, joinOf } from './move-rows.ts';
import { partForeignKeys } from './part-foreign-keys.ts';
import { declaredKeys, isSameSet } from './part-table.ts';
import { comparable, rowsOf } from '#core/normalization/row-source.ts';
import {
  computedNoMore,
  keysOf,
  newPart,
  passOnSequences,
  PartWriter,
  takenIn,
} from '#core/normalization/split-parts.ts';
import { overJoin, viewsOver } from './views-over.ts';

/** The new table takes its columns; the old one loses them and keeps its name, its rows and all that hangs on it. */
export function migrateByAlter(ground: MigrationGround, choice: MigrationChoice): Migration {
  const { catalog, table, split } = ground;
  const names = { moved: choice.moved, kept: table.name };
  const moved = newPart(ground, 'moved', names, takenIn(catalog));
  const { kept, added } = keptTable(ground);
  const writer = new PartWriter(catalog, [moved, kept]);
  const own = sqlName(table);
  const isComputed = (name: string): boolean =>
    table.columns.some((one) => one.name === name && one.generated !== null);
  // What is computed from others goes before them.
  const gone = split.moved
    .filter((name) => !split.kept.includes(name))
    .toSorted((one, other) => Number(isComputed(other)) - Number(isComputed(one)));
  const inbound = inboundKeys(catalog, table, kept, moved).filter(({ target }) => target !== kept);
  const between = partForeignKeys(table, split, 'kept', names).filter(({ name }) => name === '');
  const ownKeys = selfReferences(table, kept, moved);
  const join = joinOf(ground, table, moved);
  const views = rewrittenViews(ground, gone, join);
  const about = `table ${qualifiedName(table)}`;
  const statements: readonly DdlStatement[] = [
    ...views.dropped.toReversed().map(dropView),
    ...inbound.map(({ child, key }) => dropConstraint(child, key.name)),
    ...ownKeys.map(({ name }) => dropConstraint(table, name)),
    ...writer.create(moved),
    fillMoved(ground, table, moved),
    ...goOnCounting(moved),
    ...passOnSequences(catalog, table, { ...moved, columns: moved.columns.filter(({ name }) => gone.includes(name)) }),
    ...computedNoMore(ground).map((name) => ({
      sql: `alter table ${own} alter column ${quoteName(name)} drop expression`,
      about,
    })),
    { sql: `alter table ${own}\n${gone.map((name) => `  drop column ${quoteName(name)}`).join(',\n')}`, about },
    ...copies(ground),
    ...added.map(({ kind, key }) => ({
      sql: `alter table ${own} add ${keySql(key, kind, true)}`,
      about: `key of ${qualifiedName(table)}`,
    })),
    ...between.map((key) => unnamed(addForeignKey(kept, key, writer.context))),
    ...writer.laterKeys(),
    ...inbound.flatMap(({ child, key, target }) =>
      target === null ? [] : [addForeignKey(child, withTarget(key, target), writer.context)],
    ),
    ...views.made.flatMap(createView),
  ];
  const notes = migrationNotes(ground, choice, { moved, kept, inbound, lostViews: views.lost });
  return { statements, moved, kept: { ...kept, foreignKeys: [...kept.foreignKeys, ...between] }, join, notes };
}

/** A name that nobody gave is PostgreSQL's to give. */
function unnamed({ sql, about }: DdlStatement): DdlStatement {
  return { sql: sql.replace('constraint "" ', ''), about };
}

interface AddedKey {
  readonly kind: 'primary key' | 'unique';
  readonly key: Key;
}

/** The old table as it will be, and the keys that it does not have yet. */
function keptTable(ground: MigrationGround): { readonly kept: Table; readonly added: readonly AddedKey[] } {
  const { table, split } = ground;
  const stays = (columns: readonly string[]): boolean => columns.every((name) => split.kept.includes(name));
  const surviving = declaredKeys(table).filter(({ columns }) => stays(columns));
  const isThere = (columns: readonly string[]): boolean => surviving.some((key) => isSameSet(key.columns, columns));
  const { primary, uniques } = keysOf(ground, 'kept');
  const isPrimaryLeft = table.primaryKey !== null && stays(table.primaryKey.columns);
  const wanted: readonly AddedKey[] = [
    ...(primary === null
      ? []
      : [{ kind: isPrimaryLeft ? 'unique' : 'primary key', key: plainKey('', ...primary) } as const]),
    ...uniques.map((columns) => ({ kind: 'unique', key: plainKey('', ...columns) }) as const),
  ];
  const added = wanted.filter(({ key }) => !isThere(key.columns));
  const newPrimary = added.find(({ kind }) => kind === 'primary key')?.key ?? null;
  const kept: Table = {
    ...table,
    columns: table.columns
      .filter(({ name }) => split.kept.includes(name))
      .map((column) => ({ ...column, notNull: column.notNull || newPrimary?.columns.includes(column.name) === true })),
    foreignKeys: table.foreignKeys.filter(({ columns }) => stays(columns)),
    primaryKey: isPrimaryLeft ? table.primaryKey : newPrimary,
    uniques: [
      ...surviving.filter((key) => key !== table.primaryKey),
      ...added.flatMap(({ kind, key }) => (kind === 'unique' ? [key] : [])),
    ],
  };
  return { kept, added };
}

/** Foreign keys of the table to itself by columns that move: the new table has them, or they are lost. */
function selfReferences(table: Table, kept: Table, moved: Table): Table['foreignKeys'] {
  return table.foreignKeys.filter(
    ({ references }) => isSameObject(targetOf(references), table) && holderOf(references.columns, kept, moved) !== kept,
  );
}

/** Rows that without the moved columns are like another. */
function copies({ catalog, table, split, facts }: MigrationGround): readonly DdlStatement[] {
  if (facts.keptRows >= facts.rows) return [];
  const source = rowsOf(table, catalog);
  const group = split.kept.map((name) => comparable(source, name)).join(', ');
  const own = sqlName(table);
  return [
    {
      sql: `delete from ${own}\nwhere ctid not in (select min(ctid) from ${own} group by ${group})`,
      about: `copies in ${qualifiedName(table)}`,
    },
  ];
}

/** Views that name a column that goes are made anew over the join. */
function rewrittenViews({ catalog, table }: MigrationGround, gone: readonly string[], join: string) {
  const dropped = viewsOver(catalog, table, ({ definition }) => columnsIn(definition, gone).length > 0);
  const lost: (typeof dropped)[number][] = [];
  const made = dropped.flatMap((view) => {
    const stands = !view.dependsOn.some((name) => lost.some((one) => isSameObject(one, name)));
    const isDirect = view.dependsOn.some((name) => isSameObject(name, table));
    const anew = !stands ? null : isDirect ? overJoin(view, table, join) : view;
    if (anew === null) lost.push(view);
    return anew === null ? [] : [anew];
  });
  return { dropped, made, lost };
}
