import type { Catalog, ForeignKey, Table, View } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { changeTable, keyFates, alterTable, type KeyFates } from './alter-table.ts';
import { contextOf, targetOf, type DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { isDisturbed } from './disturbed-keys.ts';
import { dropStatements } from './drop-phase.ts';
import { foreignKeySql } from './foreign-key-sql.ts';
import { objectsInOrder, type SchemaObject } from './objects-of.ts';
import { createPartition } from './partition-sql.ts';
import { renameStatements } from './rename-phase.ts';
import { createRoutine, createTriggers, createView } from './routine-sql.ts';
import { createSequence } from './sequence-sql.ts';
import { tableChanges, type TableChanges } from './table-changes.ts';
import { namesLeft } from './names-left.ts';
import { pairTables } from './table-pairs.ts';
import { addForeignKey, createTable } from './table-sql.ts';
import { createType } from './type-sql.ts';
import { planViews } from './views-in-the-way.ts';

/**
 * The statements that turn the live catalog into the wanted one, in an order in which they run, keeping the rows: what
 * goes first, then renamings, then what is made and changed, then foreign keys, triggers and views. The order of a
 * table's columns can not be changed: a new one comes last. Equal catalogs need none.
 */
export function alterScript(live: Catalog, wanted: Catalog, lineage: Lineage): readonly DdlStatement[] {
  return new AlterScript(live, wanted, lineage).statements();
}

class AlterScript {
  readonly #live: Catalog;
  readonly #wanted: Catalog;
  readonly #renamed: Catalog;
  readonly #dropped: readonly Table[];
  readonly #changes: ReadonlyMap<string, TableChanges>;
  readonly #fates = new Map<TableChanges, KeyFates>();
  readonly #context: DdlContext;
  readonly #standing = new Set<string>();
  readonly #later: { readonly table: Table; readonly key: ForeignKey }[] = [];

  constructor(live: Catalog, wanted: Catalog, lineage: Lineage) {
    const { pairs, dropped, renamed } = pairTables(live, wanted, lineage);
    this.#live = live;
    this.#wanted = wanted;
    this.#renamed = renamed;
    this.#dropped = dropped;
    this.#changes = new Map(pairs.map((pair) => [objectKey(pair.after), tableChanges(pair)]));
    for (const change of this.#changes.values()) {
      const fates = keyFates(change, (key) => isDisturbed(key, change, this.#changes));
      this.#fates.set(change, fates);
    }
    this.#context = contextOf(wanted, namesLeft(renamed, [...this.#changes.values()], this.#fates));
  }

  statements(): readonly DdlStatement[] {
    const changes = [...this.#changes.values()];
    const views = planViews(this.#live, this.#wanted, changes, this.#dropped);
    const added = this.#wanted.schemas.filter((name) => !this.#live.schemas.includes(name));
    const removed = this.#live.schemas.filter((name) => !this.#wanted.schemas.includes(name));
    const order = objectsInOrder(this.#wanted, (table) => this.#changes.has(objectKey(table)));
    return [
      ...inOrder(views.drop, objectsInOrder(this.#live)).toReversed().map(dropView),
      ...dropStatements(changes, this.#fates, this.#dropped),
      ...added.map((name) => ({ sql: `create schema ${quoteName(name)}`, about: `schema ${name}` })),
      ...renameStatements(changes, this.#fates),
      ...order.flatMap((object) => this.#make(object)),
      ...this.#foreignKeys(),
      ...this.#wanted.tables.flatMap((table) => this.#triggers(table)),
      ...inOrder(views.create, order).map((view) => createView(view)),
      ...this.#leftOver(),
      ...removed.map((name) => ({ sql: `drop schema ${quoteName(name)}`, about: `schema ${name}` })),
    ];
  }

  #make({ kind, object }: SchemaObject): readonly DdlStatement[] {
    switch (kind) {
      case 'type':
        return isIn(this.#live.types, object) ? [] : createType(object, this.#context);
      case 'sequence':
        if (isIn(this.#renamed.sequences, object)) return [];
        this.#context.taken.takeRelation(object);
        return [{ sql: createSequence(object), about: `sequence ${qualifiedName(object)}` }];
      case 'function':
        return isIn(this.#live.functions, object) ? [] : createRoutine(object, false);
      case 'table':
        return this.#makeTable(object);
      case 'view':
        return [];
    }
  }

  #makeTable(table: Table): readonly DdlStatement[] {
    this.#standing.add(objectKey(table));
    const change = this.#changes.get(objectKey(table));
    if (change !== undefined) return changeTable(change, this.#context);
    const stands = (target: Table): boolean => this.#standing.has(objectKey(target));
    const { statements, later } =
      table.partitionOf === null
        ? createTable(table, stands, this.#context)
        : createPartition(table, table.partitionOf, stands, this.#context);
    this.#later.push(...later.map((key) => ({ table, key })));
    return statements;
  }

  /** A foreign key that becomes another is dropped and made in one statement. */
  #foreignKeys(): readonly DdlStatement[] {
    const changed = [...this.#changes.values()].flatMap((change) => {
      const { after } = change.pair;
      const { change: keys, add } = this.#fates.get(change) ?? { change: [], add: [] };
      return [
        ...keys.flatMap(({ after: key }) => {
          const name = quoteName(key.name);
          const words = foreignKeySql(key, targetOf(key, this.#context), true);
          return alterTable(after, [`drop constraint ${name}`, `add constraint ${name} ${words}`]);
        }),
        ...add.map((key) => addForeignKey(after, key, this.#context)),
      ];
    });
    return [...changed, ...this.#later.map(({ table, key }) => addForeignKey(table, key, this.#context))];
  }

  #triggers(table: Table): readonly DdlStatement[] {
    const change = this.#changes.get(objectKey(table));
    if (change === undefined) return createTriggers(table);
    const { added, changed } = change.triggers;
    return [
      ...changed.map(({ before: { name } }) => ({
        sql: `drop trigger ${quoteName(name)} on ${sqlName(table)}`,
        about: `trigger ${name}`,
      })),
      ...createTriggers({ ...table, triggers: [...changed.map(({ after }) => after), ...added] }),
    ];
  }

  #leftOver(): readonly DdlStatement[] {
    return [];
  }
}

function dropView(view: View): DdlStatement {
  const kind = view.materialized ? 'materialized view' : 'view';
  return { sql: `drop ${kind} ${sqlName(view)}`, about: `${kind} ${qualifiedName(view)}` };
}

function inOrder(views: readonly View[], objects: readonly SchemaObject[]): readonly View[] {
  const keys = objects.flatMap(({ kind, object }) => (kind === 'view' ? [objectKey(object)] : []));
  return views.toSorted((one, other) => keys.indexOf(objectKey(one)) - keys.indexOf(objectKey(other)));
}

function isIn(
  list: readonly { readonly schema: string; readonly name: string }[],
  { schema, name }: SchemaObject['object'],
): boolean {
  return list.some((other) => other.schema === schema && other.name === name);
}
