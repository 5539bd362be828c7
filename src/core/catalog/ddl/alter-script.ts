import type { Catalog, Routine, Sequence, Table, UserType, View } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { isSameObject, objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { keyFates, type KeyFates } from './alter-keys.ts';
import { dropLeftovers, signature } from './alter-leftovers.ts';
import { changeIdentities, changeOwners, changeSequence } from './alter-sequences.ts';
import { changeTable, changeForeignKeys, changeTriggers } from './alter-table.ts';
import { changeType, setAside, typesToReplace } from './alter-types.ts';
import { contextOf, type DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { isDisturbed } from './disturbed-keys.ts';
import { dropStatements } from './drop-phase.ts';
import { namesLeft } from './names-left.ts';
import { withUncheckedBodies } from './unchecked-bodies.ts';
import { objectsInOrder, type SchemaObject } from './objects-of.ts';
import { renameStatements } from './rename-phase.ts';
import { createRoutine, createTriggers, createView, dropView } from './routine-sql.ts';
import { createSequence } from './sequence-sql.ts';
import { tableChanges, type TableChanges } from './table-changes.ts';
import { pairTables } from './table-pairs.ts';
import { NewTables } from './new-tables.ts';
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
  /** The live one once tables and columns have their new names. */
  readonly #renamed: Catalog;
  readonly #dropped: readonly Table[];
  readonly #aside: readonly UserType[];
  readonly #changes: ReadonlyMap<string, TableChanges>;
  readonly #fates: ReadonlyMap<TableChanges, KeyFates>;
  readonly #context: DdlContext;
  readonly #newTables: NewTables;

  constructor(live: Catalog, wanted: Catalog, lineage: Lineage) {
    this.#live = live;
    this.#wanted = wanted;
    this.#aside = typesToReplace(live, wanted);
    const { pairs, dropped, renamed } = pairTables(live, wanted, lineage, this.#aside);
    this.#renamed = renamed;
    this.#dropped = dropped;
    const changes = pairs.map(tableChanges);
    this.#changes = new Map(changes.map((change) => [objectKey(change.pair.after), change]));
    this.#fates = new Map(
      changes.map((change) => [change, keyFates(change, (key) => isDisturbed(key, change, this.#changes))]),
    );
    this.#context = contextOf(wanted, namesLeft(renamed, changes, this.#fates));
    this.#newTables = new NewTables(this.#context);
  }

  statements(): readonly DdlStatement[] {
    const changes = [...this.#changes.values()];
    const views = planViews(this.#live, this.#wanted, changes, this.#dropped);
    const added = this.#wanted.schemas.filter((name) => !this.#live.schemas.includes(name));
    const removed = this.#live.schemas.filter((name) => !this.#wanted.schemas.includes(name));
    const order = objectsInOrder(this.#wanted, (table) => this.#changes.has(objectKey(table)));
    const made = order.map((object) => ({ object, statements: this.#make(object) }));
    return [
      ...inOrder(views.drop, objectsInOrder(this.#live)).toReversed().map(dropView),
      ...dropStatements(changes, this.#fates, this.#dropped),
      ...added.map((name) => ({ sql: `create schema ${quoteName(name)}`, about: `schema ${name}` })),
      ...renameStatements(changes, this.#fates, { before: this.#renamed.sequences, after: this.#wanted.sequences }),
      ...this.#aside.map(setAside),
      ...withUncheckedBodies(made),
      ...changeOwners(this.#renamed.sequences, this.#wanted.sequences, this.#wanted.tables),
      ...changes.flatMap((change) => changeForeignKeys(change, this.#fates.get(change), this.#context)),
      ...this.#newTables.laterKeys(),
      ...this.#wanted.tables.flatMap((table) => this.#triggers(table)),
      ...inOrder(views.create, order).flatMap((view) => createView(view)),
      ...dropLeftovers(this.#live, this.#renamed, this.#wanted),
      ...removed.map((name) => ({ sql: `drop schema ${quoteName(name)}`, about: `schema ${name}` })),
    ];
  }

  #make({ kind, object }: SchemaObject): readonly DdlStatement[] {
    switch (kind) {
      case 'type':
        return changeType(
          this.#live.types.find((type) => isSameObject(type, object)),
          object,
          this.#context,
        );
      case 'sequence':
        return this.#makeSequence(object);
      case 'function':
        return this.#makeRoutine(object);
      case 'table':
        return this.#makeTable(object);
      case 'view':
        return [];
    }
  }

  #makeSequence(sequence: Sequence): readonly DdlStatement[] {
    const before = this.#renamed.sequences.find((other) => isSameObject(other, sequence));
    if (before !== undefined) return changeSequence(before, sequence);
    this.#context.taken.takeRelation(sequence);
    return [{ sql: createSequence(sequence), about: `sequence ${qualifiedName(sequence)}` }];
  }

  #makeRoutine(routine: Routine): readonly DdlStatement[] {
    const before = this.#live.functions.find((other) => signature(other) === signature(routine));
    return before?.definition === routine.definition ? [] : createRoutine(routine, before !== undefined);
  }

  #makeTable(table: Table): readonly DdlStatement[] {
    const change = this.#changes.get(objectKey(table));
    if (change === undefined) return this.#newTables.create(table);
    this.#newTables.standing(table);
    return [
      ...changeTable(change, this.#context),
      ...changeIdentities(change, this.#renamed.sequences, this.#wanted.sequences),
    ];
  }

  #triggers(table: Table): readonly DdlStatement[] {
    const change = this.#changes.get(objectKey(table));
    return change === undefined ? createTriggers(table) : changeTriggers(change);
  }
}

function inOrder(views: readonly View[], objects: readonly SchemaObject[]): readonly View[] {
  const keys = objects.flatMap(({ kind, object }) => (kind === 'view' ? [objectKey(object)] : []));
  return views.toSorted((one, other) => keys.indexOf(objectKey(one)) - keys.indexOf(objectKey(other)));
}
