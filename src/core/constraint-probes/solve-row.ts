import type { Column, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { AttemptStep } from './attempts.ts';
import { candidatesFor, familyOf } from './candidates.ts';
import { columnsNamedIn } from './expression-constants.ts';
import type { Laboratory } from './laboratory.ts';
import type { RowValues } from './made-row.ts';
import { withSources, type Rule } from './row-rules.ts';
import { quoteText, typedLiteral } from './sql-literal.ts';
import { columnOf, plainTypeOf, targetOf, writtenColumns } from './tables-of.ts';

/**
 * Finds values for a row by search: PostgreSQL joins a few candidates for each column and keeps the first combination
 * for which its own expressions hold. Columns that no rule binds together are searched apart. What is left out: a
 * condition that none of the candidates meets is reported as not found, not as impossible.
 */

export interface RowWish {
  readonly table: Table;
  readonly fixed: RowValues;
  /** Conditions that must be true; columns are named bare. */
  readonly goals: readonly string[];
  /** Rules that the row need not meet. */
  readonly skips: (rule: Rule) => boolean;
  /** Statements before the row in the same transaction. */
  readonly setup: readonly string[];
}

interface Condition {
  readonly words: string;
  readonly columns: readonly string[];
  readonly sql: string;
}

const mostCombinations = 12_000;
/** Where an expression fails for some values, as by an overflow: the likeliest alone. */
const fewCombinations = 30;

/** Values for all columns that must be written; the others are left to their defaults. Or why none were found. */
export async function solveRow(laboratory: Laboratory, wish: RowWish): Promise<Result<RowValues, string>> {
  const found = await solveAmong(laboratory, wish, mostCombinations);
  // A data exception: its code begins with 22.
  return found.ok || !/\(22\w{3}\)$/.test(found.error) ? found : solveAmong(laboratory, wish, fewCombinations);
}

async function solveAmong(
  laboratory: Laboratory,
  wish: RowWish,
  combinations: number,
): Promise<Result<RowValues, string>> {
  const { table, fixed } = wish;
  const conditions = conditionsOf(laboratory, wish);
  const bound = new Set(conditions.flatMap(({ columns }) => columns));
  const open = writtenColumns(table).filter(({ name }) => bound.has(name) && !fixed.has(name));
  const groups = groupsOf(open, conditions);
  const settled = conditions.filter(
    ({ columns }) => !columns.some((name) => open.some((column) => column.name === name)),
  );
  const steps: AttemptStep[] = wish.setup.map((sql) => ({ kind: 'statement', sql }));
  if (settled.length > 0) steps.push({ kind: 'question', sql: settledQuestion(laboratory, wish, settled) });
  for (const group of groups) {
    steps.push({ kind: 'question', sql: groupQuestion(laboratory, wish, group, conditions, combinations) });
  }
  const { answers, failure } = await laboratory.attempt(steps);
  // What is deferred may be owed until the row stands.
  if (failure !== null && failure.step < steps.length) return err(`${failure.message} (${failure.sqlState})`);
  const [settledRow] = settled.length > 0 ? (answers[wish.setup.length] ?? []) : [];
  const broken = settled.filter((_, place) => settledRow?.[`c${place}`] === 'false');
  if (broken.length > 0) return err(`the row would break ${broken.map(({ words }) => words).join(', ')}`);
  const values = new Map(fixed);
  for (const [place, group] of groups.entries()) {
    const row = answers[steps.length - groups.length + place]?.[0];
    if (row === undefined) return err(notFound(group, conditions));
    group.forEach(({ name }, column) => values.set(name, row[`v${column}`] ?? null));
  }
  return ok(values);
}

function conditionsOf({ rules }: Laboratory, { table, goals, skips }: RowWish): readonly Condition[] {
  const names = table.columns.map(({ name }) => name);
  return [
    ...rules(table)
      .filter((rule) => !skips(rule) && !isMetByDefault(table, rule))
      .map((rule) => ({ words: wordsOf(rule), columns: rule.columns, sql: `(${rule.holds}) is not false` })),
    ...goals.map((goal) => ({
      words: goal,
      columns: withSources(table, columnsNamedIn(goal, names)),
      sql: `(${goal}) is true`,
    })),
  ];
}

function wordsOf({ kind, name }: Rule): string {
  return kind === 'not null' ? `${name} not null` : name;
}

/** A NOT NULL whose column has a default needs no value of ours. */
function isMetByDefault(table: Table, { kind, name }: Rule): boolean {
  const column = columnOf(table, name);
  return (
    kind === 'not null' &&
    column !== null &&
    (column.default !== null || column.identity !== null || column.generated !== null)
  );
}

/** Columns that are bound together, directly or by others. */
function groupsOf(open: readonly Column[], conditions: readonly Condition[]): readonly (readonly Column[])[] {
  let groups = open.map((column) => [column]);
  for (const { columns } of conditions) {
    const joined = groups.filter((group) => group.some(({ name }) => columns.includes(name)));
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
  }
  return groups;
}

function settledQuestion(laboratory: Laboratory, wish: RowWish, settled: readonly Condition[]): string {
  const list = settled.map(({ sql }, place) => `${sql} as c${place}`).join(', ');
  return `select ${list} from ${rowSource(laboratory, wish, [])}`;
}

function groupQuestion(
  laboratory: Laboratory,
  wish: RowWish,
  group: readonly Column[],
  conditions: readonly Condition[],
  combinations: number,
): string {
  const most = Math.max(3, nthRoot(combinations, group.length));
  const lists = group.map((column, place) => candidateList(laboratory, wish, column, place, most));
  const bound = conditions.filter(({ columns }) => group.some(({ name }) => columns.includes(name)));
  const filters = bound.map(({ sql }) => sql);
  const values = group.map(({ name }, place) => `(r.${quoteName(name)})::text as v${place}`).join(', ');
  const order = group.map((_, place) => `r.n${place}`).join(' + ');
  return (
    `with ${lists.join(', ')} select ${values} from ${rowSource(laboratory, wish, group)}` +
    `${filters.length === 0 ? '' : ` where ${filters.join(' and ')}`} order by ${order} limit 1`
  );
}

function nthRoot(value: number, degree: number): number {
  let root = 1;
  while (powerOf(root + 1, degree) <= value && root < 400) root++;
  return root;
}

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let factor = 0; factor < exponent; factor++) power *= base;
  return power;
}

