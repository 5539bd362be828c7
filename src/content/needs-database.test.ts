import { expect, it } from 'vitest';
import { toyLabs } from './fixtures/toy-lab.ts';
import { needsDatabase } from './needs-database.ts';
import { parseLesson } from './parse-lesson.ts';

const lab = "~~~yaml lab\nlab: counter\ngoal: [{ name: waitMs, is: '<= 2' }]\nsolution: { tills: 10 }\n~~~\n";
const metric = "- metric: { lab: counter, name: lost, is: '= 0' }";
const quiz = '~~~yaml quiz\n{ ask: Why?, options: [{ text: a, right: true, why: b }, { text: c, why: d }] }\n~~~\n';

function needs(body: string, front = ''): boolean {
  const source = `---\ntitle: T\nsummary: S.\nminutes: 1\n${front}---\n${body}`;
  const { lesson } = parseLesson(source, { file: 'l.md', id: 't/l' }, toyLabs);
  return needsDatabase({ lesson, opening: [] });
}

it.each([
  ['prose', '## Step\n\n~~~sql\nselect 1\n~~~\n'],
  ['a question', `## Step\n\n${quiz}`],
  ['a lab', `## Step\n\n${lab}`],
  ['a lab and its metrics', `## Step\n\n${lab}\n~~~yaml check\n${metric}\n~~~\n`],
])('a lesson of %s needs no database', (_, body) => {
  expect(needs(body)).toBe(false);
});

it.each([
  ['a setup', '~~~sql setup\nselect 1\n~~~\n'],
  ['a try in its introduction', '~~~sql try\nselect 1\n~~~\n'],
  ['a try in a step', '## Step\n\n~~~sql try\nselect 1\n~~~\n'],
  ['a setup in a step', '## Step\n\n~~~sql setup\nselect 1\n~~~\n'],
  ['a starter', '## Step\n\n~~~sql starter\nselect 1\n~~~\n'],
  ['a task', `## Step\n\n${lab}\n~~~sql solution\nselect 1\n~~~\n\n~~~yaml check\n${metric}\n- answer:\n~~~\n`],
  ['a wrong answer', '## Step\n\n~~~sql wrong\nselect 1\n~~~\n'],
])('a lesson with %s needs one', (_, body) => {
  expect(needs(body)).toBe(true);
});

it.each(['dataset: shop', 'continues: a/b', 'panels: [schema]'])('a lesson with %s needs one', (front) => {
  expect(needs('', `${front}\n`)).toBe(true);
});
