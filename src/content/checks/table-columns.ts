import type { Column, Table } from '#core/catalog/catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import { didYouMean } from '#content/nearest.ts';
import { code } from '#content/words.ts';
import { describeFailure } from './failure-words.ts';
import { ask } from './run-answers.ts';
import { quoteText } from './sql-names.ts';
import type { ExpectedColumn, TableParams } from './table-params.ts';

/** What is amiss with a table's columns, one sentence each. */
export async function complaintsAboutColumns(
  params: TableParams,
  table: Table,
  engine: Engine,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const expected of params.columns) {
    const found = table.columns.find(({ name }) => name === expected.name);
    if (found === undefined) {
      const others = table.columns.map(({ name }) => name);
      complaints.push(`The column ${code(expected.name)} is missing.${didYouMean(expected.name, others)}`);
      continue;
    }
    complaints.push(...(await aboutType(expected, found, engine)), ...aboutNull(expected, found));
  }
  if (params.isExact) {
    const known = params.columns.map(({ name }) => name);
    const extra = table.columns.filter(({ name }) => !known.includes(name));
    complaints.push(...extra.map(({ name }) => `The column ${code(name)} is one too many.`));
  }
  return complaints;
}

/** PostgreSQL itself says whether two spellings name one type. A type without a length accepts any. */
async function aboutType({ name, type }: ExpectedColumn, found: Column, engine: Engine): Promise<readonly string[]> {
  if (type === null) return [];
  const [expectedText, foundText] = [quoteText(type), quoteText(found.type)];
  const asked = await ask(
    engine,
    `select to_regtype(${expectedText}) is null,
            to_regtype(${expectedText}) = to_regtype(${foundText}),
            to_regtypemod(${expectedText}) = to_regtypemod(${foundText})`,
  );
  if (!asked.ok) return [`The type of ${code(name)} could not be compared: ${describeFailure(asked.error.failure)}.`];
  const [isUnknown, isSameType, isSameLength] = asked.value?.rows[0] ?? [];
  if (isUnknown === 't') return [`PostgreSQL knows no type ${code(type)}, which the check expects of ${code(name)}.`];
  if (isSameType === 't' && (isSameLength === 't' || !type.includes('('))) return [];
  return [`The column ${code(name)} is ${code(found.type)}; expected ${code(type)}.`];
}

function aboutNull({ name, notNull }: ExpectedColumn, found: Column): readonly string[] {
  if (notNull === null || notNull === found.notNull) return [];
  return notNull
    ? [`The column ${code(name)} accepts NULL; expected \`not null\`.`]
    : [`The column ${code(name)} is \`not null\`; expected it to accept NULL.`];
}
