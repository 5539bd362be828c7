import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import type { DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { createPartition } from './partition-sql.ts';
import { addForeignKey, createTable } from './table-sql.ts';

/** Tables made one after the other, and the foreign keys that have to wait until the last of them stands. */
export class NewTables {
  readonly #context: DdlContext;
  readonly #standing = new Set<string>();
  readonly #later: { readonly table: Table; readonly key: ForeignKey }[] = [];

  constructor(context: DdlContext) {
    this.#context = context;
  }

  /** From now on it can be referenced. */
  standing(table: Table): void {
    this.#standing.add(objectKey(table));
  }

  create(table: Table): readonly DdlStatement[] {
    const stands = (target: Table): boolean => this.#standing.has(objectKey(target));
    const { statements, later } =
      table.partitionOf === null
        ? createTable(table, stands, this.#context)
        : createPartition(table, table.partitionOf, stands, this.#context);
    this.standing(table);
    this.#later.push(...later.map((key) => ({ table, key })));
    return statements;
  }

  laterKeys(): readonly DdlStatement[] {
    return this.#later.map(({ table, key }) => addForeignKey(table, key, this.#context));
  }
}
