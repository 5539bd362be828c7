import * as fc from 'fast-check';
import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import { plainColumn } from '#core/catalog/plain-catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { referentialActions } from './action-words.ts';
import { newCheck, newForeignKey, newIndex, newPrimaryKey, newUnique } from './new-constraints.ts';
import { defaultConventions, newTable } from './naming.ts';
import { relationEdit } from './relation-edit.ts';
import { proposeRelation } from './relations.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** Strokes at random on a schema as it is at that moment, for tests: those that a form lets through. */

type Draw = fc.GeneratorValue;

const names = ['users', 'orders', 'select', 'Mixed Case', 'say "hi"', '🦊', 'a.b', 'total', 'nr', 'x'.repeat(60)];

export function someEdit(draw: Draw, catalog: Catalog, count: number): SchemaEdit {
  const name = `${pick(draw, names)}${count}`;
  const table = catalog.tables.length === 0 ? undefined : pick(draw, catalog.tables);
  const make = table === undefined ? newOne : pick(draw, makers);
  return (
    make({ draw, catalog, table: table ?? newTable(catalog, { schema: 'public', name }, defaultConventions), name }) ??
    newOne({ draw, catalog, name })
  );
}

interface Circumstances {
  readonly draw: Draw;
  readonly catalog: Catalog;
  readonly table: Table;
  /** Free in the whole schema. */
  readonly name: string;
}

type Maker = (circumstances: Circumstances) => SchemaEdit | null;

const newOne = ({ draw, catalog, name }: Omit<Circumstances, 'table'>): SchemaEdit => {
  const conventions = {
    keyColumn: pick(draw, ['id', 'table-id'] as const),
    keyType: pick(draw, ['bigint', 'integer', 'uuid'] as const),
    reference: pick(draw, ['singular', 'as-typed'] as const),
    junction: pick(draw, ['as-typed', 'first-singular'] as const),
  };
  return { kind: 'add-table', table: newTable(catalog, { schema: 'public', name }, conventions) };
};

const relation: Maker = ({ draw, catalog, table }) => {
  const kind = pick(draw, ['one-to-many', 'many-to-many', 'one-to-one'] as const);
  const ends = { from: on(table), to: on(pick(draw, catalog.tables)) };
  const proposed = proposeRelation(catalog, kind, ends, defaultConventions);
  const edit = relationEdit(catalog, { ...proposed, sharesKey: false, onUpdate: pick(draw, referentialActions) });
  return edit.ok ? edit.value : null;
};

const types = ['integer', 'bigint', 'text', 'numeric(10,2)', 'boolean', 'date', 'uuid'];

const addColumn: Maker = ({ draw, table, name }) => ({
  kind: 'add-column',
  table: on(table),
  column: plainColumn(name, pick(draw, types), { notNull: draw(fc.boolean), comment: pick(draw, [null, "it's"]) }),
});

/** Types that turn into each other without a word, and into which what is built on a column goes along. */
const changeColumn: Maker = ({ draw, table, name }) => {
  const column = someColumn(draw, table);
  if (column === undefined) return null;
  const isKey = table.primaryKey?.columns.includes(column.name) === true;
  const notNull = isKey || column.identity !== null || draw(fc.boolean);
  const to = pick<Partial<Column>>(draw, [{ name }, { name, comment: 'both' }, { notNull }, { comment: name }]);
  return { kind: 'change-column', table: on(table), column: column.name, to };
};

const dropColumn: Maker = ({ draw, table }) => {
  const column = someColumn(draw, table);
  return column === undefined ? null : { kind: 'drop-column', table: on(table), column: column.name };
};

/** Of types that can be ordered. */
const keyTypes = new Set([...types, 'smallint', 'character varying(20)', 'timestamp with time zone']);

function someColumns(draw: Draw, table: Table): readonly string[] {
  const usable = table.columns.filter(({ type, generation }) => keyTypes.has(type) && generation !== 'virtual');
  return draw(
    fc.subarray,
    usable.map(({ name }) => name),
  ).slice(0, 3);
}

