import type { View } from '#core/catalog/catalog.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import { createView, dropView } from '#core/catalog/ddl/routine-sql.ts';
import { addForeignKey } from '#core/catalog/ddl/table-sql.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { dropConstraint, inboundKeys, withTarget } from './inbound-keys.ts';
import { migrationNotes } from './migration-notes.ts';
import type { Migration, MigrationChoice, MigrationGround } from './migration-ground.ts';
import { fillKept, fillMoved, goOnCounting, joinOf } from './move-rows.ts';
import { nameAside } from './part-names.ts';
import { newPart, passOnSequences, PartWriter, takenIn } from '#core/normalization/split-parts.ts';
import { viewsOver } from './views-over.ts';

/** Both parts are new; the old table is put aside or dropped, and a view has its name and shows its rows. */
export function migrateToNewTables(ground: MigrationGround, choice: MigrationChoice): Migration {
  const { catalog, table, split } = ground;
  const names = { moved: choice.moved, kept: choice.kept };
  const taken = takenIn(catalog);
  const isMovedFirst = split.reference?.to !== 'kept';
  const first = newPart(ground, isMovedFirst ? 'moved' : 'kept', names, taken);
  const second = newPart(ground, isMovedFirst ? 'kept' : 'moved', names, taken);
  const [moved, kept] = isMovedFirst ? [first, second] : [second, first];
  const writer = new PartWriter(catalog, [moved, kept]);
  const inbound = inboundKeys(catalog, table, kept, moved);
  const views = viewsOver(catalog, table);
  const join = joinOf(ground, kept, moved);
  const aside = nameAside(catalog, table, [choice.moved, choice.kept]);
  const fill = (part: typeof moved): DdlStatement =>
    part === moved ? fillMoved(ground, table, moved) : fillKept(ground, table, kept);
  const about = `table ${qualifiedName(table)}`;
  const [drop, rename]: readonly [DdlStatement, DdlStatement] = [
    { sql: `drop table ${sqlName(table)}`, about },
    { sql: `alter table ${sqlName(table)} rename to ${quoteName(aside)}`, about },
  ];
  const view = { sql: `create view ${sqlName(table)} as\n${join}`, about: `view ${qualifiedName(table)}` };
  const dropAside = { sql: `drop table ${sqlName({ schema: table.schema, name: aside })}`, about };
  const isDropped = choice.old === 'dropped';
  // Their text names the table: read again, it names the view. What stands on them need not go for that.
  const canReplace = views.every(({ materialized }) => !materialized);
  const last: readonly DdlStatement[] = canReplace
    ? [
        ...(isDropped && views.length === 0 ? [drop] : [rename]),
        view,
        ...views.flatMap(replaceView),
        ...(isDropped && views.length > 0 ? [dropAside] : []),
      ]
    : [isDropped ? drop : rename, view, ...views.flatMap(createView)];
  const statements: readonly DdlStatement[] = [
    ...(canReplace ? [] : views.toReversed().map(dropView)),
    ...writer.create(first),
    ...writer.create(second),
    fill(first),
    fill(second),
    ...writer.laterKeys(),
    ...[kept, moved].flatMap(goOnCounting),
    ...passOnSequences(catalog, table, kept),
    ...passOnSequences(catalog, table, {
      ...moved,
      columns: moved.columns.filter(({ name }) => !split.kept.includes(name)),
    }),
    ...inbound.map(({ child, key }) => dropConstraint(child, key.name)),
    ...inbound.flatMap(({ child, key, target }) =>
      target === null ? [] : [addForeignKey(child, withTarget(key, target), writer.context)],
    ),
    ...last,
  ];
  const notes = migrationNotes(ground, choice, { moved, kept, inbound, lostViews: [] });
  return { statements, moved, kept, join, notes };
}

/** Its triggers, its comment and what stands on it stay. */
function replaceView(view: View): readonly DdlStatement[] {
  const [made] = createView(view);
  return made === undefined ? [] : [{ ...made, sql: made.sql.replace(/^create view/, 'create or replace view') }];
}
