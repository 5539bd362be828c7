import * as v from 'valibot';
import type { ReferentialAction } from '#core/catalog/catalog.ts';
import { isSign, readNameList, readNames, type NameToken } from '#core/catalog/name-tokens.ts';
import { closedMap, flag, listOf, mapOf, mustBe, oneOf, text } from '#content/yaml-schema.ts';

/** What a table must look like; what is left out does not count. */
export interface TableParams {
  readonly name: string;
  readonly isAbsent: boolean;
  readonly columns: readonly ExpectedColumn[];
  /** No column besides those named. */
  readonly isExact: boolean;
  readonly primaryKey: readonly string[] | null;
  readonly identity: readonly string[];
  readonly defaults: readonly { readonly column: string; readonly expression: string | null }[];
  readonly uniques: readonly (readonly string[])[];
  readonly checks: readonly string[];
  readonly foreignKeys: readonly ExpectedForeignKey[];
}

export interface ExpectedColumn {
  readonly name: string;
  /** Null for any type. */
  readonly type: string | null;
  /** Null where both will do. */
  readonly notNull: boolean | null;
}

export interface ExpectedForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  /** Null for the primary key of that table. */
  readonly referenced: readonly string[] | null;
  readonly onDelete: ReferentialAction | null;
  readonly onUpdate: ReferentialAction | null;
}

const names = listOf(text, 'columns');

const balanced = v.check<string, (found: { readonly input: string }) => string>(
  hasClosedParentheses,
  ({ input }) => `is torn: found "${input}". Inside braces a comma ends a value: put text that holds commas in quotes.`,
);

const columnType = v.nullable(v.pipe(text, balanced));

const reference = v.pipe(
  text,
  balanced,
  v.check((value) => readReference(value) !== null, mustBe('a table and its columns such as `users(id)`')),
);

/** An expression, or null for none. A bare number or truth value is one that needs no quotes. */
const defaultExpression = v.union(
  [text, v.pipe(v.union([v.number(), v.boolean()]), v.transform(String)), v.null()],
  mustBe("an expression such as `'new'` in quotes, a number, or `null` for no default"),
);

const actions = ['no action', 'restrict', 'cascade', 'set null', 'set default'] as const;

const foreignKey = closedMap({
  columns: names,
  references: reference,
  'on-delete': v.exactOptional(oneOf(actions)),
  'on-update': v.exactOptional(oneOf(actions)),
});

export const tableSchema = v.pipe(
  closedMap({
    name: text,
    columns: v.exactOptional(mapOf(columnType, 'a map from column names to types')),
    'primary-key': v.exactOptional(names),
    identity: v.exactOptional(names),
    default: v.exactOptional(mapOf(defaultExpression, 'a map from column names to expressions')),
    unique: v.exactOptional(listOf(names, 'lists of columns')),
    check: v.exactOptional(listOf(text, 'expressions')),
    'foreign-keys': v.exactOptional(listOf(foreignKey, 'foreign keys')),
    exact: v.exactOptional(flag),
    absent: v.exactOptional(flag),
  }),
  v.check(
    (params) => params.absent !== true || Object.keys(params).length === 2,
    'says `absent: true`, so besides `name` it can ask for nothing else.',
  ),
  v.check(
    (params) => params.exact !== true || params.columns !== undefined,
    'says `exact: true` but names no `columns`.',
  ),
  v.transform((params): TableParams => ({
    name: params.name,
    isAbsent: params.absent === true,
    columns: Object.entries(params.columns ?? {}).map(([name, spelled]) => ({
      name,
      ...readColumnType(spelled ?? ''),
    })),
    isExact: params.exact === true,
    primaryKey: params['primary-key'] ?? null,
    identity: params.identity ?? [],
    defaults: Object.entries(params.default ?? {}).map(([column, expression]) => ({ column, expression })),
    uniques: params.unique ?? [],
    checks: params.check ?? [],
    foreignKeys: (params['foreign-keys'] ?? []).map((key) => ({
      columns: key.columns,
      ...(readReference(key.references) ?? { table: key.references, referenced: null }),
      onDelete: key['on-delete'] ?? null,
      onUpdate: key['on-update'] ?? null,
    })),
  })),
);

/** Splits `bigint not null`. Either part may be missing. */
function readColumnType(spelled: string): Pick<ExpectedColumn, 'type' | 'notNull'> {
  const {
    type = '',
    not,
    ends,
  } = /^(?<type>.*?)\s*(?<ends>(?<not>\bnot\s+)?\bnull)?$/is.exec(spelled.trim())?.groups ?? {};
  return { type: type === '' ? null : type, notNull: ends === undefined ? null : not !== undefined };
}

/** Reads `users(id)` or `users`, under SQL's quoting; a schema may stand before the table. */
function readReference(source: string): Pick<ExpectedForeignKey, 'table' | 'referenced'> | null {
  const tokens = readNames(source);
  if (tokens === null) return null;
  const open = tokens.findIndex((token) => isSign(token, '('));
  const table = readTableName(open === -1 ? tokens : tokens.slice(0, open));
  if (table === null) return null;
  if (open === -1) return { table, referenced: null };
  const referenced = isSign(tokens.at(-1), ')') ? readNameList(tokens.slice(open + 1, -1)) : null;
  return referenced === null ? null : { table, referenced };
}

function readTableName(tokens: readonly NameToken[]): string | null {
  const [first, dot, second] = tokens;
  if (first?.kind !== 'name') return null;
  if (tokens.length === 1) return first.name;
  return tokens.length === 3 && isSign(dot, '.') && second?.kind === 'name' ? `${first.name}.${second.name}` : null;
}

function hasClosedParentheses(value: string): boolean {
  return value.split('(').length === value.split(')').length;
}