/** The row under search: what is fixed, what is searched, and NULL for all that nothing depends on. */
function rowSource({ catalog }: Laboratory, { table, fixed }: RowWish, group: readonly Column[]): string {
  const columns = table.columns
    .filter(({ generated }) => generated === null)
    .map((column) => {
      const place = group.indexOf(column);
      const { type } = plainTypeOf(catalog, column.type);
      const value = place >= 0 ? `k${place}.v` : typedLiteral(fixed.get(column.name) ?? null, type);
      return `${value} as ${quoteName(column.name)}`;
    });
  const ranks = group.map((_, place) => `k${place}.n as n${place}`);
  const from = group.length === 0 ? '' : ` from ${group.map((_, place) => `k${place}`).join(', ')}`;
  const computed = table.columns.flatMap(({ generated, name }) =>
    generated === null ? [] : [`, (${generated}) as ${quoteName(name)}`],
  );
  const plain = `(select ${[...columns, ...ranks].join(', ')}${from}) r`;
  return computed.length === 0 ? plain : `(select r.*${computed.join('')} from ${plain}) r`;
}

/** One list of candidates, as a table expression that is computed once and never ahead of its check. */
function candidateList(laboratory: Laboratory, wish: RowWish, column: Column, place: number, most: number): string {
  const { catalog } = laboratory;
  const { table } = wish;
  const rules = laboratory.rules(table).filter(({ columns }) => columns.includes(column.name));
  const { type, domains } = plainTypeOf(catalog, column.type);
  const expressions = [
    ...wish.goals,
    ...rules.map(({ expression }) => expression),
    ...domains.flatMap(({ domain }) => domain?.checks.map(({ expression }) => expression) ?? []),
  ];
  const name = quoteName(column.name);
  const values = candidatesFor(catalog, type, expressions).slice(0, 150);
  const known = `array(select v from (select (${name})::text as v from ${sqlName(table)} where ${name} is not null limit 60) d group by v limit 8)`;
  const typical = (from: number, to?: number): string =>
    `array[${values.slice(from, to).map(quoteText).join(', ')}]::text[]`;
  const sources = [known, typical(0, 2), typical(2)];
  const isForeign = table.foreignKeys.some(({ columns }) => columns.includes(column.name));
  if (isForeign) sources.unshift(...parentValues(laboratory, table, column));
  const isUnique = rules.some(({ kind }) => kind === 'unique' || kind === 'exclusion');
  if (isUnique) sources.unshift(...freshValues(table, column, type));
  if (column.default !== null && !/nextval/.test(column.default)) sources.unshift(`array[(${column.default})::text]`);
  const isNullable = !column.notNull;
  if (isNullable) {
    const nothing = 'array[null]::text[]';
    if (isForeign) sources.unshift(nothing);
    else sources.splice(sources.length - 1, 0, nothing);
  }
  return (
    `k${place} as materialized (select case when pg_input_is_valid(v, ${quoteText(type)}) then v::${type} end as v, n` +
    ` from (select v, min(n) as n from unnest(${sources.join(' || ')}) with ordinality u (v, n)` +
    ` where v is null or pg_input_is_valid(v, ${quoteText(type)}) group by v order by 2 limit ${most}) u)`
  );
}

