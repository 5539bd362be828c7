import * as fc from 'fast-check';
import type {
  Exclusion,
  ForeignKey,
  Index,
  IndexColumn,
  Key,
  ReferentialAction,
  Sequence,
  Table,
} from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { columnsIn } from './columns-in.ts';
import type { TakenNames } from './taken-names.ts';
import type { ColumnKind } from './test-columns.ts';
import { pick, type Draw, type TestNames } from './test-names.ts';

export interface TableInMaking {
  table: Table;
  readonly sequences: Sequence[];
  readonly kinds: Map<string, ColumnKind>;
}

/** Columns that a key may have: what is generated may be in none of ours. */
function keyColumns({ table }: TableInMaking): readonly string[] {
  return table.columns.filter(({ generated }) => generated === null).map(({ name }) => name);
}

export function addKeys(draw: Draw, names: TestNames, made: TableInMaking, taken: TakenNames): void {
  const columns = keyColumns(made);
  if (columns.length > 0 && draw(fc.nat, { max: 3 }) > 0) {
    const key = someKey(draw, columns, false);
    const name = names.own(taken.primaryKey(made.table));
    made.table = {
      ...made.table,
      primaryKey: { ...key, name },
      columns: made.table.columns.map((column) =>
        key.columns.includes(column.name) ? { ...column, notNull: true } : column,
      ),
    };
    taken.takeConstraint({ schema: made.table.schema, name }, true);
  }
  for (let left = columns.length === 0 ? 0 : draw(fc.nat, { max: 2 }); left > 0; left -= 1) {
    const repeated = made.table.uniques[0];
    const key = repeated !== undefined && draw(fc.nat, { max: 5 }) === 0 ? repeated : someKey(draw, columns, true);
    const name = names.own(taken.index(made.table, [...key.columns, ...key.include], 'key'));
    made.table = { ...made.table, uniques: [...made.table.uniques, { ...key, name }] };
    taken.takeConstraint({ schema: made.table.schema, name }, true);
  }
}

function someKey(draw: Draw, columns: readonly string[], isUnique: boolean): Key {
  const own = someOf(draw, columns, 3);
  const rest = columns.filter((column) => !own.includes(column));
  const deferrable = draw(fc.nat, { max: 3 }) === 0;
  return {
    name: '',
    columns: own,
    include: rest.length > 0 && draw(fc.nat, { max: 3 }) === 0 ? someOf(draw, rest, 2) : [],
    deferrable,
    initiallyDeferred: deferrable && draw(fc.boolean),
    nullsNotDistinct: isUnique && draw(fc.nat, { max: 2 }) === 0,
  };
}

/** At least one, in any order. */
function someOf<Thing>(draw: Draw, things: readonly Thing[], most: number): readonly Thing[] {
  return draw(fc.shuffledSubarray, [...things], { minLength: 1, maxLength: Math.min(most, things.length) });
}

/** Checks and exclusions. */
export function addRules(draw: Draw, names: TestNames, made: TableInMaking, taken: TakenNames): void {
  const { schema } = made.table;
  const all = made.table.columns.map(({ name }) => name);
  const integers = made.table.columns.filter(({ type, generated }) => type === 'integer' && generated === null);
  const [one, other] = integers.map(({ name }) => quoted(name));
  const rules = [
    ...made.table.columns.flatMap(({ name }) => made.kinds.get(name)?.check?.(quoted(name)) ?? []),
    ...(one === undefined || other === undefined ? [] : [`${one} < ${other} OR ${other} IS NULL`]),
  ];
  for (let left = rules.length === 0 ? 0 : draw(fc.nat, { max: 3 }); left > 0; left -= 1) {
    const expression = pick(draw, rules);
    const columns = columnsIn(expression, all);
    const name = names.own(taken.constraint(made.table, columns.length === 1 ? columns : null, 'check'));
    const check = { name, expression, validated: draw(fc.nat, { max: 4 }) > 0 };
    made.table = { ...made.table, checks: [...made.table.checks, check] };
    taken.takeConstraint({ schema, name }, false);
  }
  const range = made.table.columns.find(({ type }) => type === 'int4range');
  if (range === undefined || draw(fc.boolean)) return;
  const deferrable = draw(fc.boolean);
  const exclusion: Exclusion = {
    name: names.own(taken.index(made.table, [range.name], 'excl')),
    method: 'gist',
    elements: [{ expression: range.name, isExpression: false, operator: pick(draw, ['&&', '=']) }],
    where: draw(fc.boolean) ? `${quoted(range.name)} IS NOT NULL` : null,
    deferrable,
    initiallyDeferred: deferrable && draw(fc.boolean),
  };
  made.table = { ...made.table, exclusions: [exclusion] };
  taken.takeConstraint({ schema, name: exclusion.name }, true);
}

const actions: readonly ReferentialAction[] = ['no action', 'restrict', 'cascade', 'set null', 'set default'];

