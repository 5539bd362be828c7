import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt, textAt } from './answer-cells.ts';
import { finding } from './finding.ts';
import { isMoney } from './money-words.ts';
import { withViewsAside } from './retype.ts';
import type { Answer, Rule, Suspicion } from './rule.ts';
import { columnWords, formatCount, reviewedTables, sampleOf, sampleRows } from './subject.ts';

export const floatMoney: Rule = {
  id: 'float-money',
  looksFor: 'money kept as real, double precision or money',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) =>
      table.columns.flatMap((column) => {
        if (column.generated !== null) return [];
        if (column.type === 'money') return [suspect(catalog, table, column)];
        const isFloat = column.type === 'real' || column.type === 'double precision';
        return isFloat && isMoney(table, column.name) ? [suspect(catalog, table, column)] : [];
      }),
    ),
};

/** Of more decimals than money has, a float is something else. */
const mostDecimals = 4;

function suspect(catalog: Catalog, table: Table, column: Column): Suspicion {
  const name = quoteName(column.name);
  const isFinite = column.type === 'money' ? 'true' : `abs(${name}) < 'infinity'`;
  const figures = `select count(*), sum(v)::text, sum(n)::text, sum(v)::text::numeric = sum(n) from (select ${name} as v, ${name}::numeric as n from ${sampleOf(table, 'sample')} where ${isFinite}) as money`;
  const limits = `select max(scale(trim_scale(${name}::numeric))), max(abs(${name}::numeric)), count(*) filter (where not (${isFinite})) from ${sqlName(table)} where ${name} is not null`;
  return {
    questions: [figures, limits],
    judge: ([summed, bounds]) => {
      const decimals = bounds == null ? 0 : numberAt(bounds, 0);
      if (decimals > mostDecimals || (bounds != null && numberAt(bounds, 2) > 0)) return [];
      const scale = Math.max(2, decimals);
      const digits = Math.max(12, wholeDigits(bounds ?? null) + scale + 2);
      return [
        finding({
          rule: floatMoney.id,
          rank: 'wrong',
          table,
          columns: [column.name],
          what: `${columnWords(table, column.name)} is money, kept as \`${column.type}\`.`,
          why: column.type === 'money' ? moneyWords : floatWords(summed ?? null),
          fixes: [
            {
              label: `numeric(${digits}, ${scale})`,
              sql: withViewsAside(
                catalog,
                table,
                `alter table ${sqlName(table)}\n  alter column ${name} type numeric(${digits}, ${scale});`,
              ),
            },
          ],
        }),
      ];
    },
  };
}

function wholeDigits(bounds: Answer): number {
  const most = bounds === null ? null : textAt(bounds, 1);
  return most === null ? 1 : (most.split('.')[0] ?? '').length;
}

const moneyWords =
  'Its currency and its decimals are those of the server’s `lc_monetary`: the same rows are dollars on one server and yen on another.';

function floatWords(summed: Answer): string {
  const count = summed === null ? 0 : numberAt(summed, 0);
  const differs = summed !== null && textAt(summed, 3) === 'f';
  if (summed === null || !differs) {
    return 'A binary fraction has no 0.10: in `double precision`, 0.1 + 0.2 is 0.30000000000000004, and what should be equal is not.';
  }
  const which = count < sampleRows ? `Its ${formatCount(count)} values` : `The first ${formatCount(count)} values`;
  return `${which} add up to ${textAt(summed, 1)}; as numeric they add up to ${textAt(summed, 2)}.`;
}
