import { describe, expect, it } from 'vitest';
import { plainCatalog, plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { boxMetrics, clipText } from './box-metrics.ts';
import { boxesOf } from './boxes.ts';
import { diagramOf } from './diagram.ts';
import { plainForeignKey } from './test-schemas.ts';

const users = plainTable('users', {
  columns: [
    plainColumn('id', 'bigint', { notNull: true }),
    plainColumn('email', 'character varying(40)'),
    plainColumn('made', 'timestamp(3) with time zone'),
  ],
  primaryKey: plainKey('users_pkey', 'id'),
  uniques: [plainKey('u', 'email')],
  rows: { count: 1234, exact: false },
});
const events = plainTable('events', {
  columns: [plainColumn('user_id', 'bigint'), plainColumn('at', 'date')],
  foreignKeys: [plainForeignKey('fk', ['user_id'], 'users')],
  partitioning: {
    strategy: 'range',
    key: ['at'],
    partitions: [{ schema: 'public', table: 'events_1', bounds: 'DEFAULT', isDefault: true }],
  },
});
const partition = plainTable('events_1', { partitionOf: { schema: 'public', table: 'events', bounds: 'DEFAULT' } });
const view = {
  schema: 'public',
  name: 'recent',
  materialized: false,
  columns: [{ name: 'at', type: 'date' }],
  definition: '',
  indexes: [],
  triggers: [],
  comment: null,
  dependsOn: [{ schema: 'public', name: 'events_1' }],
};
const catalog = plainCatalog({ tables: [users, events, partition], views: [view] });

describe('the boxes of a schema', () => {
  it('are its tables with their partitions as a line, and its views', () => {
    const boxes = boxesOf(catalog, 'columns');
    expect(boxes.map(({ title, kind, note }) => [title, kind, note])).toEqual([
      ['users', 'table', 'about 1,234 rows'],
      ['events', 'table', '0 rows'],
      ['recent', 'view', 'view'],
    ]);
    expect(boxes[1]?.partitions).toMatchObject({ words: 'range (at): 1 partition', isOpen: false });
    expect(
      boxes[0]?.lines.map(({ name, type, isKey, isUnique, isNullable }) => [name, type, isKey, isUnique, isNullable]),
    ).toEqual([
      ['id', 'bigint', true, false, false],
      ['email', 'varchar(40)', false, true, true],
      ['made', 'timestamptz(3)', false, false, true],
    ]);
  });

  it('show only what relates tables, or nothing but names', () => {
    const linesOf = (detail: 'keys' | 'names') =>
      boxesOf(catalog, detail).map(({ lines, hiddenCount }) => [lines.map(({ name }) => name), hiddenCount]);
    expect(linesOf('keys')).toEqual([
      [['id'], 2],
      [['user_id'], 1],
      [[], 1],
    ]);
    expect(linesOf('names')).toEqual([
      [[], 3],
      [[], 2],
      [[], 1],
    ]);
  });

  it('are as high as their lines', () => {
    const heights = (detail: 'columns' | 'names', opened: readonly string[] = []) =>
      boxesOf(catalog, detail, new Set(opened)).map(({ height }) => height);
    const { headPx, linePx, footPx } = boxMetrics;
    expect(heights('columns')).toEqual([3, 3, 1].map((lines) => headPx + lines * linePx + footPx));
    expect(heights('columns', ['["public","events"]'])[1]).toBe(headPx + 4 * linePx + footPx);
    expect(heights('names')[0]).toBe(headPx);
  });
});

it('lets a view that reads a partition read its table', () => {
  expect(diagramOf(catalog, 'columns').readings.map(({ view: from, reads }) => [from, reads])).toEqual([
    ['["public","recent"]', '["public","events"]'],
  ]);
});

it.each([
  ['short', 5, 'short'],
  ['longer', 5, 'long…'],
  ['🛒🛒🛒', 5, '🛒🛒…'],
])('cuts %s at %d to %s', (text, most, cut) => {
  expect(clipText(text, most)).toBe(cut);
});
