import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { rowsOf } from '#engine/test-questions.ts';
import { bytes, loadInto, refusalOf } from './test-files.ts';

let engine: Engine;

beforeEach(async () => {
  engine = await createNodeEngine();
});

afterEach(() => engine.close());

/** As pg_dump 18 writes it by default. */
const plainDump = String.raw`--
-- PostgreSQL database dump
--

\restrict wWlOkzFUrDYTHaeVZbY0NEDPGGzVFgdiLRfVkzX3bRGZ1aCJz2Sxhw9eOfUXp8F

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
SET default_table_access_method = heap;

CREATE TABLE public.notes (
    id integer NOT NULL,
    body text
);

COPY public.notes (id, body) FROM stdin;
1	it's; here
2	\N
3	
4	two\nlines \\restrict\té😀
\.

COPY public.notes (id, body) FROM stdin;
\.

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (id);

\unrestrict wWlOkzFUrDYTHaeVZbY0NEDPGGzVFgdiLRfVkzX3bRGZ1aCJz2Sxhw9eOfUXp8F
`;

const notes = [
  ['1', "it's; here"],
  ['2', null],
  ['3', ''],
  ['4', 'two\nlines \\restrict\té😀'],
];

describe('a script is loaded', () => {
  it.each([
    ['as pg_dump writes it', plainDump],
    ['with the line ends of Windows', plainDump.replaceAll('\n', '\r\n')],
    ['with a mark of its byte order', `\uFEFF${plainDump}`],
  ])('%s', async (_, script) => {
    await loadInto(engine, 'sql', bytes(script));
    expect(await rowsOf(engine, 'select * from notes order by id')).toEqual(notes);
    // The session is a new one: the script's settings are gone.
    expect(await rowsOf(engine, 'show search_path')).toEqual([['public']]);
  });

  it('that a person wrote, and its rows are counted', async () => {
    const script = `begin; create table t (a int); insert into t select generate_series(1, 1000); commit;
      copy t from stdin with (format csv, header);\na\n5000\n\\.\n
      create role reader; set session authorization reader; set default_transaction_read_only = on`;
    await loadInto(engine, 'sql', bytes(script));
    expect(await rowsOf(engine, 'select count(*), max(a) from t')).toEqual([['1001', '5000']]);
    expect(await rowsOf(engine, "select reltuples from pg_class where relname = 't'")).toEqual([['1001']]);
  });

  it('with more rows than one message takes', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index}\trow ${index}`);
    const script = `create table t (a int, b text);\ncopy t from stdin;\n${lines.join('\n')}\n\\.\n`;
    await loadInto(engine, 'sql', bytes(script));
    expect(await rowsOf(engine, 'select count(*), sum(a), max(b) from t')).toEqual([
      ['20000', '199990000', 'row 9999'],
    ]);
  });

  it('empty', async () => {
    await loadInto(engine, 'sql', bytes(''));
    expect(await rowsOf(engine, 'select 1')).toEqual([['1']]);
  });
});

describe('a script is refused', () => {
  it.each([
    ['select 1;\n\nselect né;', 'Line 3 of the file: column "né" does not exist, 42703.'],
    ["select 1;\nselect 'x\n;\n", 'Line 2 of the file: unterminated quoted string at or near "\'x\n;", 42601.'],
    [
      'create table t (a int primary key);\ninsert into t values (1);\n\ninsert into t\nvalues (1);',
      'Line 4 of the file: duplicate key value violates unique constraint "t_pkey" (Key (a)=(1) already exists.), 23505.',
    ],
    [
      'create table t (a int);\ncopy t from stdin;\n1\n2\nthree\n\\.\nselect 1;',
      'Line 5 of the file: invalid input syntax for type integer: "three", 22P02.',
    ],
    [
      'create table t (a int);\ncopy t from stdin;\n1\n',
      'Line 2 of the file: the rows of this COPY have no end: a line `\\.` is missing.',
    ],
    [
      'select 1;\n\\connect shop\nselect 2;',
      'Line 2 of the file: \\connect changes to another database, and there is only this one here: remove the line.',
    ],
    ['\\i other.sql', 'Line 1 of the file: \\i is a command of psql, not SQL: remove it.'],
    [
      'select 1;\nbegin;\ncreate table t (a int);',
      'The file begins a transaction and does not end it: put COMMIT; at its end.',
    ],
    ['create database shop;', 'Line 1 of the file: template database "template1" does not exist, 3D000.'],
    [
      "create table t (a text);\nselect repeat('[', 100000)::json;",
      'Line 2 of the file: PostgreSQL does not survive this, it says: Maximum call stack size exceeded.',
    ],
    [
      'PGDMP\u0001',
      'The file is in a format of pg_dump that only pg_restore can read: dump it as plain SQL, with -Fp.',
    ],
  ])('%j', async (script, reason) => {
    expect(await refusalOf(engine, 'sql', bytes(script))).toBe(reason);
  });

  it('when it is not text', async () => {
    expect(await refusalOf(engine, 'sql', Uint8Array.of(0x73, 0xff, 0xfe))).toBe(
      'The file is not text in UTF-8, so it cannot be a script of SQL.',
    );
  });
});
