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
    expect(verdictOf(await grade({ answer, says: 'The box should be empty.' }))).toEqual({
      ok: false,
      message: 'The box should be empty. Found 1 row; expected none.',
      evidence: [expect.objectContaining({ rows: [['1', 'red']] })],
    });
  });

  const red = "insert into box (colour) values ('red')";
  it.each([
    ['answer', {}, 'Your answer returns `2`; expected `1`.'],
    ['query', { sql: 'select count(*) from box', rows: [[2]] }, 'Found `1`; expected `2`.'],
    ['query', { sql: 'select 1, 2', rows: [[1, 3]] }, 'Found 1 row, as expected, but with other values.'],
    ['query', { sql: 'select 1 as a', rows: [[1, 3]] }, 'Found 1 column, `a`; 2 are expected.'],
    ['query', { sql: 'select 1 where false', rows: [[1]] }, 'Found no rows; expected 1 row.'],
    [
      'query',
      { sql: 'select * from bx', empty: true },
      'This could not be found out: the question fails on your tables. PostgreSQL says: relation "bx" does not exist (42P01).',
    ],
    [
      'accepts',
      { sql: red },
      `\`${red}\` was refused: duplicate key value violates unique constraint "box_colour_key" (23505).`,
    ],
    ['rejects', { sql: 'delete from box', code: '23503' }, '`delete from box` was accepted.'],
    [
      'rejects',
      { sql: red, code: '23514' },
      `\`${red}\` was refused for another reason: expected \`23514\` (check violation), found \`23505\` (unique violation). ` +
        'PostgreSQL says: duplicate key value violates unique constraint "box_colour_key".',
    ],
    ['table', { name: 'bx' }, 'There is no table `bx`. Did you mean `box`?'],
    ['table', { name: 'box', 'primary-key': ['colour'] }, 'The primary key is `(id)`; expected `(colour)`.'],
    ['dependency', { table: 'bx', holds: 'id -> colour' }, 'There is no table `bx`. Did you mean `box`?'],
    ['dependency', { table: 'box', violated: 'id -> colour' }, '`id -> colour` still holds in every row of `box`.'],
    [
      'same-rows',
      { left: 'select * from box', right: 'select 1' },
      'Found 2 columns, `id` and `colour`; 1 is expected: `?column?`.',
    ],
  ])('keeps what %s found behind the words of the author: %o', async (kind, params, finding) => {
    const scene = { kind, params, solution: 'select 1 as n', answer: `${red}; select 2 as n`, says: 'It should.' };
    expect(verdictOf(await grade(scene)).message).toBe(`It should. ${finding}`);
  });

  it('says no more than the author where there is only one thing to be found', async () => {
    const gone = { kind: 'table', params: { name: 'box', absent: true } };
    expect(verdictOf(await grade({ ...gone, says: 'The box is still there.' })).message).toBe(
      'The box is still there.',
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
