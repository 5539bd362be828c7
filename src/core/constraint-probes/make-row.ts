import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { err, ok } from '#core/shared/result.ts';
import { existingParent } from './existing-parent.ts';
import { insertRow } from './insert-row.ts';
import type { RowRequest } from './row-request.ts';
import type { Laboratory } from './laboratory.ts';
import type { Rule } from './row-rules.ts';
import { statementsOf, type Made, type MadeRow, type RowValues } from './made-row.ts';
import { solveRow } from './solve-row.ts';
import { columnOf, isSelfReference, targetOf } from './tables-of.ts';

/**
 * Makes one row that all constraints accept, with the rows it needs: parents that are there where they will do, else new
 * ones, and theirs. Circles of foreign keys are entered where a column may be NULL, or where the check is deferrable.
 */

export const deferAll = 'set constraints all deferred';
const deepest = 12;

/** A row whose maker waits for its parents. */
interface Frame {
  readonly table: Table;
  /** What a row further down has promised of it. */
  readonly owed: Map<string, string | null>;
}

export async function makeRow(laboratory: Laboratory, request: RowRequest): Promise<Made> {
  const optional = request.table.foreignKeys.filter(
    (one) => request.forced?.includes(one) !== true && one !== request.fresh,
  );
  return firstOf(optional, (more, isApart, isNew = false) =>
    makeWith(
      laboratory,
      { ...request, isApart: isApart || request.isApart === true, isNew },
      [...(request.forced ?? []), ...more],
      [],
    ),
  );
}

/**
 * Makes do with as few parents as a row must have; then a check may ask for one that no column asks for, or for two
 * different ones.
 */
async function firstOf(
  optional: readonly ForeignKey[],
  make: (more: readonly ForeignKey[], isApart: boolean, isNew?: boolean) => Promise<Made>,
): Promise<Made> {
  const first = await make([], false);
  if (first.ok) return first;
  const anew = await make([], false, true);
  if (anew.ok) return anew;
  const choices =
    optional.length > 6
      ? []
      : optional.length > 1
        ? [...optional.map((one) => [one]), optional]
        : optional.map((one) => [one]);
  for (const [more, isApart] of [
    [[], true] as const,
    ...choices.flatMap((one) => [[one, false] as const, [one, true] as const]),
  ]) {
    const made = await make(more, isApart);
    if (made.ok) return made;
  }
  return first;
}

