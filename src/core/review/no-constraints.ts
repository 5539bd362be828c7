import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding } from './finding.ts';
import { askOnce, type Rule, type Suspicion } from './rule.ts';
import { code, reviewedTables } from './subject.ts';

export const noConstraints: Rule = {
  id: 'no-constraints',
  looksFor: 'tables that take any row',
  suspect: (catalog) =>
    reviewedTables(catalog)
      .filter((table) => isOpen(table))
      .map(suspect),
};

/** Nothing is refused but a second row of the same key; a list of one or two columns is not worth a word. */
function isOpen({ primaryKey, uniques, checks, exclusions, foreignKeys, columns }: Table): boolean {
  const free = columns.filter(({ name }) => primaryKey?.columns.includes(name) !== true);
  const constraints = uniques.length + checks.length + exclusions.length + foreignKeys.length;
  return constraints === 0 && free.length >= 3 && free.every(({ notNull }) => !notNull);
}

function suspect(table: Table): Suspicion {
  const { primaryKey } = table;
  const free = table.columns.filter(
    ({ name, generated }) => primaryKey?.columns.includes(name) !== true && generated === null,
  );
  const nothing = primaryKey === null ? 'A row of nothing but NULLs' : 'A row that says nothing but its key';
  const present = free.map(({ name }) => `count(${quoteName(name)})`);
  return askOnce(`select count(*), ${present.join(', ')} from ${sqlName(table)}`, (answer) => {
    const rows = numberAt(answer, 0);
    const full = free.filter((_, place) => numberAt(answer, place + 1) === rows);
    // Where every column has gaps, they may well be meant.
    if (full.length === 0) return [];
    const columns = full.map(({ name }) => name);
    const parts = columns.map((name) => `alter column ${quoteName(name)} set not null`);
    return [
      finding({
        rule: noConstraints.id,
        rank: 'habit',
        table,
        columns: [],
        what: `${code(qualifiedName(table))} refuses nothing${primaryKey === null ? '' : ' but a second row of the same key'}: every ${primaryKey === null ? '' : 'other '}column may be NULL, and no check, no unique and no foreign key stands.`,
        why:
          rows === 0
            ? `${nothing} is let in, and every query will have to expect it.`
            : `${nothing} is let in, though ${code(...columns)} ${columns.length === 1 ? 'has' : 'have'} a value in every row so far.`,
        fixes: [
          {
            label: rows === 0 ? 'Every row has all of them' : 'Every row goes on to have them',
            sql: `alter table ${sqlName(table)}\n  ${parts.join(',\n  ')};`,
          },
        ],
      }),
    ];
  });
}
