import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { rejects } from './rejects.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = `
  create table box (id int generated always as identity primary key, colour text not null unique);
  create table lid (box_id int references box deferrable initially deferred);
  insert into box (colour) values ('red');
`;

async function verdictOn(kind: 'accepts' | 'rejects', params: unknown, answer = '') {
  return verdictOf(await judge({ setup, kind, params, answer }));
}

describe('rejects', () => {
  it('holds when the statement fails with that state', async () => {
    expect(await verdictOn('rejects', { sql: "insert into box (colour) values ('red')", code: '23505' })).toEqual({
      ok: true,
      message: "`insert into box (colour) values ('red')` is refused with `23505` (unique violation).",
    });
  });

  it('sees a deferred constraint', async () => {
    const verdict = await verdictOn('rejects', { sql: 'insert into lid values (9)', code: '23503' });
    expect(verdict.ok).toBe(true);
  });

  it('says that a statement went through', async () => {
    const params = { sql: "insert into box (colour) values ('blue')", code: '23505' };
    expect(await verdictOn('rejects', params)).toEqual({
      ok: false,
      message:
        "`insert into box (colour) values ('blue')` was accepted; it should be refused with `23505` (unique violation).",
    });
  });

  it('says for which other reason a statement failed', async () => {
    const verdict = await verdictOn('rejects', { sql: 'insert into box (colour) values (null)', code: '23505' });
    expect(verdict).toMatchObject({
      ok: false,
      message:
        '`insert into box (colour) values (null)` was refused for another reason: expected `23505` (unique violation), found `23502` (not-null violation). ' +
        'PostgreSQL says: null value in column "colour" of relation "box" violates not-null constraint.',
      evidence: [{ kind: 'failure', failure: { sqlState: '23502', column: 'colour' } }],
    });
  });

  it('describes what must be refused', () => {
    expect(rejects.describe({ sql: 'select 1;', code: '99999' })).toBe('refuse `select 1` with `99999`');
  });
});

describe('accepts', () => {
  it('holds when the statement succeeds', async () => {
    const verdict = await verdictOn('accepts', {
      sql: "insert into box (colour) values ('blue'); insert into lid values (2)",
    });
    expect(verdict.ok).toBe(true);
  });

  it.each([
    [
      "insert into box (colour) values ('red')",
      '`insert into box (colour) values (\'red\')` should be accepted, and was refused: duplicate key value violates unique constraint "box_colour_key" (23505).',
    ],
    [
      'insert into lid values (9)',
      '`insert into lid values (9)` should be accepted, and was refused: insert or update on table "lid" violates foreign key constraint "lid_box_id_fkey" (23503).',
    ],
  ])('refuses when %s fails', async (sql, message) => {
    expect(await verdictOn('accepts', { sql })).toMatchObject({ ok: false, message });
  });

  it('rolls back what it has tried, sequences included', async () => {
    await verdictOn('accepts', { sql: "insert into box (colour) values ('blue'), ('green')" }, 'select 1');
    const { statements } = await engine.run("insert into box (colour) values ('grey') returning id");
    expect(statements).toMatchObject([{ result: { rows: [['2']] } }]);
  });

  it('asks as the owner, whatever role the answer has taken', async () => {
    const answer = 'create role visitor; set role visitor';
    const verdict = await verdictOn('accepts', { sql: "insert into box (colour) values ('blue')" }, answer);
    expect(verdict.ok).toBe(true);
  });
});
