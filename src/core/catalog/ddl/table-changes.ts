import type { CheckConstraint, Column, Exclusion, Index, Key, Table, Trigger } from '#core/catalog/catalog.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { columnsIn } from './columns-in.ts';
import type { TablePair } from './table-pairs.ts';

interface Named {
  readonly name: string;
}

/** What becomes of the constraints of one kind, or of the indexes. */
export interface NamedChanges<Thing extends Named> {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly Thing[];
  readonly added: readonly Thing[];
  /** Another under the same name. */
  readonly changed: readonly { readonly before: Thing; readonly after: Thing }[];
}

/** Things of the same name belong together; of the rest, those that differ by nothing but their names. */
export function namedChanges<Thing extends Named>(
  before: readonly Thing[],
  after: readonly Thing[],
): NamedChanges<Thing> {
  const removed = before.filter(({ name }) => !after.some((other) => other.name === name));
  const added = after.filter(({ name }) => !before.some((other) => other.name === name));
  const renamed: { from: string; to: string }[] = [];
  const left = added.filter((thing) => {
    const place = removed.findIndex((other) => isSameData({ ...other, name: '' }, { ...thing, name: '' }));
    const [source] = place === -1 ? [] : removed.splice(place, 1);
    if (source !== undefined) renamed.push({ from: source.name, to: thing.name });
    return source === undefined;
  });
  return {
    renamed,
    removed,
    added: left,
    changed: after.flatMap((thing) => {
      const was = before.find(({ name }) => name === thing.name);
      return was === undefined || isSameData(was, thing) ? [] : [{ before: was, after: thing }];
    }),
  };
}

export interface TableChanges {
  readonly pair: TablePair;
  readonly columns: NamedChanges<Table['columns'][number]>;
  readonly primaryKeys: NamedChanges<Table['uniques'][number]>;
  readonly uniques: NamedChanges<Table['uniques'][number]>;
  readonly checks: NamedChanges<Table['checks'][number]>;
  readonly exclusions: NamedChanges<Table['exclusions'][number]>;
  readonly foreignKeys: NamedChanges<Table['foreignKeys'][number]>;
  readonly indexes: NamedChanges<Table['indexes'][number]>;
  readonly triggers: NamedChanges<Table['triggers'][number]>;
}

export function tableChanges(given: TablePair): TableChanges {
  const pair = given.after.partitionOf === null ? given : asItsParent(given);
  const { before, after } = pair;
  const columns = columnChanges(before, after);
  const names = before.columns.map(({ name }) => name);
  const gone = columns.removed.map(({ name }) => name);
  const retyped = columns.changed
    .filter((column) => isRetyped(column.before, column.after))
    .map((column) => column.after.name);
  const isHit = (hit: readonly string[], expressions: readonly (string | null)[]): boolean =>
    expressions.some(
      (expression) => expression !== null && columnsIn(expression, names).some((name) => hit.includes(name)),
    );
  // What names a column that goes, goes with it; what computes with a column of another type is made again.
  const ofKey = (key: Key): Fate =>
    gone.some((name) => [...key.columns, ...key.include].includes(name)) ? 'gone' : 'kept';
  const ofElements = ({ where, columns: elements }: Pick<Index, 'where' | 'columns'>): Fate => {
    const expressions = [
      where,
      ...elements.filter(({ isExpression }) => isExpression).map(({ expression }) => expression),
    ];
    if (isHit(gone, expressions) || elements.some((one) => !one.isExpression && gone.includes(one.expression)))
      return 'gone';
    return isHit(retyped, expressions) ? 'changed' : 'kept';
  };
  const ofIndex = (index: Index): Fate =>
    index.include.some((name) => gone.includes(name)) ? 'gone' : ofElements(index);
  const ofExclusion = ({ where, elements }: Exclusion): Fate =>
    ofElements({ where, columns: elements.map((one) => ({ ...plainPart, ...one })) });
  const ofCheck = ({ expression }: CheckConstraint): Fate => {
    if (isHit(gone, [expression])) return 'gone';
    return isHit(retyped, [expression]) ? 'changed' : 'kept';
  };
  const ofTrigger = ({ definition }: Trigger): Fate =>
    isHit([...retyped, ...gone], [definition.replace(/ EXECUTE (?:FUNCTION|PROCEDURE) .*$/s, '')]) ? 'changed' : 'kept';
  return {
    pair,
    columns,
    primaryKeys: withFates(asList(before.primaryKey), asList(after.primaryKey), ofKey),
    uniques: withFates(before.uniques, after.uniques, ofKey),
    checks: withFates(before.checks, after.checks, ofCheck),
    exclusions: withFates(before.exclusions, after.exclusions, ofExclusion),
    foreignKeys: namedChanges(before.foreignKeys, after.foreignKeys),
    indexes: withFates(plain(before), plain(after), ofIndex),
    triggers: withFates(before.triggers, after.triggers, ofTrigger),
  };
}

