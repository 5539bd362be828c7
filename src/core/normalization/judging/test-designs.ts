import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { plainCatalog, plainColumn, plainForeignKey, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { readDesign, type Design, type DesignQuestion } from './read-design.ts';

/** Designs in few words, for tests: `order_id*, user_id>users.id, name!` has a key, a foreign key and a unique column. */
export function table(name: string, columns: string, parts: Partial<Table> = {}): Table {
  const words = columns.split(', ');
  const keys = words.filter((word) => word.includes('*')).map(nameOf);
  const foreignKeys: readonly ForeignKey[] = words.flatMap((word) => {
    const [, target = '', column = ''] = />([^.]+)\.(.+)$/.exec(word) ?? [];
    const references = { schema: 'public', table: target, columns: [column] };
    return target === '' ? [] : [plainForeignKey(`${name}_${nameOf(word)}_fkey`, [nameOf(word)], references)];
  });
  return plainTable(name, {
    columns: words.map((word) => plainColumn(nameOf(word), 'integer')),
    primaryKey: keys.length === 0 ? null : plainKey(`${name}_pkey`, ...keys),
    uniques: words
      .filter((word) => word.includes('!'))
      .map((word) => plainKey(`${name}_${nameOf(word)}_key`, nameOf(word))),
    foreignKeys,
    ...parts,
  });
}

function nameOf(word: string): string {
  return word.replace(/[*!].*|>.*/, '');
}

export function catalogOf(...tables: readonly Table[]): Catalog {
  return plainCatalog({ tables });
}

/** Everything was made since an empty beginning. */
export function designOf(attributes: string, tables: readonly Table[], parts: Partial<DesignQuestion> = {}): Design {
  return readDesign({
    before: plainCatalog(),
    now: catalogOf(...tables),
    tables: null,
    attributes: attributes.split(', '),
    columns: new Map(),
    functional: [],
    original: null,
    ...parts,
  });
}

/** `a, b -> c; c -> d` */
export function dependencies(words: string): readonly FunctionalDependency[] {
  return words.split('; ').map((word) => {
    const [determinant = '', dependents = ''] = word.split(' -> ');
    return { determinant: determinant.split(', '), dependents: dependents.split(', ') };
  });
}
