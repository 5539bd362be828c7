import type { Column } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { defaultWords, type IsDomain } from './expression-words.ts';
import { inLowerCase } from './sql-text.ts';
import { typeWords } from './type-words.ts';

export interface ColumnParts {
  /** `generated always as identity …`, or null. */
  readonly identity: string | null;
  /** A key says NOT NULL already. */
  readonly inPrimaryKey: boolean;
  /** Constraints that stand with the column, in order. */
  readonly constraints: readonly string[];
  readonly isDomain: IsDomain;
}

/** A column as it stands in CREATE TABLE and ADD COLUMN. */
export function columnSql(column: Column, { identity, inPrimaryKey, constraints, isDomain }: ColumnParts): string {
  // Identity columns are NOT NULL without a word.
  const saysNotNull = column.notNull && !inPrimaryKey && column.identity === null;
  return [
    quoteName(column.name),
    typeWords(column.type),
    ...(column.collation === null ? [] : [`collate ${quoteName(column.collation)}`]),
    ...(identity === null ? [] : [identity]),
    ...(column.generated === null ? [] : [generatedWords(column)]),
    ...(saysNotNull ? ['not null'] : []),
    ...(column.default === null ? [] : [`default ${defaultWords(column.default, column.type, isDomain)}`]),
    ...constraints,
  ].join(' ');
}

function generatedWords({ generated, generation }: Column): string {
  return `generated always as (${inLowerCase(generated ?? '')}) ${generation ?? 'stored'}`;
}
