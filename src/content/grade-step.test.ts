import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf, type Scene } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = 'create table box (id int generated always as identity primary key, colour text unique)';
const empty = { kind: 'query', params: { sql: 'select * from box', empty: true } };

function grade(scene: Partial<Scene>) {
  return judge({ setup, ...empty, ...scene });
}

describe('gradeStep', () => {
  it('passes a step whose checks all hold', async () => {
    const graded = await grade({ answer: 'select 1' });
    expect(graded).toEqual({
      passed: true,
      obstacle: null,
      verdicts: [{ ok: true, message: '`select * from box` returns no rows.' }],
    });
  });

  it('judges the tables also where nothing was run', async () => {
    expect((await grade({ answer: null })).passed).toBe(true);
  });

  it('stops where the answer has stopped', async () => {
    const graded = await grade({ answer: 'select 1;\nselect * from bx;\nselect 2' });
    expect(graded).toMatchObject({
      passed: false,
      obstacle: {
        ok: false,
        message: '`select * from bx` fails: relation "bx" does not exist (42P01).',
        evidence: [{ kind: 'failure', failure: { sqlState: '42P01', position: 24 } }],
      },
      verdicts: [],
    });
  });

  it('says what an open transaction means', async () => {
    const { obstacle } = await grade({ answer: "begin; insert into box (colour) values ('red')" });
    expect(obstacle).toEqual({
      ok: false,
      message:
        'Your answer leaves a transaction open. What it did since `begin` is kept only when `commit` ends it; `rollback` gives it up.',
    });
  });

  it('says what a failed transaction means', async () => {
    const { obstacle } = await grade({ answer: 'begin; select 1 / 0' });
    expect(obstacle?.message).toBe(
      '`select 1 / 0` fails: division by zero (22012). ' +
        'The transaction it stands in has failed. PostgreSQL refuses everything in it until `rollback` gives it up.',
    );
  });

  it("puts the author's words before what was found, and keeps the evidence", async () => {
    const answer = "insert into box (colour) values ('red')";
    const verdict = verdictOf(await grade({ answer, says: 'The box should be empty.' }));
    expect(verdict).toMatchObject({
      ok: false,
      message: 'The box should be empty.',
      evidence: [{ rows: [['1', 'red']] }],
    });
    const quoted = { kind: 'query', params: { sql: "select 'Dr. Who'", empty: true } };
    expect(verdictOf(await grade({ ...quoted, answer, says: 'No doctor.' })).message).toBe('No doctor.');
    const rule = { kind: 'dependency', params: { table: 'box', violated: 'id -> colour' } };
    const { message } = verdictOf(await grade({ ...rule, answer, says: 'Nothing is broken yet.' }));
    expect(message).toBe(
      'Nothing is broken yet. Expected at least two rows with the same `id` and different `colour`.',
    );
  });

  it.each([
    empty,
    { kind: 'answer', params: {}, solution: "insert into box (colour) values ('green') returning colour" },
    { kind: 'query', params: { sql: 'select * from box', 'same-as-solution': true }, solution: 'drop table box' },
    { kind: 'accepts', params: { sql: "insert into box (colour) values ('blue'); create table lid ()" } },
    { kind: 'rejects', params: { sql: "insert into box (colour) values ('red')", code: '23505' } },
    { kind: 'table', params: { name: 'box', check: ['id > 0'], default: { colour: "'red'" } } },
    { kind: 'dependency', params: { table: 'box', holds: 'colour -> id' } },
    { kind: 'same-rows', params: { left: 'select * from box', right: 'delete from box returning *' } },
  ])('leaves no trace in the database: $kind', async (scene) => {
    await grade({ answer: "insert into box (colour) values ('red') returning colour", ...scene });
    const { statements, transaction } = await engine.run(`
      select colour from box;
      select count(*) from pg_class where relname in ('lid', 'expected_by_a_check');
      insert into box (colour) values ('blue') returning id`);
    expect(transaction).toBe('idle');
    expect(statements).toMatchObject([
      { result: { rows: [['red']] } },
      { result: { rows: [['0']] } },
      { result: { rows: [['2']] } },
    ]);
  });
});
