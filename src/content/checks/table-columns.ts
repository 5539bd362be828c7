import type { Column, Table } from '#core/catalog/catalog.ts';
import { didYouMean } from '#content/nearest.ts';
import { code } from '#content/words.ts';
import type { CheckEngine } from './check-kind.ts';
import { ask } from './run-answers.ts';
import { quoteText } from './sql-names.ts';
import type { ExpectedColumn, TableParams } from './table-params.ts';

/** What is amiss with a table's columns, one sentence each. */
export async function complaintsAboutColumns(
  params: TableParams,
  table: Table,
  engine: CheckEngine,
): Promise<readonly string[]> {
  const pairs = params.columns.map((expected) => ({
    expected,
    found: table.columns.find(({ name }) => name === expected.name),
  }));
  const types = await compareTypes(pairs, engine);
  const complaints = pairs.flatMap(({ expected, found }, place) =>
    found === undefined
      ? [`The column ${code(expected.name)} is missing.${didYouMean(expected.name, namesOf(table.columns))}`]
      : [...aboutType(expected, found, types[place]), ...aboutNull(expected, found)],
  );
  const known = namesOf(params.columns);
  const extra = params.isExact ? namesOf(table.columns).filter((name) => !known.includes(name)) : [];
  return [...complaints, ...extra.map((name) => `The column ${code(name)} is one too many.`)];
}

interface ColumnPair {
  readonly expected: ExpectedColumn;
  readonly found: Column | undefined;
}

type TypeComparison = 'same' | 'other' | 'unknown';

/** PostgreSQL itself says whether two spellings name one type. A type without a length accepts any. */
async function compareTypes(pairs: readonly ColumnPair[], engine: CheckEngine): Promise<readonly TypeComparison[]> {
  if (pairs.length === 0) return [];
  const spellings = pairs.map(({ expected, found }, place) => {
    const hasLength = expected.type?.includes('(') === true;
    return `(${place}, ${quoteText(expected.type ?? '')}, ${quoteText(found?.type ?? '')}, ${hasLength})`;
  });
  const asked = await ask(
    engine,
    `select case
       when to_regtype(expected) is null then 'unknown'
       when to_regtype(expected) = to_regtype(found)
         and (not has_length or to_regtypemod(expected) = to_regtypemod(found)) then 'same'
       else 'other'
     end
     from (values ${spellings.join(', ')}) as spellings (place, expected, found, has_length)
     order by place`,
  );
  const answers = asked.ok ? (asked.value?.rows ?? []) : [];
  return answers.map(([answer]) => (answer === 'same' || answer === 'unknown' ? answer : 'other'));
}

function aboutType(
  { name, type }: ExpectedColumn,
  found: Column,
  comparison: TypeComparison | undefined,
): readonly string[] {
  if (type === null || comparison === 'same') return [];
  if (comparison === 'unknown') {
    return [`PostgreSQL knows no type ${code(type)}, which the check expects of ${code(name)}.`];
  }
  return [`The column ${code(name)} is ${code(found.type)}; expected ${code(type)}.`];
}

function aboutNull({ name, notNull }: ExpectedColumn, found: Column): readonly string[] {
  if (notNull === null || notNull === found.notNull) return [];
  return notNull
    ? [`The column ${code(name)} accepts NULL; expected \`not null\`.`]
    : [`The column ${code(name)} is \`not null\`; expected it to accept NULL.`];
}

function namesOf(columns: readonly { readonly name: string }[]): readonly string[] {
  return columns.map(({ name }) => name);
}
