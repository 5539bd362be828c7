import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { done, rowsOf } from '#engine/test-questions.ts';
import { canonicalType, columnOfType } from './canonical-type.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createNodeEngine();
  await done(engine, `create type mood as enum ('fine'); create schema crm; create type crm."My type" as (a int)`);
});

afterAll(() => engine.close());

describe('a type in other words', () => {
  it.each([
    'int',
    'INT4',
    'integer',
    'int2',
    'smallint',
    'int8',
    'bigint',
    'float',
    'float(10)',
    'float(30)',
    'float8',
    'double precision',
    'Double  Precision',
    'real',
    'float4',
    'bool',
    'boolean',
    'text',
    'TEXT',
    'varchar',
    'varchar(40)',
    'character varying ( 40 )',
    'char',
    'char(3)',
    'character(3)',
    'bpchar',
    'decimal',
    'decimal(10, 2)',
    'numeric(10)',
    'numeric',
    'dec(4,1)',
    'timestamptz',
    'timestamptz(3)',
    'timestamp',
    'timestamp(3)',
    'timestamp with time zone',
    'timestamp(3) with time zone',
    'timestamp without time zone',
    'time',
    'timetz',
    'time(2) with time zone',
    'date',
    'uuid',
    'json',
    'jsonb',
    'bytea',
    'int[]',
    'int array',
    'int[3][3]',
    'varchar(10)[]',
    'timestamptz[]',
    'bit',
    'bit(3)',
    'varbit(4)',
    'bit varying(4)',
    'interval',
    'inet',
    'daterange',
    'mood',
    'mood[]',
    'crm."My type"',
    'nchar(2)',
    'oid',
    'tsvector',
    'money',
  ])('%s is called as PostgreSQL calls it', async (type) => {
    const [[printed] = []] = await rowsOf(
      engine,
      `create table t (a ${type}); select format_type(atttypid, atttypmod)
      from pg_attribute where attrelid = 't'::regclass and attname = 'a'`,
    );
    await done(engine, 'drop table t');
    expect(canonicalType(type)).toBe(printed);
  });

  it('a serial is a number with an identity', () => {
    expect(columnOfType('BIGSERIAL')).toEqual({ type: 'bigint', identity: 'by default', notNull: true });
    expect(columnOfType('int')).toEqual({ type: 'integer' });
  });
});