/** Keys that a foreign key may point to. */
function parentValues({ catalog }: Laboratory, table: Table, column: Column): readonly string[] {
  return table.foreignKeys.flatMap((foreignKey) => {
    const place = foreignKey.columns.indexOf(column.name);
    const target = targetOf(catalog, foreignKey);
    const key = foreignKey.references.columns[place];
    if (target === null || key === undefined) return [];
    return [`array(select (${quoteName(key)})::text from ${sqlName(target)} order by ctid desc limit 8)`];
  });
}

/** Values that no row holds yet, as far as they can be counted on. */
function freshValues(table: Table, column: Column, type: string): readonly string[] {
  const name = quoteName(column.name);
  const from = sqlName(table);
  switch (familyOf(type)) {
    case 'whole':
      return [
        `array(select (coalesce(max(${name}), 0)::numeric + g)::text from ${from}, generate_series(1, 4) g group by g order by g)`,
      ];
    case 'moment':
      return [
        `array(select ((coalesce(max(${name}), '2025-01-01')) + g * interval '1 day')::text from ${from}, generate_series(1, 4) g group by g order by g)`,
      ];
    case 'text':
      return [
        beforeOthers(name, from),
        `array(select 'sample ' || (count(*) + g) from ${from}, generate_series(1, 3) g group by g order by g)`,
      ];
    case 'fraction':
    case 'boolean':
    case 'other':
      return [];
  }
}

/** Texts like one that is there, with another last digit or letter: a pattern that it meets they may meet too. */
function beforeOthers(name: string, from: string): string {
  const like = `(select (${name})::text as v from ${from} where ${name} is not null limit 3) d`;
  const digits = `select regexp_replace(v, '[0-9]([^0-9]*)$', g || '\\1') as v from ${like}, generate_series(0, 9) g where v ~ '[0-9]'`;
  const letters = `select regexp_replace(v, '[a-z]([^a-z]*)$', chr(97 + g) || '\\1') as v from ${like}, generate_series(0, 25) g where v ~ '[a-z]'`;
  return `array(${digits} union all ${letters})`;
}

function notFound(group: readonly Column[], conditions: readonly Condition[]): string {
  const names = group.map(({ name }) => name).join(', ');
  const bound = conditions.filter(({ columns }) => group.some(({ name }) => columns.includes(name)));
  return `no value was found for ${names} that meets ${[...new Set(bound.map(({ words }) => words))].join(', ')}`;
}