async function makeWith(
  laboratory: Laboratory,
  request: RowRequest,
  forced: readonly ForeignKey[],
  frames: readonly Frame[],
): Promise<Made> {
  const { table, setup = [], goals = [], skips = () => false, fresh } = request;
  if (frames.length > deepest) return err('the way up through its foreign keys is too long');
  const frame: Frame = { table, owed: new Map() };
  const values = new Map(request.fixed ?? []);
  const before: string[] = [];
  const after: string[] = [];
  let parent: MadeRow | null = null;
  const foreignKeys = table.foreignKeys.toSorted(
    (one, other) => Number(other === fresh) - Number(one === fresh) || other.columns.length - one.columns.length,
  );
  const promises: ForeignKey[] = [];
  const later: ForeignKey[] = [];
  for (const foreignKey of foreignKeys) {
    const isSkipped = skipsForeignKey(laboratory, table, foreignKey, skips);
    const isNeeded = forced.includes(foreignKey) || foreignKey === fresh || isRequired(table, foreignKey, values);
    if (isSkipped || !isNeeded || foreignKey.columns.some((name) => values.get(name) === null)) continue;
    const target = targetOf(laboratory.catalog, foreignKey);
    if (target === null) return err(`the table that ${foreignKey.name} refers to is not to be seen`);
    const context = [...setup, ...before];
    const isIn = [...frames, frame].some((one) => objectKey(one.table) === objectKey(target));
    const isKey = laboratory
      .rules(table)
      .some(({ kind, columns }) => kind === 'unique' && columns.some((name) => foreignKey.columns.includes(name)));
    if (foreignKey !== fresh && !(request.isNew === true && isKey)) {
      const found = await existingParent(laboratory, request, foreignKey, values, context);
      if (found !== null) {
        for (const [name, value] of found) values.set(name, value);
        continue;
      }
      // It may refer to itself: the search sees to it.
      if (isSelfReference(table, foreignKey) && !forced.includes(foreignKey)) continue;
    }
    const above = [...frames, frame].find((one) => objectKey(one.table) === objectKey(target));
    if (isIn && above !== undefined && !isSelfReference(table, foreignKey) && foreignKey !== fresh) {
      if (!foreignKey.deferrable) {
        return err(
          `${qualifiedName(table)} and ${qualifiedName(target)} need each other at once, and ${foreignKey.name} is not deferrable`,
        );
      }
      promises.push(foreignKey);
      if (!before.includes(deferAll)) before.unshift(deferAll);
      continue;
    }
    const isOwnKey = laboratory
      .rules(table)
      .some(({ kind, columns }) => kind === 'unique' && columns.every((name) => foreignKey.columns.includes(name)));
    if (foreignKey.deferrable && (foreignKey === fresh ? request.isParentLater === true : isOwnKey)) {
      // By its own key: what it refers to belongs to it, and comes after it.
      later.push(foreignKey);
      if (!before.includes(deferAll)) before.unshift(deferAll);
      continue;
    }
    const wanted = new Map(
      foreignKey.columns.flatMap((name, place) => {
        const value = values.get(name);
        const key = foreignKey.references.columns[place];
        return value == null || key === undefined ? [] : [[key, value] as const];
      }),
    );
    const made = await makeParent(
      laboratory,
      {
        table: target,
        fixed: wanted,
        goals: foreignKey.references.columns.map((key) => `${quoteName(key)} is not null`),
        setup: context,
      },
      [...frames, frame],
    );
    if (!made.ok) {
      if (!foreignKey.deferrable || foreignKey === fresh || frames.length > 0) return made;
      // The parent needs this row: it comes after it.
      later.push(foreignKey);
      if (!before.includes(deferAll)) before.unshift(deferAll);
      continue;
    }
    before.push(...statementsOf(made.value));
    if (foreignKey === fresh) parent = made.value;
    foreignKey.columns.forEach((name, place) => {
      values.set(name, made.value.values.get(foreignKey.references.columns[place] ?? '') ?? null);
    });
  }
  for (const [name, value] of frame.owed) values.set(name, value);
  const isPromised = (rule: Rule): boolean =>
    [...promises, ...later].some(({ name }) => rule.kind === 'foreign key' && rule.name === name);
  const solved = await solveRow(laboratory, {
    table,
    fixed: values,
    goals: [
      ...goals,
      ...[...promises, ...later].flatMap(({ columns }) => columns.map((name) => `${quoteName(name)} is not null`)),
    ],
    skips: (rule) => skips(rule) || isPromised(rule),
    setup: [...setup, ...before],
  });
  if (!solved.ok) return err(`${qualifiedName(table)}: ${solved.error}`);
  for (const promised of promises) {
    const above = frames.find(
      (one) => one.table.name === promised.references.table && one.table.schema === promised.references.schema,
    );
    promised.columns.forEach((name, place) => {
      above?.owed.set(promised.references.columns[place] ?? '', solved.value.get(name) ?? null);
    });
  }
  const insert = insertRow(laboratory.catalog, table, solved.value);
  for (const foreignKey of later) {
    const target = targetOf(laboratory.catalog, foreignKey);
    if (target === null) continue;
    const fixed = new Map(
      foreignKey.columns.map((name, place) => [
        foreignKey.references.columns[place] ?? '',
        solved.value.get(name) ?? null,
      ]),
    );
    const made = await makeParent(
      laboratory,
      { table: target, fixed, setup: [...setup, ...before, insert, ...after] },
      [],
    );
    if (!made.ok) return made;
    if (foreignKey === fresh) parent = made.value;
    after.push(...statementsOf(made.value));
  }
  return ok({ table, values: solved.value, before, insert, after, parent });
}

/**
 * A parent needs no more parents than it must have, unless a check of its own asks for them. What could not be made once
 * is not tried again: each level would multiply the ways that end at the same place.
 */
async function makeParent(laboratory: Laboratory, request: RowRequest, frames: readonly Frame[]): Promise<Made> {
  const { table, fixed = new Map<string, string | null>(), setup = [], goals = [] } = request;
  const above = frames.map((frame) => objectKey(frame.table));
  const asked = JSON.stringify([objectKey(table), [...fixed], goals, setup, above]);
  const reason = laboratory.failures.get(asked);
  if (reason !== undefined) return err(reason);
  const made = await firstOf(table.foreignKeys, (forced, isApart, isNew = false) =>
    makeWith(laboratory, { ...request, isApart, isNew }, forced, frames),
  );
  if (!made.ok) laboratory.failures.set(asked, made.error);
  return made;
}

function skipsForeignKey(
  laboratory: Laboratory,
  table: Table,
  { name }: ForeignKey,
  skips: (rule: Rule) => boolean,
): boolean {
  return laboratory.rules(table).some((rule) => rule.kind === 'foreign key' && rule.name === name && skips(rule));
}

/** One NULL is enough for MATCH SIMPLE; for MATCH FULL all must be. */
function isRequired(table: Table, { columns, match }: ForeignKey, values: RowValues): boolean {
  const isSet = (name: string): boolean => {
    const column = columnOf(table, name);
    const isKey = table.primaryKey?.columns.includes(name) === true;
    return values.get(name) != null || column?.notNull === true || isKey;
  };
  return match === 'full' ? columns.some(isSet) : columns.every(isSet);
}
