import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { contextOf, type DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { NewTables } from './new-tables.ts';
import { objectsInOrder, type SchemaObject } from './objects-of.ts';
import { withUncheckedBodies } from './unchecked-bodies.ts';
import { createRoutine, createTriggers, createView } from './routine-sql.ts';
import { createSequence, ownerOf } from './sequence-sql.ts';
import { createType } from './type-sql.ts';

/** The statements that make all that a catalog holds in an empty database, in an order in which they run. */
export function createScript(catalog: Catalog): readonly DdlStatement[] {
  return new CreateScript(catalog, contextOf(catalog)).statements(objectsInOrder(catalog));
}

class CreateScript {
  readonly #catalog: Catalog;
  readonly #context: DdlContext;
  readonly #newTables: NewTables;

  constructor(catalog: Catalog, context: DdlContext) {
    this.#catalog = catalog;
    this.#context = context;
    this.#newTables = new NewTables(context);
  }

  statements(objects: readonly SchemaObject[]): readonly DdlStatement[] {
    const schemas = this.#catalog.schemas.filter((name) => name !== 'public');
    return [
      ...schemas.map((name) => ({ sql: `create schema ${quoteName(name)}`, about: `schema ${name}` })),
      ...withUncheckedBodies(objects.map((object) => ({ object, statements: this.#create(object) }))),
      ...this.#newTables.laterKeys(),
      ...this.#catalog.tables.flatMap((table) => createTriggers(table)),
    ];
  }

  #create({ kind, object }: SchemaObject): readonly DdlStatement[] {
    switch (kind) {
      case 'type':
        return createType(object, this.#context);
      case 'sequence':
        this.#context.taken.takeRelation(object);
        return [{ sql: createSequence(object), about: `sequence ${qualifiedName(object)}` }];
      case 'function':
        return createRoutine(object, false);
      case 'table':
        return [...this.#newTables.create(object), ...this.#ownings(object)];
      case 'view':
        this.#context.taken.takeRelation(object);
        return createView(object);
    }
  }

  /** A sequence goes with the column that owns it; it must be there before the column's default. */
  #ownings(table: Table): readonly DdlStatement[] {
    return this.#catalog.sequences
      .filter(({ isIdentity }) => !isIdentity)
      .flatMap((sequence) => {
        const owner = ownerOf(sequence, [table]);
        if (owner === null) return [];
        const sql = `alter sequence ${sqlName(sequence)} owned by ${owner}`;
        return [{ sql, about: `sequence ${qualifiedName(sequence)}` }];
      });
  }
}
