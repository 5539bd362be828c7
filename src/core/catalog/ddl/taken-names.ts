import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { Table } from '#core/catalog/catalog.ts';
import { firstFree, joinedColumns, joinedIndexColumns, joinedName } from '#core/catalog/given-name.ts';

/**
 * The names that are taken at a moment of a script, from which follows what PostgreSQL would call the next constraint. It
 * looks for a free one among those of the whole schema: of tables, indexes and sequences for what has an index, and of
 * constraints.
 */
export class TakenNames {
  readonly #relations = new Set<string>();
  readonly #constraints = new Set<string>();

  takeRelation(name: ObjectName): void {
    this.#relations.add(objectKey(name));
  }

  /** Of a constraint; `withIndex` those that have an index of the same name. */
  takeConstraint(name: ObjectName, withIndex: boolean): void {
    this.#constraints.add(objectKey(name));
    if (withIndex) this.#relations.add(objectKey(name));
  }

  free(name: ObjectName): void {
    this.#relations.delete(objectKey(name));
    this.#constraints.delete(objectKey(name));
  }

  /** Everything that a table's name brings with it. */
  takeTable({ schema, name, ...table }: Table): void {
    this.takeRelation({ schema, name });
    for (const index of table.indexes) this.takeRelation({ schema, name: index.name });
    for (const key of [...keysOf(table), ...table.exclusions]) this.takeConstraint({ schema, name: key.name }, true);
    for (const constraint of [...table.checks, ...table.foreignKeys]) {
      this.takeConstraint({ schema, name: constraint.name }, false);
    }
  }

  /** Of the sequence of a serial or identity column. */
  sequence({ schema, name }: ObjectName, column: string): string {
    return this.#freeRelation(schema, (label) => joinedName(name, column, label), 'seq', false);
  }

  primaryKey({ schema, name }: ObjectName): string {
    return this.#freeRelation(schema, (label) => joinedName(name, null, label), 'pkey', true);
  }

  /** Of a unique constraint, an exclusion or a plain index, by its columns and those it includes. */
  index({ schema, name }: ObjectName, columns: readonly string[], label: 'key' | 'excl' | 'idx'): string {
    const joined = joinedIndexColumns(columns);
    return this.#freeRelation(schema, (numbered) => joinedName(name, joined, numbered), label, label !== 'idx');
  }

  /** Of a check by the one column it names, or null; of a foreign key by its columns. */
  constraint({ schema, name }: ObjectName, columns: readonly string[] | null, label: 'check' | 'fkey'): string {
    const joined = columns === null ? null : joinedColumns(columns);
    return firstFree(
      (number) => joinedName(name, joined, number === 0 ? label : `${label}${number}`),
      (candidate) => this.#constraints.has(objectKey({ schema, name: candidate })),
    );
  }

  #freeRelation(schema: string, nameOf: (label: string) => string, label: string, isConstraint: boolean): string {
    return firstFree(
      (number) => nameOf(number === 0 ? label : `${label}${number}`),
      (candidate) => {
        const key = objectKey({ schema, name: candidate });
        return this.#relations.has(key) || (isConstraint && this.#constraints.has(key));
      },
    );
  }
}

function keysOf({ primaryKey, uniques }: Pick<Table, 'primaryKey' | 'uniques'>): readonly { readonly name: string }[] {
  return primaryKey === null ? uniques : [primaryKey, ...uniques];
}