/** To another table, to itself, or in a circle; with columns of its own that fit. */
export function addForeignKey(
  draw: Draw,
  names: TestNames,
  made: TableInMaking,
  all: readonly TableInMaking[],
  taken: TakenNames,
): void {
  const targets = all.filter(
    ({ table }) =>
      table.persistence === made.table.persistence ||
      (made.table.persistence === 'unlogged' && table.persistence === 'permanent'),
  );
  const ends = targets.flatMap(({ table }) =>
    [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniques]
      .filter(({ deferrable, nullsNotDistinct }) => !deferrable && !nullsNotDistinct)
      .map(({ columns }) => ({ table, columns })),
  );
  if (ends.length === 0) return;
  const end = pick(draw, ends);
  const columns = end.columns.map((target) => {
    const source = end.table.columns.find(({ name }) => name === target);
    const column = {
      ...emptyColumn,
      name: names.column(),
      type: source?.type ?? 'integer',
      collation: source?.collation ?? null,
      notNull: draw(fc.nat, { max: 3 }) === 0,
    };
    made.table = { ...made.table, columns: [...made.table.columns, column] };
    return column.name;
  });
  const deferrable = draw(fc.boolean);
  const onDelete = pick(draw, actions);
  const isPart = (onDelete === 'set null' || onDelete === 'set default') && draw(fc.boolean);
  const key: ForeignKey = {
    name: names.own(taken.constraint(made.table, columns, 'fkey')),
    columns,
    references: { schema: end.table.schema, table: end.table.name, columns: end.columns },
    match: draw(fc.nat, { max: 3 }) === 0 ? 'full' : 'simple',
    onDelete,
    onDeleteColumns: isPart ? someOf(draw, columns, 2) : [],
    onUpdate: pick(draw, actions),
    deferrable,
    initiallyDeferred: deferrable && draw(fc.boolean),
    validated: draw(fc.nat, { max: 4 }) > 0,
  };
  made.table = { ...made.table, foreignKeys: [...made.table.foreignKeys, key] };
  taken.takeConstraint({ schema: made.table.schema, name: key.name }, false);
}

const emptyColumn = { default: null, identity: null, generated: null, generation: null, comment: null };

export function addIndexes(draw: Draw, names: TestNames, made: TableInMaking, taken: TakenNames): void {
  const columns = made.table.columns.filter(({ generation }) => generation !== 'virtual');
  for (let left = columns.length === 0 ? 0 : draw(fc.nat, { max: 2 }); left > 0; left -= 1) {
    const own = someOf(draw, columns, 3);
    const parts = own.map((column): IndexColumn => {
      const isText = column.type === 'text' && column.collation === null;
      const isExpression = isText && draw(fc.boolean);
      return {
        ...plainPart,
        expression: isExpression ? `lower(${quoted(column.name)})` : column.name,
        isExpression,
        descending: draw(fc.boolean),
        nullsFirst: draw(fc.boolean),
        operatorClass: isText && draw(fc.boolean) ? 'text_pattern_ops' : null,
        collation: isText && !isExpression && draw(fc.boolean) ? 'C' : null,
      };
    });
    const rest = columns.filter((column) => !own.includes(column)).map(({ name }) => name);
    const first = pick(draw, columns).name;
    const hasExpression = parts.some(({ isExpression }) => isExpression);
    const include = rest.length > 0 && draw(fc.boolean) ? someOf(draw, rest, 2) : [];
    const given = hasExpression ? null : taken.index(made.table, [...own.map(({ name }) => name), ...include], 'idx');
    const unique = draw(fc.nat, { max: 3 }) === 0;
    const index: Index = {
      ...btree,
      name: names.own(given),
      unique,
      constraint: null,
      columns: parts,
      include,
      nullsNotDistinct: unique && draw(fc.boolean),
      where: draw(fc.boolean) ? `${quoted(first)} IS NOT NULL` : null,
    };
    made.table = { ...made.table, indexes: [...made.table.indexes, index] };
    taken.takeRelation({ schema: made.table.schema, name: index.name });
  }
}

const plainPart = { isExpression: false, descending: false, nullsFirst: false, operatorClass: null, collation: null };
const btree = { method: 'btree', valid: true };

/** The table with the indexes that its constraints make. */
export function withKeyIndexes(table: Table): Table {
  const keys = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniques];
  return {
    ...table,
    indexes: [
      ...table.indexes,
      ...keys.map(({ name, columns, include, nullsNotDistinct }): Index => ({
        ...btree,
        name,
        unique: true,
        constraint: name,
        columns: columns.map(plainColumnOf),
        include,
        nullsNotDistinct,
        where: null,
      })),
      ...table.exclusions.map(({ name, method, elements, where }): Index => ({
        ...btree,
        name,
        method,
        unique: false,
        constraint: name,
        columns: elements.map(({ expression }) => plainColumnOf(expression)),
        include: [],
        nullsNotDistinct: false,
        where,
      })),
    ],
  };
}

function plainColumnOf(expression: string): IndexColumn {
  return { ...plainPart, expression };
}

/** As PostgreSQL prints a column's name. */
function quoted(name: string): string {
  return sqlName({ schema: 'public', name });
}
