import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { foreignKeyWords, actionWords } from '#core/catalog/declaration-words.ts';
import { brokenRules } from './broken-rules.ts';
import { insertRow } from './insert-row.ts';
import { isNullable, type Laboratory } from './laboratory.ts';
import { deferAll, makeRow } from './make-row.ts';
import type { Made, MadeRow } from './made-row.ts';
import { accepted, Planner, refusedBy, type Plan } from './plan.ts';
import { addActions } from './action-probes.ts';
import type { Rule } from './row-rules.ts';
import { solveRow } from './solve-row.ts';
import { isSelfReference, targetOf } from './tables-of.ts';

/** A foreign key: with a parent, without one, with NULL, and what becomes of a child whose parent goes or changes. */
export async function planForeignKey(laboratory: Laboratory, table: Table, foreignKey: ForeignKey): Promise<Plan> {
  const actions = actionWords(foreignKey);
  const full = foreignKey.match === 'full' ? ' match full' : '';
  const declaration = `${foreignKeyWords(foreignKey)}${full}${actions === '' ? '' : ` ${actions}`}`;
  const planner = new Planner(laboratory, table, 'foreign key', foreignKey.name, declaration);
  const target = targetOf(laboratory.catalog, foreignKey);
  if (target === null) {
    planner.gap('It refers to a table that is not to be seen.');
    return planner.plan();
  }
  planner.isNameOpen = target.partitioning !== null;
  const isLoose = laboratory.notEnforced(table).includes(foreignKey.name);
  if (isLoose) planner.gap('It is declared NOT ENFORCED: PostgreSQL accepts any row, and no action follows.');
  const [child, family] = await Promise.all([
    foreignKey.columns.some((column) => isNullable(laboratory, table, column))
      ? makeRow(laboratory, { table, forced: [foreignKey] })
      : laboratory.row(table),
    makeFamily(laboratory, table, foreignKey),
  ]);
  if (!child.ok) {
    planner.gap(`No row was found that ${qualifiedName(table)} accepts: ${child.error}.`);
    return planner.plan();
  }
  planner.addRow(`A row whose parent is there: accepted.`, child.value, accepted);
  if (isLoose) return planner.plan();
  await Promise.all([
    addOrphan(planner, foreignKey, target, child.value),
    addNull(planner, foreignKey, target, child.value),
  ]);
  if (!family.ok || family.value.parent === null) {
    planner.gap(`What happens to a child was not tried: ${family.ok ? 'no new parent was made' : family.error}.`);
    return planner.plan();
  }
  if (foreignKey.deferrable) await addChildFirst(planner, foreignKey, family.value, family.value.parent);
  await addActions(planner, foreignKey, { target, child: family.value, parent: family.value.parent });
  return planner.plan();
}

/** A new parent that this key alone refers to, if there is a way; in a circle it comes after its child. */
async function makeFamily(laboratory: Laboratory, table: Table, fresh: ForeignKey): Promise<Made> {
  const plain = await makeRow(laboratory, { table, fresh, isApart: true });
  if (plain.ok) return plain;
  const shared = await makeRow(laboratory, { table, fresh });
  if (shared.ok || !fresh.deferrable) return shared;
  const late = await makeRow(laboratory, { table, fresh, isParentLater: true });
  return late.ok ? late : shared;
}

function hasNoParent({ columns, references }: ForeignKey, table: Table): string {
  const keys = references.columns.map((column) => `p.${quoteName(column)}`);
  const own = columns.map((column) => `r.${quoteName(column)}`);
  const isSelf = table.schema === references.schema && table.name === references.table;
  const parent = sqlName({ schema: references.schema, name: references.table });
  const found = `exists (select from ${parent} p where ${keys.map((key, place) => `${key} = ${own[place]}`).join(' and ')})`;
  const itself = isSelf
    ? ` or (${references.columns.map((column, place) => `r.${quoteName(column)} = ${own[place]}`).join(' and ')})`
    : '';
  return `${own.map((one) => `${one} is not null`).join(' and ')} and not (${found}${itself})`;
}

/** Changes as few columns as will do: others may be shared with another foreign key. */
async function addOrphan(planner: Planner, foreignKey: ForeignKey, target: Table, child: MadeRow): Promise<void> {
  const { laboratory, table } = planner;
  const { columns, name } = foreignKey;
  const goal = hasNoParent(foreignKey, table);
  // What comes after the row is not there while its values are searched.
  const isThis = (rule: Rule): boolean => rule.kind === 'foreign key' && (rule.name === name || child.after.length > 0);
  const near = laboratory
    .rules(table)
    .filter((rule) => rule.kind === 'foreign key' && rule.columns.some((one) => columns.includes(one)));
  const search = async (open: readonly string[], skips: (rule: Rule) => boolean) => {
    const fixed = new Map([...child.values].filter(([column]) => !open.includes(column)));
    const found = await solveRow(laboratory, { table, fixed, goals: [goal], skips, setup: child.before });
    return found.ok ? found.value : null;
  };
  let by: readonly Rule[] = near.filter(isThis);
  let found: Awaited<ReturnType<typeof search>> = null;
  for (const open of [...columns.map((one) => [one]), columns]) found ??= await search(open, isThis);
  if (found === null) {
    by = near;
    found = await search(columns, (rule) => near.includes(rule));
  }
  const parents = qualifiedName(target);
  if (found === null)
    return planner.gap(`A row without a parent was not tried: no value was found that ${parents} does not hold.`);
  const when = foreignKey.initiallyDeferred ? ', when the transaction ends' : '';
  const tested = insertRow(laboratory.catalog, table, found);
  // A parent that would come after it does not come.
  if (child.after.length > 0) by = laboratory.rules(table).filter(({ kind }) => kind === 'foreign key');
  // What its parents were promised stays owed too, and PostgreSQL looks at one of them first.
  const expected = refusedBy(by);
  planner.add(`A row whose parent is not in ${parents}: refused${when}.`, child.before, tested, {
    ...expected,
    ...(child.before.includes(deferAll) ? { by: [] } : {}),
  });
}

