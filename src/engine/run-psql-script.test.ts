import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import type { StatementOutcome } from '#core/engine/outcome.ts';
import { createNodeEngine } from './node-engine.ts';
import { rowsOf } from './test-questions.ts';

let engine: Engine;

beforeEach(async () => {
  engine = await createNodeEngine();
});

afterEach(() => engine.close());

async function run(script: string): Promise<readonly StatementOutcome[]> {
  return (await engine.run(script, { isPsqlScript: true })).statements;
}

const dump = String.raw`--
-- PostgreSQL database dump
--
\restrict wWlOkzFUrDYT
SET statement_timeout = 0;
CREATE ROLE bob;
CREATE SCHEMA public;
CREATE TABLE public.notes (id integer NOT NULL, body text);
ALTER TABLE public.notes OWNER TO "bob; the builder";
COPY public.notes (id, body) FROM stdin;
1	it's; here
2	\N
\.
\connect other
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
GRANT ALL ON TABLE public.notes TO bob;
CREATE DATABASE other TEMPLATE template0;
ALTER TABLE ONLY public.notes ADD CONSTRAINT notes_pkey PRIMARY KEY (id);
\unrestrict wWlOkzFUrDYT
`;

describe('a script of psql', () => {
  it.each([
    ['as it is written', dump],
    ['with the line ends of Windows', dump.replaceAll('\n', '\r\n')],
  ])('is run with its rows, without what is nothing for this server, %s', async (_, script) => {
    const statements = await run(script);
    const passed = statements.flatMap((one) =>
      one.kind === 'skipped' ? [[one.sql.split(' ', 2).join(' '), one.reason]] : [],
    );
    expect(passed).toEqual([
      ['CREATE ROLE', 'there is only one user here'],
      ['CREATE SCHEMA', 'the schema public is there already'],
      ['ALTER TABLE', 'there is only one user here'],
      ['\\connect other', '\\connect changes to another database, and there is only this one'],
      ['CREATE EXTENSION', 'the extension pgcrypto is not shipped with this page'],
      ['GRANT ALL', 'rights are given to roles, and there is only one user here'],
      ['CREATE DATABASE', 'it is about a whole server, and here is one database'],
    ]);
    expect(statements.filter(({ kind }) => kind === 'done').map((one) => one.kind === 'done' && one.command)).toEqual([
      'SET',
      'CREATE TABLE',
      'COPY',
      'ALTER TABLE',
    ]);
    expect(await rowsOf(engine, 'select id, body from notes order by id')).toEqual([
      ['1', "it's; here"],
      ['2', null],
    ]);
    for (const { sql, start, end } of statements) expect(script.slice(start, end)).toBe(sql);
  });

  it('fails at the row of a COPY that is wrong, and skips the rest', async () => {
    const script = 'create table a (id int);\ncopy a from stdin;\n1\nx\n\\.\nselect 1;\n\\echo done\n';
    const statements = await run(script);
    expect(statements.map(({ kind }) => kind)).toEqual(['done', 'failed', 'skipped', 'skipped']);
    expect(statements[1]).toMatchObject({ failure: { sqlState: '22P02', position: script.indexOf('x\n\\.') } });
    expect(statements[2]).not.toHaveProperty('reason');
  });

  it('says that the rows of a COPY have no end', async () => {
    const statements = await run('create table a (id int);\ncopy a from stdin;\n1\n2\n');
    expect(statements.at(-1)).toMatchObject({ kind: 'failed', failure: { sqlState: '22P04', position: 25 } });
  });

  it('does not take a table named owner, a role in a string, or a schema public_2 for what is passed over', async () => {
    const statements = await run(
      `create schema public_2; create table owner (role text default 'alter x owner to bob');
       alter table owner alter column role set default 'owner to bob'; drop table owner;`,
    );
    expect(statements.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
  });
});
