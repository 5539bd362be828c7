import type { ForeignKey, ReferentialAction } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { brokenRules } from './broken-rules.ts';
import { valueFor, whereRow } from './insert-row.ts';
import { deferAll, makeRow } from './make-row.ts';
import { statementsOf } from './made-row.ts';
import { besideHolders, otherHolders, type Family } from './other-holders.ts';
import { accepted, refused, refusedBy, type Planner } from './plan.ts';
import type { ChildFate, ChildQuestion, Expectation } from './probe.ts';
import type { RowValues } from './made-row.ts';
import { quoteText } from './sql-literal.ts';
import { columnOf } from './tables-of.ts';

/** The whole family, with the tested key as it was declared. */
function standing(foreignKey: ForeignKey, { child }: Family): readonly string[] {
  const isReset = child.before.includes(deferAll) && !foreignKey.initiallyDeferred;
  return isReset ? [...statementsOf(child), 'set constraints all immediate'] : statementsOf(child);
}

/** ON DELETE and ON UPDATE: the parent goes or changes its key, and PostgreSQL does to the child what was chosen. */
export async function addActions(planner: Planner, foreignKey: ForeignKey, family: Family): Promise<void> {
  const holders = await otherHolders(planner, foreignKey, family);
  if (!holders.ok) return planner.gap(`What happens to a child was not tried: ${holders.error}.`);
  await Promise.all([
    addDelete(planner, foreignKey, family, holders.value),
    addUpdate(planner, foreignKey, family, holders.value),
  ]);
}

function keyWhere(planner: Planner, { target, parent }: Family, { references }: ForeignKey): string {
  return whereRow(planner.laboratory.catalog, target, references.columns, parent.values);
}

async function addDelete(
  planner: Planner,
  foreignKey: ForeignKey,
  family: Family,
  holders: readonly string[],
): Promise<void> {
  const { target, child } = family;
  const tested = `delete from ${sqlName(target)} where ${keyWhere(planner, family, foreignKey)}`;
  const { onDelete, onDeleteColumns, columns } = foreignKey;
  const touched = onDeleteColumns.length > 0 ? onDeleteColumns : columns;
  const deletes = [...child.before, tested];
  const { fate, expected, words, gap, image } = await outcomeOf(planner, foreignKey, family, {
    action: onDelete,
    verb: 'delete',
    touched,
    setup: deletes,
  });
  if (gap !== null) return planner.gap(gap);
  const act = { words, expected, action: onDelete, on: 'ON DELETE', setup: deletes };
  const known = await besideHolders(planner, foreignKey, family, holders, act);
  if (!known.ok) return planner.gap(known.error);
  planner.add(known.value.words, standing(foreignKey, family), tested, known.value.expected, {
    child: childQuestion(planner, foreignKey, family, fate, image),
  });
}

async function addUpdate(
  planner: Planner,
  foreignKey: ForeignKey,
  family: Family,
  holders: readonly string[],
): Promise<void> {
  const { laboratory } = planner;
  const { target, child, parent } = family;
  const { references, columns, onUpdate } = foreignKey;
  const fixedColumns = references.columns.filter((name) => {
    const column = columnOf(target, name);
    return column === null || column.identity === 'always' || column.generated !== null;
  });
  if (fixedColumns.length > 0) {
    return planner.gap(
      `ON UPDATE was not tried: ${fixedColumns.join(', ')} of ${qualifiedName(target)} is written by PostgreSQL alone.`,
    );
  }
  const other = await makeRow(laboratory, { table: target, setup: statementsOf(child) });
  if (!other.ok) return planner.gap(`ON UPDATE was not tried: ${other.error}.`);
  const gone = `delete from ${sqlName(target)} where ${keyWhere(planner, family, foreignKey)}`;
  const beforeAll = [...child.before, ...other.value.before];
  const keyOnly = new Map([
    ...parent.values,
    ...references.columns.map((name) => [name, other.value.values.get(name) ?? null] as const),
  ]);
  const writable = [...other.value.values].filter(([name]) => columnOf(target, name)?.identity !== 'always');
  let changed: RowValues | null = null;
  for (const image of [keyOnly, new Map([...parent.values, ...writable])]) {
    // Where another key holds it, it cannot go first.
    const free = await brokenRules(laboratory, target, image, [...beforeAll, gone]);
    const broken = free.ok ? free : await brokenRules(laboratory, target, image, beforeAll);
    if (broken.ok && broken.value.length === 0) changed ??= image;
  }
  if (changed === null) return planner.gap('ON UPDATE was not tried: no other key was found that the parent may take.');
  const image = changed;
  const sets = [...image].filter(
    ([name, value]) => parent.values.get(name) !== value || references.columns.includes(name),
  );
  const list = sets
    .map(([name, value]) => `${quoteName(name)} = ${valueFor(laboratory.catalog, target, name, value)}`)
    .join(', ');
  const tested = `update ${sqlName(target)} set ${list} where ${keyWhere(planner, family, foreignKey)}`;
  const key = new Map(columns.map((name, place) => [name, image.get(references.columns[place] ?? '') ?? null]));
  const outcome = await outcomeOf(planner, foreignKey, family, {
    action: onUpdate,
    verb: 'update',
    touched: columns,
    setup: [...beforeAll, tested],
    key,
  });
  if (outcome.gap !== null) return planner.gap(outcome.gap);
  const act = { ...outcome, action: onUpdate, on: 'ON UPDATE', setup: [...beforeAll, tested] };
  const known = await besideHolders(planner, foreignKey, family, holders, act);
  if (!known.ok) return planner.gap(known.error);
  const question = childQuestion(planner, foreignKey, family, outcome.fate, outcome.image);
  const setup = [...standing(foreignKey, family), ...other.value.before];
  planner.add(known.value.words, setup, tested, known.value.expected, { child: question });
}