async function addNull(
  planner: Planner,
  { name, columns, match }: ForeignKey,
  target: Table,
  child: MadeRow,
): Promise<void> {
  const { laboratory, table } = planner;
  const nullable = columns.filter((column) => isNullable(laboratory, table, column));
  if (nullable.length === 0) return;
  if (match === 'full' && columns.length > 1) await addPartlyNull();
  else await addOneNull();
  if (nullable.length < columns.length || (columns.length === 1 && match !== 'full')) return;
  const none = await makeRow(laboratory, { table, fixed: new Map(columns.map((column) => [column, null])) });
  if (none.ok)
    planner.addRow('NULL in all of its columns: accepted, there is nothing to look for.', none.value, accepted);

  async function addOneNull(): Promise<void> {
    for (const column of nullable) {
      const others = columns.filter((one) => one !== column);
      const isThis = (rule: Rule): boolean => rule.kind === 'foreign key' && rule.name === name;
      const open = [column, ...others];
      const fixed = new Map([...child.values].filter(([one]) => !open.includes(one)));
      fixed.set(column, null);
      const goals = others.map((one) => `${quoteName(one)} is not null`);
      const found = await solveRow(laboratory, { table, fixed, goals, skips: isThis, setup: child.before });
      if (!found.ok) continue;
      const words =
        columns.length === 1
          ? `NULL instead of a parent: accepted, because NULL refers to nothing.`
          : `NULL in ${column} alone: accepted, because MATCH SIMPLE looks for nothing as soon as one part is NULL.`;
      return planner.add(words, child.before, insertRow(laboratory.catalog, table, found.value), accepted, {
        followUp: child.after,
      });
    }
    planner.gap(`NULL was not tried: other constraints need a value.`);
  }

  async function addPartlyNull(): Promise<void> {
    for (const column of nullable) {
      const fixed = new Map([...child.values, [column, null]]);
      const near = laboratory.rules(table).filter((rule) => rule.kind === 'foreign key' && rule.name === name);
      const found = await solveRow(laboratory, {
        table,
        fixed,
        goals: [],
        skips: (rule) => near.includes(rule),
        setup: child.before,
      });
      if (!found.ok) continue;
      const words = `NULL in ${column} alone: refused, because MATCH FULL takes all parts or none of ${qualifiedName(target)}’s key.`;
      return planner.add(words, child.before, insertRow(laboratory.catalog, table, found.value), refusedBy(near));
    }
  }
}

/**
 * The child first, its parent after it, in one transaction. Other keys that refer to what comes late must wait with it.
 */
async function addChildFirst(planner: Planner, foreignKey: ForeignKey, child: MadeRow, parent: MadeRow): Promise<void> {
  const { laboratory, table } = planner;
  if (isSelfReference(table, foreignKey) && parent.insert === child.insert) return;
  const late = child.after.includes(parent.insert) ? [] : [parent.insert, ...parent.after];
  const setup = child.before.filter((sql) => !late.includes(sql));
  const broken = await brokenRules(laboratory, table, child.values, setup);
  if (!broken.ok) return planner.gap(`The child first was not tried: ${broken.error}.`);
  const missing = broken.value.map(({ name }) => name);
  const others = table.foreignKeys.filter((one) => one !== foreignKey && missing.includes(one.name));
  const stuck = broken.value.find(
    ({ name }) => name !== foreignKey.name && !others.some((one) => one.name === name && one.deferrable),
  );
  if (stuck !== undefined)
    return planner.gap(
      `The child first was not tried: ${stuck.name} needs the same row, and looks when the statement ends.`,
    );
  const isLate = foreignKey.initiallyDeferred;
  const toDefer = [foreignKey, ...others].filter(({ initiallyDeferred }) => !initiallyDeferred);
  const names = toDefer.map(({ name }) => constraintName(table, name)).join(', ');
  const too = others.length === 0 ? '' : ` ${others.map(({ name }) => name).join(', ')} waits for the same row.`;
  const words = isLate
    ? `The child first, then its parent: accepted, because INITIALLY DEFERRED looks when the transaction ends.${too}`
    : `The child first, then its parent, after SET CONSTRAINTS … DEFERRED: accepted, because it now looks when the transaction ends.${too}`;
  const deferral = toDefer.length === 0 ? [] : [`set constraints ${names} deferred`];
  planner.add(words, [...deferral, ...setup], child.insert, accepted, { followUp: [...late, ...child.after] });
}

function constraintName({ schema }: Table, name: string): string {
  return schema === 'public' ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;
}
