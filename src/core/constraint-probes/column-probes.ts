import type { Column, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { candidatesFor, familyOf } from './candidates.ts';
import { withValue } from './expression-constants.ts';
import { insertRow } from './insert-row.ts';
import type { Laboratory } from './laboratory.ts';
import { makeRow } from './make-row.ts';
import type { MadeRow } from './made-row.ts';
import { accepted, Planner, refused, type Plan } from './plan.ts';
import { solveRow } from './solve-row.ts';
import { plainTypeOf, userTypeOf } from './tables-of.ts';

/** What a column's own declaration refuses: NULL, and what its type cannot take. */
export async function planColumns(laboratory: Laboratory, table: Table): Promise<readonly Plan[]> {
  const plans = await Promise.all(table.columns.map((column) => planColumn(laboratory, table, column)));
  return plans.flat();
}

type Add = (planner: Planner, base: MadeRow) => void | Promise<void>;

async function planColumn(laboratory: Laboratory, table: Table, column: Column): Promise<readonly Plan[]> {
  const { type, domains } = plainTypeOf(laboratory.catalog, column.type);
  const enumType = userTypeOf(laboratory.catalog, type);
  const width = familyOf(type) === 'text' ? Number(/\((\d+)\)/.exec(type)?.[1] ?? NaN) : NaN;
  const isKey = table.primaryKey?.columns.includes(column.name) === true;
  const isWritten = column.generated === null;
  const name = quoteName(column.name);
  const parts: readonly (readonly [Planner, Add])[] = [
    ...(column.notNull && !isKey
      ? [[planner(laboratory, table, 'not null', column, `${name} not null`), addNull(column)] as const]
      : []),
    ...(isWritten && domains.length > 0
      ? [[planner(laboratory, table, 'domain', column, `${name} ${column.type}`), addDomain(column)] as const]
      : []),
    ...(isWritten && enumType?.kind === 'enum' && column.identity === null
      ? [[planner(laboratory, table, 'enum', column, `${name} ${column.type}`), addNoLabel(column)] as const]
      : []),
    ...(isWritten && width > 0 && domains.length === 0
      ? [[planner(laboratory, table, 'length', column, `${name} ${column.type}`), addTooLong(column, width)] as const]
      : []),
    ...(column.identity === 'always'
      ? [
          [
            planner(laboratory, table, 'identity', column, `${name} generated always as identity`),
            addIdentity(column),
          ] as const,
        ]
      : []),
    ...(isWritten
      ? []
      : [
          [
            planner(laboratory, table, 'generated', column, `${name} generated always as (${column.generated ?? ''})`),
            addGenerated(column),
          ] as const,
        ]),
  ];
  return Promise.all(
    parts.map(async ([one, add]) => {
      const goals = isWritten && column.identity === null ? [`${name} is not null`] : [];
      const forced = table.foreignKeys.filter(({ columns }) => goals.length > 0 && columns.includes(column.name));
      const plain = await laboratory.row(table);
      // A row that leaves it to its default has a value there too.
      const isThere =
        plain.ok &&
        (plain.value.values.get(column.name) != null ||
          (column.default !== null && !plain.value.values.has(column.name)));
      const base = isThere || goals.length === 0 ? plain : await makeRow(laboratory, { table, goals, forced });
      if (!base.ok) one.gap(`No row was found that ${qualifiedName(table)} accepts: ${base.error}.`);
      else await add(one, base.value);
      return one.plan();
    }),
  );
}

function planner(
  laboratory: Laboratory,
  table: Table,
  kind: 'not null' | 'domain' | 'enum' | 'length' | 'identity' | 'generated',
  column: Column,
  words: string,
): Planner {
  return new Planner(laboratory, table, kind, column.name, words);
}

/** The row with another value in one column. Its type or its NULL is looked at before any other rule. */
function withColumn({ laboratory, table }: Planner, base: MadeRow, name: string, value: string | null): string {
  return insertRow(laboratory.catalog, table, new Map([...base.values, [name, value]]));
}

const addNull =
  ({ name, generated }: Column): Add =>
  (one, base) => {
    one.addRow(`A value for ${name}: accepted.`, base, accepted);
    if (generated !== null) one.gap(`NULL in ${name} was not tried: it is computed.`);
    else if (one.table.partitioning?.key.includes(name) === true) {
      one.gap(`NULL in ${name} was not tried: the partitions are chosen by it, and are asked first.`);
    } else {
      one.add(
        `NULL in ${name}: refused, because there must be a value.`,
        base.before,
        withColumn(one, base, name, null),
        refused('23502', name),
      );
    }
  };

function addDomain(column: Column): Add {
  return async (one, base) => {
    const { laboratory, table } = one;
    const { name } = column;
    const { domains } = plainTypeOf(laboratory.catalog, column.type);
    one.addRow(`A value that ${column.type} allows: accepted.`, base, accepted);
    const all = domains.flatMap(({ domain }) => domain?.checks ?? []);
    await Promise.all(
      all.map(async (check) => {
        const isFalse = (expression: string): string => `(${withValue(expression, quoteName(name))}) is false`;
        const others = all
          .filter((other) => other !== check)
          .map((other) => `(${withValue(other.expression, quoteName(name))}) is not false`);
        const fixed = new Map([...base.values].filter(([key]) => key !== name));
        const search = (goals: readonly string[]) =>
          solveRow(laboratory, { table, fixed, goals, skips: () => true, setup: base.before });
        const alone = await search([isFalse(check.expression), ...others]);
        const found = alone.ok ? alone : await search([isFalse(check.expression)]);
        if (!found.ok) return one.gap(`No value was found that makes ${check.name} false: ${check.expression}.`);
        const by = alone.ok ? [check.name] : all.map((each) => each.name);
        const words = `A value for which ${check.name} is false: refused by the domain, in whatever column it stands.`;
        one.add(
          words,
          base.before,
          withColumn(one, base, name, found.value.get(name) ?? null),
          refused('23514', ...by),
        );
      }),
    );
    const isNotNull = domains.some(({ domain }) => domain?.notNull === true);
    if (all.length === 0 && !isNotNull)
      one.gap(
        `${column.type} has no check: it refuses what ${plainTypeOf(laboratory.catalog, column.type).type} refuses.`,
      );
    if (isNotNull) {
      const tested = withColumn(one, base, name, null);
      one.add(`NULL in ${name}: refused, because the domain has no NULL.`, base.before, tested, {
        kind: 'refused',
        sqlStates: ['23502'],
        by: [],
      });
    }
  };
}

const addNoLabel =
  ({ name, type }: Column): Add =>
  (one, base) => {
    const labels = candidatesFor(one.laboratory.catalog, plainTypeOf(one.laboratory.catalog, type).type, []);
    const stranger =
      ['no such label', 'another label', 'not a label of this type'].find((label) => !labels.includes(label)) ?? '';
    one.addRow(`One of the labels of ${type}: accepted.`, base, accepted);
    one.add(
      `A label that ${type} does not have: refused.`,
      base.before,
      withColumn(one, base, name, stranger),
      refused('22P02'),
    );
  };

function addTooLong({ name, type }: Column, width: number): Add {
  return (one, base) => {
    one.addRow(`A text of at most ${width} characters: accepted.`, base, accepted);
    const tested = withColumn(one, base, name, 'x'.repeat(width + 1));
    one.add(`${width + 1} characters: refused, ${type} takes ${width}.`, base.before, tested, refused('22001'));
  };
}

const addIdentity =
  ({ name }: Column): Add =>
  async (one, base) => {
    const { laboratory, table } = one;
    const value = base.values.get(name) ?? '1';
    const values = new Map([...base.values, [name, value]]);
    const tested = insertRow(laboratory.catalog, table, values, { overrides: false });
    one.add(
      `A value of our own for ${name}: refused, because PostgreSQL numbers the rows.`,
      base.before,
      tested,
      refused('428C9'),
    );
    one.addRow(`The same with OVERRIDING SYSTEM VALUE: accepted, because it is asked for.`, base, accepted);
  };

const addGenerated =
  ({ name }: Column): Add =>
  (one, base) => {
    const tested = insertRow(
      one.laboratory.catalog,
      one.table,
      new Map([...base.values, [name, base.values.get(name) ?? null]]),
    );
    one.addRow(`Nothing for ${name}: accepted, it is computed.`, base, accepted);
    one.add(
      `A value for ${name}: refused, because it is computed from other columns.`,
      base.before,
      tested,
      refused('428C9'),
    );
  };