const setKey: Maker = ({ draw, catalog, table }) => ({
  kind: 'set-primary-key',
  table: on(table),
  key: newPrimaryKey(catalog, { ...table, primaryKey: null }, someColumns(draw, table)),
});

const addUnique: Maker = ({ draw, catalog, table }) => {
  const columns = someColumns(draw, table);
  const parts = { columns, deferrable: draw(fc.boolean), initiallyDeferred: false, nullsNotDistinct: draw(fc.boolean) };
  return columns.length === 0 ? null : { kind: 'add-unique', table: on(table), key: newUnique(catalog, table, parts) };
};

const addIndex: Maker = ({ draw, catalog, table }) => {
  const columns = someColumns(draw, table);
  if (columns.length === 0) return null;
  return { kind: 'add-index', table: on(table), index: newIndex(catalog, table, columns, draw(fc.boolean)) };
};

const addCheck: Maker = ({ draw, catalog, table }) => {
  const column = someColumn(draw, table);
  if (column === undefined || column.generation === 'virtual') return null;
  return {
    kind: 'add-check',
    table: on(table),
    check: newCheck(catalog, table, `${quoteName(column.name)} IS NOT NULL`),
  };
};

const addForeignKey: Maker = ({ draw, catalog, table }) => {
  const target = pick(draw, catalog.tables);
  const keys = target.primaryKey?.columns ?? [];
  const columns = keys.map((key) => {
    const type = target.columns.find(({ name }) => name === key)?.type;
    return table.columns.find((column) => column.type === type && column.generated === null)?.name ?? '';
  });
  const isTwice = new Set(columns).size < columns.length;
  if (keys.length === 0 || columns.includes('') || isTwice || target.primaryKey?.deferrable === true) return null;
  const references = { schema: target.schema, table: target.name, columns: keys };
  const deferrable = draw(fc.boolean);
  const key = newForeignKey(catalog, table, { ...actions(draw), columns, references, deferrable });
  return { kind: 'add-foreign-key', table: on(table), foreignKey: key };
};

const changeForeignKey: Maker = ({ draw, table }) => {
  if (table.foreignKeys.length === 0) return null;
  const key = pick(draw, table.foreignKeys);
  const to = { ...key, ...actions(draw), onDeleteColumns: [] };
  return { kind: 'change-foreign-key', table: on(table), name: key.name, to };
};

const dropPart: Maker = ({ draw, table }) => {
  const { uniques, checks, exclusions, foreignKeys, indexes } = table;
  const constraints = [...uniques, ...checks, ...exclusions, ...foreignKeys].map(({ name }) => name);
  const own = indexes.filter(({ constraint }) => constraint === null).map(({ name }) => name);
  if (constraints.length + own.length === 0) return null;
  const name = pick(draw, [...constraints, ...own]);
  return { kind: own.includes(name) ? 'drop-index' : 'drop-constraint', table: on(table), name };
};

const makers: readonly Maker[] = [
  newOne,
  relation,
  relation,
  ({ table, name }) => ({ kind: 'rename-table', table: on(table), name }),
  ({ table, name }) => ({ kind: 'comment-table', table: on(table), comment: name }),
  ({ table }) => ({ kind: 'drop-table', table: on(table) }),
  addColumn,
  changeColumn,
  changeColumn,
  dropColumn,
  setKey,
  addUnique,
  addIndex,
  addCheck,
  addForeignKey,
  addForeignKey,
  changeForeignKey,
  dropPart,
];

/** What a generated column allows depends on what it is computed from; it is left alone. */
function someColumn(draw: Draw, table: Table): Column | undefined {
  const plain = table.columns.filter(({ generated }) => generated === null);
  return plain.length === 0 ? undefined : pick(draw, plain);
}

function actions(draw: Draw) {
  return { onDelete: pick(draw, referentialActions), onUpdate: pick(draw, referentialActions) };
}

function on({ schema, name }: ObjectName): ObjectName {
  return { schema, name };
}

function pick<Thing>(draw: Draw, things: readonly Thing[]): Thing {
  const thing = things[draw(fc.nat, { max: things.length - 1 })];
  if (thing === undefined) throw new Error('nothing to pick');
  return thing;
}