interface Act {
  readonly action: ReferentialAction;
  readonly verb: 'delete' | 'update';
  /** The child's columns that SET NULL and SET DEFAULT write to. */
  readonly touched: readonly string[];
  /** Leaves the parent deleted or changed, and no child. */
  readonly setup: readonly string[];
  /** The parent's new key, by the child's column. */
  readonly key?: RowValues;
}

interface ActOutcome {
  readonly fate: ChildFate;
  readonly expected: Expectation;
  readonly words: string;
  readonly gap: string | null;
  /** The child as it is then, where it is written to. */
  readonly image?: RowValues;
}

/** What becomes of the child, read from its declaration; where it is written to, its own rules have their say. */
async function outcomeOf(
  planner: Planner,
  foreignKey: ForeignKey,
  { target, child }: Family,
  act: Act,
): Promise<ActOutcome> {
  const { action, verb, touched, setup, key } = act;
  const what =
    verb === 'delete'
      ? `Its parent in ${qualifiedName(target)} is deleted`
      : `Its parent’s key in ${qualifiedName(target)} changes`;
  const on = `ON ${verb.toUpperCase()} ${action.toUpperCase()}`;
  switch (action) {
    case 'restrict':
      return {
        fate: 'kept',
        expected: refused('23001', foreignKey.name),
        words: `${what}: refused, ${on}, because a child is there.`,
        gap: null,
      };
    case 'no action': {
      const when = foreignKey.initiallyDeferred ? 'when the transaction ends' : 'when the statement ends';
      const words = `${what}: refused ${when}, ${on}, because the child would have no parent.`;
      return { fate: 'kept', expected: refused('23503', foreignKey.name), words, gap: null };
    }
    case 'cascade':
      if (verb === 'delete')
        return { fate: 'gone', expected: accepted, words: `${what}: ${on} deletes the child too.`, gap: null };
      return ofWritten(planner, {
        ...act,
        values: new Map([...child.values, ...(key ?? [])]),
        fate: 'changed',
        words: `${what}: ${on} changes the child with it`,
      });
    case 'set null': {
      const values = new Map([...child.values, ...touched.map((name) => [name, null] as const)]);
      return ofWritten(planner, {
        ...act,
        values,
        fate: 'set null',
        words: `${what}: ${on} leaves the child with NULL`,
      });
    }
    case 'set default': {
      const defaults = await defaultsOf(planner, touched, setup);
      if (defaults === null)
        return { fate: 'kept', expected: accepted, words: '', gap: `${on} was not tried: the default was not found.` };
      const values = new Map([...child.values, ...defaults]);
      return ofWritten(planner, {
        ...act,
        values,
        fate: 'set default',
        words: `${what}: ${on} gives the child the default`,
      });
    }
  }
}

async function ofWritten(
  { laboratory, table }: Planner,
  {
    values,
    setup,
    fate,
    words,
  }: Act & { readonly values: RowValues; readonly fate: ChildFate; readonly words: string },
): Promise<ActOutcome> {
  const broken = await brokenRules(laboratory, table, values, setup);
  if (!broken.ok)
    return { fate, expected: accepted, words, gap: `What happens to a child was not tried: ${broken.error}.` };
  if (broken.value.length === 0) return { fate, expected: accepted, words: `${words}.`, gap: null, image: values };
  const names = broken.value.map(({ kind, name }) => (kind === 'not null' ? `${name} not null` : name)).join(', ');
  return {
    fate: 'kept',
    expected: refusedBy(broken.value),
    words: `${words}, but that breaks ${names}: refused as a whole.`,
    gap: null,
  };
}

async function defaultsOf(
  { laboratory, table }: Planner,
  columns: readonly string[],
  setup: readonly string[],
): Promise<RowValues | null> {
  const list = columns.map((name, place) => `(${columnOf(table, name)?.default ?? 'null'})::text as v${place}`);
  const { answers } = await laboratory.attempt([
    ...setup.map((sql) => ({ kind: 'statement', sql }) as const),
    { kind: 'question', sql: `select ${list.join(', ')}` },
  ]);
  const row = answers[setup.length]?.[0];
  return row === undefined ? null : new Map(columns.map((name, place) => [name, row[`v${place}`] ?? null]));
}

/** Knows the child by what no action changes, and by its key as it was and as it is to be. */
function childQuestion(
  { laboratory, table }: Planner,
  { columns }: ForeignKey,
  { child }: Family,
  fate: ChildFate,
  image: RowValues = child.values,
): ChildQuestion {
  const others = [...child.values].filter(([name, value]) => !columns.includes(name) && value !== null);
  const same = others.map(([name, value]) => `(${quoteName(name)})::text = ${quoteText(value ?? '')}`);
  const keys = [child.values, image].map((values) => `(${whereRow(laboratory.catalog, table, columns, values)})`);
  const where = [...same, `(${[...new Set(keys)].join(' or ')})`].join(' and ');
  const known = (table.primaryKey?.columns ?? []).filter((name) => !columns.includes(name));
  const shown = [...known, ...columns].map(quoteName).join(', ');
  const sql = `select ${shown} from ${sqlName(table)} where ${where} limit 5`;
  return { table: { schema: table.schema, name: table.name }, sql, fate, columns };
}
