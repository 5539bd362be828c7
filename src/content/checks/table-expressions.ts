import type { Table } from '#core/catalog/catalog.ts';
import { code } from '#content/words.ts';
import type { CheckEngine } from './check-kind.ts';
import { describeFailure } from './failure-words.ts';
import { qualifiedName } from './find-table.ts';
import { ask } from './run-answers.ts';
import { quoteName, quoteText } from './sql-names.ts';
import type { TableParams } from './table-params.ts';

/**
 * What is amiss with a table's defaults and check constraints, one sentence each.
 *
 * One expression has many spellings, and PostgreSQL prints it in one. So the expected one is given to a temporary copy
 * of the table, and both are compared as they are printed.
 */
export async function complaintsAboutExpressions(
  params: TableParams,
  table: Table,
  engine: CheckEngine,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const { column, expression } of params.defaults)
    complaints.push(...(await aboutDefault(column, expression, table, engine)));
  for (const expression of params.checks) complaints.push(...(await aboutCheck(expression, table, engine)));
  return complaints;
}

async function aboutDefault(
  name: string,
  expected: string | null,
  table: Table,
  engine: CheckEngine,
): Promise<readonly string[]> {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) return [`There is no column ${code(name)}; expected one with a default.`];
  const found = column.default === null ? 'there is none' : `found ${code(column.default)}`;
  if (expected === null)
    return column.default === null ? [] : [`The column ${code(name)} must have no default; ${found}.`];
  const printed = await print(
    { table, engine },
    `alter table ${copy} alter column ${quoteName(name)} set default ${expected}`,
    `select adrelid, pg_get_expr(adbin, adrelid)
     from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
     where attname = ${quoteText(name)}`,
  );
  if (typeof printed === 'string') return [`The expected default of ${code(name)} cannot be one: ${printed}.`];
  if (printed.expected.some((each) => printed.found.includes(each))) return [];
  return [`The default of ${code(name)} should be ${code(expected)}; ${found}.`];
}

async function aboutCheck(expected: string, table: Table, engine: CheckEngine): Promise<readonly string[]> {
  const printed = await print(
    { table, engine },
    `alter table ${copy} add check (${expected})`,
    `select conrelid, pg_get_expr(conbin, conrelid) from pg_constraint where contype = 'c' and conenforced`,
  );
  if (typeof printed === 'string')
    return [`The expected check ${code(expected)} cannot be made on this table: ${printed}.`];
  if (printed.expected.some((each) => printed.found.includes(each))) return [];
  const found = table.checks.map(({ expression }) => code(expression));
  return [
    `No check constraint says ${code(expected)}; found ${found.length === 0 ? 'none at all' : found.join(', ')}.`,
  ];
}

const copy = 'expected_by_a_check';

interface Printed {
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/**
 * What PostgreSQL prints for the table and for a copy of it after `change`; `expressions` selects the table and the
 * expression. Where the copy refuses the change: why.
 */
async function print(
  { table, engine }: { readonly table: Table; readonly engine: CheckEngine },
  change: string,
  expressions: string,
): Promise<Printed | string> {
  const original = qualifiedName(table);
  const asked = await ask(
    engine,
    `create temporary table ${copy} (like ${original});
     ${change};
     select relation = '${copy}'::regclass, printed from (${expressions}) as expressions(relation, printed)
     where relation in (${quoteText(original)}::regclass, '${copy}'::regclass)`,
  );
  if (!asked.ok) return describeFailure(asked.error.failure);
  const rows = asked.value?.rows ?? [];
  const printedOf = (isCopy: string) =>
    rows.flatMap(([which, printed]) => (which === isCopy && printed ? [plain(printed)] : []));
  return { expected: printedOf('t'), found: printedOf('f') };
}

/** The standard's name for the time and PostgreSQL's own are printed apart, and mean the same. */
function plain(printed: string): string {
  return printed.replaceAll('CURRENT_TIMESTAMP', 'now()');
}
