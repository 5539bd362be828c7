import { describe, expect, it } from 'vitest';
import { toyKinds, toyLabs } from '#content/fixtures/toy-lab.ts';
import { parseLesson } from '#content/parse-lesson.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { checkLesson, type GateTools } from './check-lesson.ts';

const place = { line: 1, column: 1 };

const openDatabase: GateTools['openDatabase'] = async () => {
  const engine = await createNodeEngine();
  const pristine = await engine.snapshot();
  if (!pristine.ok) throw new Error('no snapshot');
  return { engine, pristine: pristine.value };
};

const noDatabase: GateTools['openDatabase'] = () => Promise.reject(new Error('nobody asked for SQL'));

/** What the gate finds in a lesson whose first step begins in line 7. */
async function check(body: string, open = noDatabase) {
  const source = `---\ntitle: T\nsummary: S.\nminutes: 1\n---\n\n${body}`;
  const { lesson, problems: unread } = parseLesson(source, { file: 'l.md', id: 't/l' }, toyLabs);
  expect(unread).toEqual([]);
  const [problems, proved, limits]: [string[], number[], string[]] = [[], [], []];
  const tools = { openDatabase: open, labKinds: toyKinds };
  const toCheck = { bundle: { lesson, opening: [] }, openingPlace: place, limits: { setupMs: 2_000, answerMs: 5_000 } };
  await checkLesson(tools, toCheck, {
    begins: (limitMs, { line, message }) => limits.push(`${limitMs / 1000} s: ${line} ${message}`),
    ended: () => undefined,
    found: ({ line, column, message }) => problems.push(`${line}:${column} ${message}`),
    proved: (index) => proved.push(index),
  });
  return { problems, proved, limits };
}

function lab(start: string, solution: string, goal = "{ name: waitMs, is: '<= 2' }", more = ''): string {
  return `~~~yaml lab\nlab: counter\n${more}${start}\ngoal: [${goal}]\nsolution: { ${solution} }\n~~~\n`;
}

const sound = lab('tills: 2', 'tills: 10');
const metric = (is: string, id = 'counter') => `~~~yaml check\n- metric: { lab: ${id}, name: usedShare, is: '${is}' }\n~~~\n`;

describe('a lab in the gate', () => {
  it('is proved without a database when its solution reaches the goal and its start does not', async () => {
    const { problems, proved } = await check(`## Step\n\n${sound}\n## Read\n\nMore.\n\n## Play\n\n~~~yaml lab\nlab: counter\nid: b\n~~~\n`);
    expect({ problems, proved }).toEqual({ problems: [], proved: [0, 1, 2] });
  });

  it('has its time, as an answer has, for each of its two runs', async () => {
    expect((await check(`## Step\n\n${sound}`)).limits).toEqual([
      '15 s: 9 The lab `counter`, run as it opens, did not end within 5 s.',
      '15 s: 9 The lab `counter`, run with its solution, did not end within 5 s.',
    ]);
  });

  it.each([
    [
      'opens with its goal reached',
      lab('tills: 10', 'tills: 20'),
      ['9:1 The lab `counter` opens with its goal reached: begin where some of it is still to be done.'],
    ],
    [
      'does not reach its goal by its solution',
      lab('tills: 2', 'tills: 4'),
      ['12:8 The solution of the lab `counter` does not reach this goal: Mean wait: 2.5 ms; asked for is at most 2 ms.'],
    ],
    [
      'reaches only some of its goals',
      lab('tills: 2', 'tills: 10', "{ name: waitMs, is: '<= 2' }, { name: lost, is: '= 1', says: Lose one. }"),
      ['12:38 The solution of the lab `counter` does not reach this goal: Lose one. Customers who left: 0.'],
    ],
    [
      'measures with the seed of the lesson',
      lab('tills: 2', 'tills: 10', "{ name: waitMs, is: '<= 2' }", 'seed: 3\n'),
      ['13:8 The solution of the lab `counter` does not reach this goal: Mean wait: 3 ms; asked for is at most 2 ms.'],
    ],
    [
      'is cut off with its solution',
      lab('load: { rate: 950 }', 'tills: 100', "{ name: waitMs, is: '<= 20' }"),
      ['9:1 The lab `counter` is cut off with its solution. The line is longer than the street.'],
    ],
  ])('is told of when it %s', async (_, body, expected) => {
    const { problems, proved } = await check(`## Step\n\n${body}`);
    expect({ problems, proved }).toEqual({ problems: expected, proved: [] });
  });

  it('may be cut off as it opens: that is what a learner is to mend', async () => {
    const body = lab('load: { rate: 950 }', 'tills: 100, load: { rate: 100 }');
    expect(await check(`## Step\n\n${body}`)).toMatchObject({ problems: [], proved: [0] });
  });

  it('leaves the other steps proved', async () => {
    const body = `## One\n\n${lab('tills: 10', 'tills: 20')}\n## Two\n\n${lab('tills: 2', 'tills: 10', undefined, 'id: b\n')}`;
    expect((await check(body)).proved).toEqual([1]);
  });
});

describe('a metric check in the gate', () => {
  it('fails as the lab opens and holds with its solution', async () => {
    expect(await check(`## Step\n\n${sound}\n${metric('< 0.1')}`)).toMatchObject({ problems: [], proved: [0] });
  });

  it('is told of when it holds before anything is done', async () => {
    expect(await check(`## Step\n\n${sound}\n${metric('<= 1')}`)).toMatchObject({
      problems: ['7:1 Every check of this step holds before anything is done: add one that fails until the learner has answered.'],
      proved: [],
    });
  });

  it('is told of when the solution does not pass it', async () => {
    expect(await check(`## Step\n\n${sound}\n${metric('> 0.5')}`)).toMatchObject({
      problems: [
        '17:3 The solution of the lab `counter` does not pass the check `metric-1`: Share in use: 3.33 %; asked for is more than 50 %.',
      ],
      proved: [],
    });
  });

  it('finds the labs of earlier steps solved', async () => {
    expect(await check(`## One\n\n${sound}\n## Two\n\n${metric('< 0.1')}`)).toMatchObject({
      problems: ['16:1 Every check of this step holds before anything is done: add one that fails until the learner has answered.'],
      proved: [0],
    });
  });

  it('stands beside SQL that the database proves', async () => {
    const answer = "~~~sql solution\nselect 1 as one\n~~~\n\n~~~sql wrong says='too many'\nselect 1 as two\n~~~\n";
    const both = `${sound}\n${answer}\n~~~yaml check\n- answer:\n- metric: { lab: counter, name: usedShare, is: '< 0.1' }\n~~~\n`;
    expect(await check(`## Step\n\n${both}`, openDatabase)).toMatchObject({ problems: [], proved: [0] });
  }, 60_000);
});
