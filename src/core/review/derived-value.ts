import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding, type Fix } from './finding.ts';
import { nameWords, singular } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import {
  code,
  columnWords,
  isInKey,
  isNumber,
  mentions,
  reviewedTables,
  rowsWords,
  sampleOf,
  sampleWords,
} from './subject.ts';

export const derivedValue: Rule = {
  id: 'derived-value',
  looksFor: 'values kept beside those they are computed from',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) => productsIn(table).map((product) => suspect(catalog, table, product))),
};

interface Product {
  readonly total: Column;
  readonly count: Column;
  readonly each: Column;
}

const totals = new Set('total amount subtotal sum'.split(' '));
const counts = new Set('quantity qty count unit hour piece number night day'.split(' '));
const prices = new Set('price rate cost fee wage'.split(' '));

function named(words: ReadonlySet<string>, { name }: Column): boolean {
  return nameWords(name).some((word) => words.has(singular(word)));
}

/** What may be a product of two others, by their names; the rows decide. */
function productsIn(table: Table): readonly Product[] {
  const numbers = table.columns.filter(
    (column) => isNumber(column) && column.generated === null && !isInKey(table, column.name),
  );
  const total = numbers.filter((column) => named(totals, column));
  const each = numbers.filter((column) => named(prices, column) && !total.includes(column));
  const count = numbers.filter((column) => named(counts, column) && !total.includes(column) && !each.includes(column));
  return total.flatMap((one) =>
    each.flatMap((price) => count.map((many) => ({ total: one, count: many, each: price }))),
  );
}

const fewestRows = 4;
/** From here on the others are mistakes, and not another rule of how it is computed. */
const mostlyEqual = 0.9;

function suspect(catalog: Catalog, table: Table, { total, count, each }: Product): Suspicion {
  const [t, c, e] = [total, count, each].map(({ name }) => quoteName(name));
  const product = `${c}::numeric * ${e}::numeric`;
  const isEqual = `(${t}::numeric = ${product} or ${t}::numeric = round(${product}, 2))`;
  const from = `from ${sampleOf(table, 'sample')} where ${t} is not null and ${c} is not null and ${e} is not null`;
  return {
    questions: [
      `select count(*), count(*) filter (where ${isEqual}), count(*) filter (where ${c}::numeric not in (0, 1)) ${from}`,
      `select ${t}, ${c}, ${e}, ${product} as "should be" ${from} and not ${isEqual} limit 5`,
    ],
    judge: ([counted, wrong]) => {
      if (counted == null) return [];
      const [rows = 0, equal = 0, telling = 0] = [0, 1, 2].map((place) => numberAt(counted, place));
      if (rows < fewestRows || equal / rows < mostlyEqual || telling < fewestRows / 2) return [];
      const off = rows - equal;
      return [
        finding({
          rule: derivedValue.id,
          rank: 'wrong',
          table,
          columns: [total.name],
          part: `${count.name} * ${each.name}`,
          what: `${columnWords(table, total.name)} is ${code(`${count.name} × ${each.name}`)}, kept a second time.`,
          why:
            off > 0
              ? `${rowsWords(off)} of ${rows.toLocaleString('en-US')}${sampleWords(table)} already ${off === 1 ? 'says' : 'say'} something else than ${off === 1 ? 'its' : 'their'} own ${code(count.name)} and ${code(each.name)}.`
              : `In all ${rowsWords(rows)}${sampleWords(table)} of ${code(qualifiedName(table))} it is what the others make; an UPDATE that forgets it leaves a row that contradicts itself.`,
          evidence: off > 0 && wrong != null ? { caption: 'Rows that contradict themselves', rows: wrong } : null,
          ...fixesOf(catalog, table, { total, count, each }),
        }),
      ];
    },
  };
}

function fixesOf(
  catalog: Catalog,
  table: Table,
  { total, count, each }: Product,
): { readonly fixes: readonly Fix[]; readonly advice: string | null } {
  const isRead = catalog.views.some(({ dependsOn }) => dependsOn.some((name) => isSameObject(name, table)));
  const { checks, indexes, columns } = table;
  const expressions = [
    ...checks.map(({ expression }) => expression),
    ...columns.map(({ generated }) => generated ?? ''),
    ...indexes.flatMap((index) => [index.where ?? '', ...index.columns.map(({ expression }) => expression)]),
  ];
  const name = quoteName(total.name);
  if (isRead || expressions.some((text) => mentions(text, total.name))) {
    return { fixes: [], advice: 'A view, a check or an index names it: change that first.' };
  }
  const required = total.notNull ? ' not null' : '';
  const product = [count, each].map(
    ({ name: factor, type }) => `${quoteName(factor)}${/^(?:real|double|money)/.test(type) ? '::numeric' : ''}`,
  );
  const generated = `add column ${name} ${total.type}${required} generated always as ((${product.join(' * ')})::${total.type}) stored`;
  return {
    fixes: [
      {
        label: 'Let PostgreSQL compute it',
        sql: `alter table ${sqlName(table)}\n  drop column ${name},\n  ${generated};`,
      },
      { label: 'Do without it', sql: `alter table ${sqlName(table)} drop column ${name};` },
    ],
    advice: null,
  };
}
