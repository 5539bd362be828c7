import type { Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Laboratory } from './laboratory.ts';
import type { Rule } from './row-rules.ts';
import type { RowValues } from './made-row.ts';
import { typedLiteral } from './sql-literal.ts';
import { plainTypeOf } from './tables-of.ts';

/**
 * Which rules a row would break if it stood in the table beside those that `setup` leaves there: PostgreSQL evaluates each
 * condition by itself.
 */
export async function brokenRules(
  laboratory: Laboratory,
  table: Table,
  values: RowValues,
  setup: readonly string[],
): Promise<Result<readonly Rule[], string>> {
  const rules = laboratory.rules(table);
  const plain = table.columns.filter(({ generated }) => generated === null);
  const list = plain.map((column) => {
    const { type } = plainTypeOf(laboratory.catalog, column.type);
    // A column that was left out holds its default, and nothing depends on which.
    const isDefault = !values.has(column.name) && column.default !== null && !column.default.includes('nextval');
    const value = isDefault ? `(${column.default})::${type}` : typedLiteral(values.get(column.name) ?? null, type);
    return `${value} as ${quoteName(column.name)}`;
  });
  const computed = table.columns.flatMap(({ generated, name }) =>
    generated === null ? [] : [`(${generated}) as ${quoteName(name)}`],
  );
  const row = `(select r.*${computed.map((one) => `, ${one}`).join('')} from (select ${list.join(', ')}) r) r`;
  const looked = rules.filter(({ columns }) => columns.some((name) => values.has(name)));
  if (looked.length === 0) return ok([]);
  const verdicts = looked.map(({ holds }, place) => `(${holds}) is not false as c${place}`);
  const { answers, failure } = await laboratory.attempt([
    ...setup.map((sql) => ({ kind: 'statement', sql }) as const),
    { kind: 'question', sql: `select ${verdicts.join(', ')} from ${row}` },
  ]);
  const answer = answers[setup.length]?.[0];
  if (answer === undefined)
    return err(failure === null ? 'nothing was answered' : `${failure.message} (${failure.sqlState})`);
  return ok(looked.filter((_, place) => answer[`c${place}`] === 'false'));
}
