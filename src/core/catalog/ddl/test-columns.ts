import * as fc from 'fast-check';
import type { Sequence, UserType } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { plainColumn } from '#core/catalog/plain-catalog.ts';
import type { TableInMaking } from './test-constraints.ts';
import type { TakenNames } from './taken-names.ts';
import { pick, type Draw, type TestNames } from './test-names.ts';

/** A type, with a default and a condition as PostgreSQL prints them. */
export interface ColumnKind {
  readonly type: string;
  readonly defaults: readonly string[];
  /** Of a column by its quoted name. */
  readonly check: ((column: string) => string) | null;
  readonly collates?: boolean;
}

const builtIn: readonly ColumnKind[] = [
  { type: 'integer', defaults: ['5', "'-1'::integer"], check: (column) => `${column} > 0` },
  { type: 'bigint', defaults: ['7', "'-9'::integer"], check: (column) => `${column} > 0 AND ${column} < 100` },
  { type: 'smallint', defaults: ['1'], check: (column) => `${column} > 0` },
  { type: 'text', defaults: ["'it''s'::text", "''::text"], check: (column) => `${column} <> ''::text`, collates: true },
  {
    type: 'character varying(20)',
    defaults: ["'new'::character varying"],
    check: (column) => `${column}::text = ANY (ARRAY['new'::character varying, 'paid'::character varying]::text[])`,
    collates: true,
  },
  { type: 'numeric(10,2)', defaults: ['9.5', '0'], check: (column) => `${column} >= 0::numeric` },
  { type: 'timestamp with time zone', defaults: ['now()'], check: null },
  { type: 'timestamp(3) without time zone', defaults: [], check: null },
  { type: 'date', defaults: ['CURRENT_DATE', "'2024-01-02'::date"], check: null },
  { type: 'boolean', defaults: ['true', 'false'], check: null },
  { type: 'uuid', defaults: ['gen_random_uuid()'], check: null },
  { type: 'text[]', defaults: ["'{}'::text[]"], check: (column) => `cardinality(${column}) < 5` },
  { type: 'int4range', defaults: [], check: (column) => `NOT isempty(${column})` },
];

/** Types of users, and all that a column may be of. */
export function typesOf(
  draw: Draw,
  names: TestNames,
  schemas: readonly string[],
  taken: TakenNames,
): { readonly types: readonly UserType[]; readonly usable: readonly ColumnKind[] } {
  const types: UserType[] = [];
  const usable = [...builtIn];
  const empty = { labels: [], domain: null, attributes: [], subtype: null };
  for (let left = draw(fc.integer, { min: 0, max: 3 }); left > 0; left -= 1) {
    const name = { schema: pick(draw, schemas), name: names.type() };
    const kind = pick(draw, ['enum', 'domain', 'composite', 'range'] as const);
    // PostgreSQL takes no foreign key of a domain over an array, a range or an enum: it finds no operator for the two ends.
    const bases = builtIn.filter(({ type, check }) => check !== null && type !== 'text[]' && type !== 'int4range');
    const base = pick(draw, bases);
    switch (kind) {
      case 'enum': {
        const type = { ...name, ...empty, kind, labels: ['sad', "it's fine", '🦊'] };
        types.push(type);
        usable.push({
          type: sqlName(type),
          defaults: [`'sad'::${sqlName(type)}`],
          check: (column) => `${column} <> 'sad'::${sqlName(type)}`,
        });
        break;
      }
      case 'domain': {
        const rule = base.check?.('VALUE') ?? 'true';
        const checks = draw(fc.boolean)
          ? [{ name: names.own(taken.constraint(name, null, 'check')), expression: rule, validated: true }]
          : [];
        for (const check of checks) taken.takeConstraint({ schema: name.schema, name: check.name }, false);
        const initial = pick(draw, [null, ...base.defaults]);
        const domain = { type: base.type, notNull: draw(fc.boolean), default: initial, collation: null, checks };
        const type = { ...name, ...empty, kind, domain };
        types.push(type);
        usable.push({ type: sqlName(type), defaults: [], check: null });
        break;
      }
      case 'composite':
        types.push({
          ...name,
          ...empty,
          kind,
          attributes: [
            { name: names.column(), type: base.type },
            { name: 'b', type: 'text' },
          ],
        });
        break;
      case 'range': {
        const type = { ...name, ...empty, kind, subtype: 'double precision' };
        types.push(type);
        usable.push({ type: sqlName(type), defaults: [], check: null });
        break;
      }
    }
  }
  return { types, usable };
}

const integers = ['integer', 'bigint', 'smallint'];

/** Puts one more column at the table's end, and the sequence of its identity with it. */
export function columnOf(
  draw: Draw,
  names: TestNames,
  kinds: readonly ColumnKind[],
  made: TableInMaking,
  taken: TakenNames,
): void {
  const kind = pick(draw, kinds);
  const name = names.column();
  const base = plainColumn(name, kind.type, { comment: names.comment() });
  made.kinds.set(name, kind);
  const put = (parts: Partial<typeof base>): void => {
    made.table = { ...made.table, columns: [...made.table.columns, { ...base, ...parts }] };
  };
  if (integers.includes(kind.type) && draw(fc.boolean)) {
    const sequence = sequenceOf(
      draw,
      kind.type,
      made.table.schema,
      names.own(taken.sequence(made.table, name)),
      `${made.table.schema}.${made.table.name}.${name}`,
    );
    made.sequences.push(sequence);
    taken.takeRelation(sequence);
    put({ notNull: true, identity: pick(draw, ['always', 'by default'] as const) });
    return;
  }
  const source = made.table.columns.find(({ type, generated }) => type === 'integer' && generated === null);
  if (kind.type === 'integer' && source !== undefined && draw(fc.boolean)) {
    put({
      generated: `${sqlName({ schema: 'public', name: source.name })} * 2`,
      generation: pick(draw, ['stored', 'virtual'] as const),
    });
    return;
  }
  put({
    notNull: draw(fc.boolean),
    default: pick(draw, [null, ...kind.defaults]),
    collation: kind.collates === true && draw(fc.boolean) ? pick(draw, ['C', 'en_US']) : null,
  });
}

function sequenceOf(draw: Draw, type: string, schema: string, name: string, ownedBy: string): Sequence {
  const most = { smallint: '32767', integer: '2147483647', bigint: '9223372036854775807' }[type] ?? '';
  const isOwnWay = draw(fc.boolean);
  return {
    schema,
    name,
    ownedBy,
    isIdentity: true,
    type,
    start: isOwnWay ? '10' : '1',
    increment: isOwnWay ? '5' : '1',
    least: '1',
    most: isOwnWay ? '1000' : most,
    cycles: isOwnWay,
  };
}