/** What a partition becomes by what is done to its parent is left to PostgreSQL; only its comments are its own here. */
function asItsParent(pair: TablePair): TablePair {
  const { before, after } = pair;
  const columns = after.columns.map((column) => {
    const was = before.columns.find(({ name }) => name === column.name);
    return { ...column, comment: was === undefined ? null : was.comment };
  });
  return { ...pair, before: { ...after, columns, comment: before.comment } };
}

const plainPart = { descending: false, nullsFirst: false, operatorClass: null, collation: null };

type Fate = 'kept' | 'changed' | 'gone';

function withFates<Thing extends Named>(
  before: readonly Thing[],
  after: readonly Thing[],
  fateOf: (thing: Thing) => Fate,
): NamedChanges<Thing> {
  const gone = before.filter((thing) => fateOf(thing) === 'gone');
  const changes = namedChanges(
    before.filter((thing) => !gone.includes(thing)),
    after,
  );
  const again = before.flatMap((was) => {
    const is = after.find(({ name }) => name === was.name);
    return is !== undefined && isSameData(was, is) && fateOf(was) === 'changed' ? [{ before: was, after: is }] : [];
  });
  // What has only another name is made again too: PostgreSQL would print it otherwise.
  const anew = changes.renamed.flatMap(({ from, to }) => {
    const was = before.find(({ name }) => name === from);
    const is = after.find(({ name }) => name === to);
    return was !== undefined && is !== undefined && fateOf(was) === 'changed' ? [{ was, is }] : [];
  });
  return {
    renamed: changes.renamed.filter(({ from }) => !anew.some(({ was }) => was.name === from)),
    removed: [...gone, ...changes.removed, ...anew.map(({ was }) => was)],
    added: [...changes.added, ...anew.map(({ is }) => is)],
    changed: [...changes.changed, ...again],
  };
}

/**
 * What is generated can neither begin nor end to be so where it stands, nor stay while a column it is computed from gets
 * another type: such a column is made anew.
 */
function columnChanges(before: Table, after: Table): NamedChanges<Column> {
  const columns = byName(before.columns, after.columns);
  const names = before.columns.map(({ name }) => name);
  const retyped = columns.changed
    .filter((column) => isRetyped(column.before, column.after))
    .map((column) => column.after.name);
  const moved = [...retyped, ...columns.removed.map(({ name }) => name)];
  const dependsOnMoved = ({ generated }: Column): boolean =>
    generated !== null && columnsIn(generated, names).some((name) => moved.includes(name));
  const shared = after.columns.flatMap((is) => {
    const was = before.columns.find(({ name }) => name === is.name);
    return was === undefined ? [] : [{ before: was, after: is }];
  });
  const anew = shared.filter(
    (column) =>
      dependsOnMoved(column.before) ||
      (column.before.generation !== column.after.generation && !endsGeneration(column)) ||
      (column.before.generation !== null && isRetyped(column.before, column.after)),
  );
  const isAnew = (name: string): boolean => anew.some((column) => column.after.name === name);
  return {
    renamed: [],
    removed: [...columns.removed, ...anew.map((column) => column.before)],
    added: [...columns.added, ...anew.map((column) => column.after)],
    changed: columns.changed.filter((column) => !isAnew(column.after.name)),
  };
}

export function isRetyped(before: Column, after: Column): boolean {
  return before.type !== after.type || before.collation !== after.collation;
}

/** Columns are renamed by lineage only. */
function byName<Thing extends Named>(before: readonly Thing[], after: readonly Thing[]): NamedChanges<Thing> {
  return {
    renamed: [],
    removed: before.filter(({ name }) => !after.some((other) => other.name === name)),
    added: after.filter(({ name }) => !before.some((other) => other.name === name)),
    changed: namedChanges(before, after).changed,
  };
}

function endsGeneration({
  before,
  after,
}: {
  readonly before: Table['columns'][number];
  readonly after: Table['columns'][number];
}): boolean {
  return before.generation === 'stored' && after.generation === null;
}

function plain({ indexes }: Table): Table['indexes'] {
  return indexes.filter(({ constraint }) => constraint === null);
}

function asList<Thing>(thing: Thing | null): readonly Thing[] {
  return thing === null ? [] : [thing];
}
