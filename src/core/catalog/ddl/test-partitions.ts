import * as fc from 'fast-check';
import type { Table } from '#core/catalog/catalog.ts';
import { plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { withKeyIndexes } from './test-constraints.ts';
import { pick, type Draw, type TestNames } from './test-names.ts';

/** A partitioned table and its partitions, the latter with nothing but what says where they belong. */
export function addPartitions(draw: Draw, names: TestNames): readonly Table[] {
  const name = names.table();
  const at = names.column();
  const strategy = pick(draw, ['range', 'list', 'hash'] as const);
  const bounds = {
    range: ['FOR VALUES FROM (0) TO (10)', 'FOR VALUES FROM (10) TO (MAXVALUE)', 'DEFAULT'],
    list: ['FOR VALUES IN (1, 2)', 'FOR VALUES IN (3)', 'DEFAULT'],
    hash: ['FOR VALUES WITH (modulus 2, remainder 0)', 'FOR VALUES WITH (modulus 2, remainder 1)'],
  }[strategy];
  const columns = [
    plainColumn(at, 'integer', { notNull: true }),
    plainColumn('note', 'text', { default: "'x'::text" }),
  ];
  const partitions = bounds.map((bound) => ({
    schema: 'public',
    table: names.table(),
    bounds: bound,
    isDefault: bound === 'DEFAULT',
  }));
  const parent = plainTable(name, {
    columns,
    primaryKey: draw(fc.boolean) ? plainKey(`${name}_key`, at) : null,
    checks: draw(fc.boolean) ? [{ name: `${name}_rule`, expression: "note <> ''::text", validated: true }] : [],
    partitioning: { strategy, key: [at], partitions },
  });
  return [
    withKeyIndexes(parent),
    ...partitions.map(({ table, bounds: bound }) =>
      plainTable(table, { columns, partitionOf: { schema: 'public', table: name, bounds: bound } }),
    ),
  ];
}
