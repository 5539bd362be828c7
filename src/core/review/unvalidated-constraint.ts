import type { CheckConstraint, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding } from './finding.ts';
import type { Rule, Suspicion } from './rule.ts';
import { code, reviewedTables, rowsWords } from './subject.ts';

export const unvalidatedConstraint: Rule = {
  id: 'unvalidated-constraint',
  looksFor: 'constraints that old rows were never held to',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) => [
      ...table.checks
        .filter(({ validated }) => !validated)
        .map((check) => suspect(table, check.name, [], brokenCheck(check))),
      ...table.foreignKeys
        .filter(({ validated }) => !validated)
        .map((key) => suspect(table, key.name, key.columns, brokenReference(key))),
    ]),
};

function brokenCheck({ expression }: CheckConstraint): string {
  return `not (${expression})`;
}

function brokenReference({ columns, references }: ForeignKey): string {
  const pairs = columns.map(
    (name, place) => `parent.${quoteName(references.columns[place] ?? '')} = child.${quoteName(name)}`,
  );
  const present = columns.map((name) => `child.${quoteName(name)} is not null`);
  const parent = sqlName({ schema: references.schema, name: references.table });
  return `${present.join(' and ')} and not exists (select from ${parent} as parent where ${pairs.join(' and ')})`;
}

function suspect(table: Table, name: string, columns: readonly string[], broken: string): Suspicion {
  const from = `from ${sqlName(table)} as child where ${broken}`;
  return {
    questions: [`select count(*) ${from}`, `select * ${from} limit 5`],
    judge: ([counted, rows]) => {
      if (counted == null) return [];
      const count = numberAt(counted, 0);
      return [
        finding({
          rule: unvalidatedConstraint.id,
          rank: 'wrong',
          table,
          columns,
          part: name,
          what: `${code(name)} is NOT VALID: it holds for new rows only.`,
          why:
            count === 0
              ? `No row of ${code(qualifiedName(table))} breaks it, but PostgreSQL does not know that, and cannot rely on it.`
              : `${rowsWords(count)} of ${code(qualifiedName(table))} ${count === 1 ? 'breaks' : 'break'} it, and nothing says so.`,
          evidence: count > 0 && rows != null ? { caption: `Rows that break ${name}`, rows } : null,
          fixes:
            count === 0
              ? [
                  {
                    label: 'Have it checked',
                    sql: `alter table ${sqlName(table)} validate constraint ${quoteName(name)};`,
                  },
                ]
              : [],
          advice: count > 0 ? 'Put these rows right first; then have the constraint checked.' : null,
        }),
      ];
    },
  };
}
