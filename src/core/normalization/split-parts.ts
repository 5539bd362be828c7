import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { addForeignKey, createTable } from '#core/catalog/ddl/table-sql.ts';
import { contextOf, type DdlContext } from '#core/catalog/ddl/ddl-context.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import { isSequenceOf } from '#core/catalog/ddl/sequence-sql.ts';
import { TakenNames } from '#core/catalog/ddl/taken-names.ts';
import { isSameObject, objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { MigrationGround } from '#core/normalization/migration/migration-ground.ts';
import { partForeignKeys } from '#core/normalization/migration/part-foreign-keys.ts';
import { choosePartKeys, partTable, sourcesOf, type PartKeys } from '#core/normalization/migration/part-table.ts';

/** One part of a split as a table that is to be made. */
export function newPart(
  ground: MigrationGround,
  part: 'moved' | 'kept',
  names: { readonly moved: string; readonly kept: string },
  taken: TakenNames,
): Table {
  const { table, split } = ground;
  const stays = (name: string): boolean => split.kept.includes(name);
  return partTable(
    {
      source: table,
      name: names[part],
      columns: split[part],
      keys: keysOf(ground, part),
      known: part === 'moved' ? split.dependency.determinant : [],
      // A number that is given to each row is given where the rows stay.
      identities: table.columns
        .filter(({ name, identity }) => identity !== null && (part === 'kept' ? stays(name) : !stays(name)))
        .map(({ name }) => name),
      foreignKeys: partForeignKeys(table, split, part, names),
    },
    taken,
  );
}

export function keysOf({ catalog, table, split, facts }: MigrationGround, part: 'moved' | 'kept'): PartKeys {
  const preferred = split.reference?.to === part ? split.reference.columns : null;
  const [keys, known] = part === 'moved' ? [split.movedKeys, facts.movedKeys] : [split.keptKeys, facts.keptKeys];
  return choosePartKeys(table, split[part], keys, known, catalog.types, preferred);
}

/** All names that are there before anything is made. */
export function takenIn({ tables, views, sequences, types }: Catalog): TakenNames {
  const taken = new TakenNames();
  for (const table of tables) taken.takeTable(table);
  for (const thing of [...views, ...sequences, ...types]) taken.takeRelation(thing);
  return taken;
}

/** Writes tables one after the other; foreign keys to what comes later are kept until `laterKeys`. */
export class PartWriter {
  readonly context: DdlContext;
  readonly #standing: Set<string>;
  readonly #later: (() => DdlStatement)[] = [];

  /** `after`: the tables as they will be, which foreign keys may refer to. */
  constructor(catalog: Catalog, after: readonly Table[]) {
    const others = catalog.tables.filter((table) => !after.some((one) => isSameObject(one, table)));
    this.context = contextOf({ ...catalog, tables: [...others, ...after] }, takenIn(catalog));
    this.#standing = new Set(others.map(objectKey));
  }

  create(table: Table): readonly DdlStatement[] {
    const made = createTable(table, (target) => this.#standing.has(objectKey(target)), this.context);
    this.#standing.add(objectKey(table));
    this.#later.push(...made.later.map((key) => () => addForeignKey(table, key, this.context)));
    return made.statements;
  }

  laterKeys(): readonly DdlStatement[] {
    return this.#later.map((write) => write());
  }
}

/** Stored columns that stay and are computed from what goes. */
export function computedNoMore({ table, split }: MigrationGround): readonly string[] {
  return table.columns
    .filter(
      (column) =>
        column.generation === 'stored' &&
        split.kept.includes(column.name) &&
        sourcesOf(table, column).some((name) => !split.kept.includes(name)),
    )
    .map(({ name }) => name);
}

/** Sequences that the old columns own go with the new ones, whose defaults ask them. */
export function passOnSequences({ sequences }: Catalog, table: Table, part: Table): readonly DdlStatement[] {
  return sequences
    .filter(({ isIdentity }) => !isIdentity)
    .flatMap((sequence) => {
      const column = part.columns.find(({ name }) => isSequenceOf(sequence, table, name));
      if (column === undefined) return [];
      const owner = `${sqlName(part)}.${quoteName(column.name)}`;
      return [
        { sql: `alter sequence ${sqlName(sequence)} owned by ${owner}`, about: `sequence ${qualifiedName(sequence)}` },
      ];
    });
}
