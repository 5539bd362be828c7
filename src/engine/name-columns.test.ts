import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import type { ValueKind } from '#core/engine/outcome.ts';
import { builtInTypes } from './built-in-types.ts';
import { createNodeEngine } from './node-engine.ts';
import { done, lastOf, rowsOf } from './test-questions.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createNodeEngine();
});

afterAll(() => engine.close());

async function typesOf(sql: string): Promise<readonly (readonly [string, ValueKind])[] | undefined> {
  const statement = lastOf(await engine.run(sql));
  return statement.kind === 'done' ? statement.result?.columns.map(({ type, kind }) => [type, kind]) : undefined;
}

describe('column types', () => {
  it('are named as format_type names them, also those that are not asked for', async () => {
    const oids = [...builtInTypes.keys()];
    const rows = await rowsOf(engine, `select oid, format_type(oid, null) from pg_type where oid in (${oids.join()})`);
    expect(new Map(rows.map(([oid, type]) => [Number(oid), type]))).toEqual(
      new Map([...builtInTypes].map(([oid, { type }]) => [oid, type])),
    );
  });

  it('carry their modifiers', async () => {
    const sql = `select 1::numeric(10,2), 'a'::varchar(40), 'a'::char(3), now()::timestamptz(3), b'1'::bit(1),
      array[1]::numeric(5,1)[], interval '1' hour`;
    expect(await typesOf(sql)).toEqual([
      ['numeric(10,2)', 'number'],
      ['character varying(40)', 'text'],
      ['character(3)', 'text'],
      ['timestamp(3) with time zone', 'date-time'],
      ['bit(1)', 'other'],
      ['numeric(5,1)[]', 'array'],
      ['interval hour', 'date-time'],
    ]);
  });

  it('follow a user type through a change of its name', async () => {
    await done(engine, "create schema shop; create type shop.mood as enum ('fine'); create domain cents as int");
    expect(await typesOf("select 'fine'::shop.mood, array['fine']::shop.mood[], 1::cents")).toEqual([
      ['shop.mood', 'other'],
      ['shop.mood[]', 'array'],
      ['integer', 'number'],
    ]);
    await done(engine, 'alter type shop.mood rename to humour; set search_path to shop');
    expect(await typesOf("select 'fine'::humour")).toEqual([['humour', 'other']]);
  });
});
