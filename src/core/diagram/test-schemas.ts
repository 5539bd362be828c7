import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { plainCatalog, plainColumn, plainKey, plainTable, plainView } from '#core/catalog/plain-catalog.ts';

/** Schemas for tests and measurements. */

export function plainForeignKey(name: string, columns: readonly string[], table: string): ForeignKey {
  return {
    name,
    columns,
    references: { schema: 'public', table, columns: ['id'] },
    match: 'simple',
    onDelete: 'no action',
    onDeleteColumns: [],
    onUpdate: 'no action',
    deferrable: false,
    initiallyDeferred: false,
    validated: true,
  };
}

/** Tables `t0`, `t1`, …: each refers to those that `parentsOf` gives for it. */
export function schemaOf(
  count: number,
  parentsOf: (place: number) => readonly number[],
  columnsOf: (place: number) => number = () => 4,
): Catalog {
  const tables = Array.from({ length: count }, (_, place): Table => {
    const parents = parentsOf(place);
    return plainTable(`t${place}`, {
      columns: [
        plainColumn('id', 'bigint', { notNull: true }),
        ...parents.map((_parent, nth) => plainColumn(`parent_${nth}`, 'bigint')),
        ...Array.from({ length: columnsOf(place) }, (_column, nth) => plainColumn(`value_${nth}`, 'text')),
      ],
      primaryKey: plainKey(`t${place}_pkey`, 'id'),
      foreignKeys: parents.map((parent, nth) =>
        plainForeignKey(`t${place}_fkey${nth}`, [`parent_${nth}`], `t${parent}`),
      ),
    });
  });
  return plainCatalog({ tables });
}

/** Of the shape that grown schemas have: a few tables that many refer to, chains, and some that stand alone. */
export function grownSchema(count: number): Catalog {
  return schemaOf(
    count,
    (place) => {
      if (place < 4 || place % 11 === 10) return [];
      const near = Math.floor(place * 0.6);
      return [...new Set([near, (place * 7) % 4, ...(place % 3 === 0 ? [(place * 13) % place] : [])])];
    },
    (place) => 2 + ((place * 5) % 9),
  );
}

/** What a name may hold, and a picture or a file must not stumble over. */
export const wildNames = [
  'Order "Items"',
  'select',
  'a b\tc',
  '🛒 cart',
  '<script>alert(1)</script>',
  "it's & that",
  'ünïcödé',
  '日本語の表',
  '100%',
  'back\\slash',
  'pk',
  'direction LR',
  '%%{init}%%',
  '#35;',
  ']]>',
  'one',
  'two\nlines',
  'control\u0001',
  'x'.repeat(63),
] as const;

/** A table of each wild name with a column of each, and a reference by each to the next. */
export function wildSchema(names: readonly string[] = wildNames): Catalog {
  const tables = names.map((name, place) =>
    plainTable(name, {
      columns: [
        plainColumn('id', 'bigint', { notNull: true }),
        ...names.map((column) => plainColumn(column, place % 2 === 0 ? 'numeric(10,2)' : `"${name}"[]`)),
      ],
      primaryKey: plainKey(`${name} key`, 'id'),
      foreignKeys: [plainForeignKey(`${name} link`, [name], names[(place + 1) % names.length] ?? name)],
    }),
  );
  const dependsOn = names.slice(0, 2).map((name) => ({ schema: 'public', name }));
  return plainCatalog({
    tables,
    views: [
      plainView('view of 🛒', { schema: 'Other "schema"', columns: [{ name: 'a " b', type: 'text' }], dependsOn }),
    ],
  });
}
