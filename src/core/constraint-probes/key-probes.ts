import type { Key, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { typedFor, insertRow } from './insert-row.ts';
import { isNullable, type Laboratory } from './laboratory.ts';
import { makeRow } from './make-row.ts';
import { statementsOf, type MadeRow } from './made-row.ts';
import { accepted, including, Planner, refused, refusedBy, type Plan } from './plan.ts';
import { withSources, type Rule } from './row-rules.ts';
import type { RowValues } from './made-row.ts';
import { columnOf } from './tables-of.ts';

/** A primary key: the same again, NULL, another. */
export async function planPrimaryKey(laboratory: Laboratory, table: Table, key: Key): Promise<Plan> {
  const planner = new Planner(laboratory, table, 'primary key', key.name, declared('primary key', key));
  const first = await laboratory.row(table);
  if (!first.ok) {
    planner.gap(`No row was found that ${qualifiedName(table)} accepts: ${first.error}.`);
    return planner.plan();
  }
  await Promise.all([addSame(planner, key, first.value), addOther(planner, key, first.value)]);
  addNulls(planner, key, first.value);
  if (key.columns.length > 1) await addOneDifferent(planner, key, first.value);
  if (key.deferrable) await addSwap(planner, key, first.value);
  return planner.plan();
}

/** A unique constraint: the same again, another, one part of several different, NULL, and a swap where it may wait. */
export async function planUnique(laboratory: Laboratory, table: Table, key: Key): Promise<Plan> {
  const planner = new Planner(laboratory, table, 'unique', key.name, declared('unique', key));
  const columns = withSources(table, key.columns);
  const notNull = columns
    .filter((name) => isNullable(laboratory, table, name))
    .map((name) => `${quoteName(name)} is not null`);
  const first = await makeRow(laboratory, { table, goals: notNull, forced: touching(table, columns) });
  if (!first.ok) {
    planner.gap(`No row was found that ${qualifiedName(table)} accepts: ${first.error}.`);
    return planner.plan();
  }
  await Promise.all([
    addSame(planner, key, first.value),
    addOther(planner, key, first.value),
    ...(key.columns.length > 1 ? [addOneDifferent(planner, key, first.value)] : []),
    addTwoNulls(planner, key),
    ...(key.deferrable ? [addSwap(planner, key, first.value)] : []),
  ]);
  return planner.plan();
}

function declared(word: string, { columns, nullsNotDistinct, deferrable, initiallyDeferred }: Key): string {
  const list = columns.map(quoteName).join(', ');
  const late = initiallyDeferred ? ' deferrable initially deferred' : deferrable ? ' deferrable' : '';
  return `${word}${nullsNotDistinct ? ' nulls not distinct' : ''} (${list})${late}`;
}

function touching(table: Table, columns: readonly string[]): Table['foreignKeys'] {
  return table.foreignKeys.filter((one) => one.columns.some((name) => columns.includes(name)));
}

function listOf(columns: readonly string[]): string {
  return columns.length === 1 ? (columns[0] ?? '') : `(${columns.join(', ')})`;
}

function pick(values: RowValues, columns: readonly string[]): Map<string, string | null> {
  return new Map(columns.map((name) => [name, values.get(name) ?? null]));
}

/** Rules that say no more than that these columns together are taken. */
function saidByColumns({ laboratory, table }: Planner, key: Key): readonly Rule[] {
  const columns = withSources(table, key.columns);
  return laboratory
    .rules(table)
    .filter(
      (rule) =>
        (rule.kind === 'unique' || rule.kind === 'exclusion') && rule.columns.every((name) => columns.includes(name)),
    );
}

async function addSame(planner: Planner, key: Key, first: MadeRow): Promise<void> {
  const { laboratory, table } = planner;
  const rules = saidByColumns(planner, key);
  const columns = withSources(table, key.columns);
  const fixed = pick(first.values, columns);
  const setup = statementsOf(first);
  const same = await makeRow(laboratory, { table, fixed, setup, skips: (rule) => rules.includes(rule) });
  const late = key.initiallyDeferred ? ' It is looked at when the transaction ends.' : '';
  if (same.ok) {
    planner.addRow(
      `${listOf(key.columns)} the same again: refused, because it must tell rows apart.${late}`,
      same.value,
      refusedBy(rules),
      setup,
    );
  } else planner.gap(`The same key again was not tried: ${same.error}.`);
}

async function addOther(planner: Planner, key: Key, first: MadeRow): Promise<void> {
  const { laboratory, table } = planner;
  const setup = statementsOf(first);
  const columns = withSources(table, key.columns);
  const goals = columns
    .filter((name) => isNullable(laboratory, table, name))
    .map((name) => `${quoteName(name)} is not null`);
  const other = await makeRow(laboratory, {
    table,
    setup,
    goals,
    forced: goals.length === 0 ? [] : touching(table, columns),
  });
  if (other.ok) planner.addRow(`Another ${listOf(key.columns)}: accepted.`, other.value, accepted, setup);
  else
    planner.addRow(
      `A first ${listOf(key.columns)}: accepted. No second one was found: ${other.error}.`,
      first,
      accepted,
    );
}

/** PostgreSQL looks for NULLs before all else, except where the row would go. */
function addNulls(planner: Planner, key: Key, first: MadeRow): void {
  const { laboratory, table } = planner;
  for (const name of key.columns) {
    if (columnOf(table, name)?.generated !== null) continue;
    if (table.partitioning?.key.includes(name) === true) {
      planner.gap(`NULL in ${name} was not tried: the partitions are chosen by it, and are asked first.`);
      continue;
    }
    const tested = insertRow(laboratory.catalog, table, new Map([...first.values, [name, null]]));
    planner.add(
      `NULL as ${name}: refused, because a primary key is never unknown.`,
      first.before,
      tested,
      refused('23502', name),
    );
  }
}

async function addOneDifferent(planner: Planner, key: Key, first: MadeRow): Promise<void> {
  const { laboratory, table } = planner;
  const setup = statementsOf(first);
  for (const different of key.columns) {
    const rest = key.columns.filter((name) => name !== different && columnOf(table, name)?.generated === null);
    const goals = isNullable(laboratory, table, different) ? [`${quoteName(different)} is not null`] : [];
    const forced = goals.length === 0 ? [] : touching(table, [different]);
    const made = await makeRow(laboratory, { table, setup, fixed: pick(first.values, rest), goals, forced });
    if (!made.ok) continue;
    const words = `The same ${listOf(rest)} with another ${different}: accepted, because only all columns together must differ.`;
    return planner.addRow(words, made.value, accepted, setup);
  }
}

async function addTwoNulls(planner: Planner, key: Key): Promise<void> {
  const { laboratory, table } = planner;
  const nullable = key.columns.find((name) => isNullable(laboratory, table, name));
  if (nullable === undefined) return;
  const first = await makeRow(laboratory, { table, fixed: new Map([[nullable, null]]) });
  if (!first.ok) return planner.gap(`NULL in ${nullable} was not tried: ${first.error}.`);
  const setup = including([], first.value);
  const rules = key.nullsNotDistinct ? saidByColumns(planner, key) : [];
  const fixed = pick(first.value.values, withSources(table, key.columns));
  const skips = (rule: Rule): boolean => rules.includes(rule);
  const same = await makeRow(laboratory, { table, setup, fixed, skips });
  // A part of it may be a key by itself.
  const second =
    same.ok || key.nullsNotDistinct
      ? same
      : await makeRow(laboratory, { table, setup, fixed: pick(fixed, [nullable]) });
  if (!second.ok) return planner.gap(`NULL in ${nullable} twice was not tried: ${second.error}.`);
  const words = key.nullsNotDistinct
    ? `NULL in ${nullable} twice: refused, because NULLS NOT DISTINCT takes NULLs for the same.`
    : `NULL in ${nullable} twice: accepted, because two unknown values are not known to be the same.`;
  planner.addRow(
    words,
    second.value,
    refusedBy(rules.filter(({ name, columns }) => name === key.name || !columns.includes(nullable))),
    setup,
  );
}

async function addSwap(planner: Planner, key: Key, first: MadeRow): Promise<void> {
  const { laboratory, table } = planner;
  const columns = key.columns.filter((name) => {
    const column = columnOf(table, name);
    return column?.generated === null && column.identity !== 'always';
  });
  if (columns.length < key.columns.length || table.partitioning !== null) return;
  const second = await makeRow(laboratory, {
    table,
    setup: statementsOf(first),
    goals: columns.map((name) => `${quoteName(name)} is not null`),
    forced: touching(table, columns),
  });
  if (!second.ok) return;
  const typed = (row: MadeRow, name: string): string =>
    typedFor(laboratory.catalog, table, name, row.values.get(name) ?? null);
  const rowOf = (row: MadeRow): string => `(${columns.map((name) => typed(row, name)).join(', ')})`;
  const names = `(${columns.map(quoteName).join(', ')})`;
  const isFirst = `${names} = ${rowOf(first)}`;
  const sets = columns.map(
    (name) =>
      `${quoteName(name)} = case when ${isFirst} then ${typed(second.value, name)} else ${typed(first, name)} end`,
  );
  const others = laboratory
    .rules(table)
    .filter(
      ({ kind, name, columns: own }) =>
        kind !== 'foreign key' && kind !== 'not null' && name !== key.name && own.some((one) => columns.includes(one)),
    );
  if (others.length > 0) return;
  planner.add(
    'Two rows change keys in one statement: accepted, because a deferrable key is looked at when all rows are changed, not after each.',
    [...statementsOf(first), ...statementsOf(second.value)],
    `update ${sqlName(table)} set ${sets.join(', ')} where ${names} in (${rowOf(first)}, ${rowOf(second.value)})`,
    accepted,
  );
}
