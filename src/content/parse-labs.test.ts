import { describe, expect, it } from 'vitest';
import { toyLabs } from './fixtures/toy-lab.ts';
import { labsOf } from './grade-labs.ts';
import { parseLesson } from './parse-lesson.ts';

const head = '---\ntitle: T\nsummary: S.\nminutes: 1\n---\n## Step\n';

function read(body: string) {
  const { lesson, problems } = parseLesson(head + body, { file: 'l.md', id: 't/l' }, toyLabs);
  return { lesson, problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`) };
}

/** A lab whose YAML begins in line 8. */
function readLab(yaml: string) {
  const { lesson, problems } = read(`~~~yaml lab\n${yaml}\n~~~\n`);
  return { lab: lesson.steps.flatMap(labsOf)[0], problems };
}

const goal = 'goal: [{ name: waitMs, is: "<= 2" }]';
const keys = '`lab`, `id`, `seed`, `goal`, `solution`, `controls`';

describe('a lab block', () => {
  it('opens with the kind’s own parameters, all of which move, where the author says no more', () => {
    const { lab, problems } = readLab('lab: counter');
    expect(problems).toEqual([]);
    expect(lab).toEqual({
      id: 'counter',
      kind: 'counter',
      seed: 1,
      values: { tills: 1, 'load.rate': 10, 'load.shape': 'steady' },
      goal: [],
      solution: null,
      controls: ['tills', 'load.rate', 'load.shape'],
      place: { line: 7, column: 1 },
    });
  });

  it('completes the author’s parameters, and the solution over them', () => {
    const { lab, problems } = readLab(
      `lab: counter\nid: second\nseed: 7\ntills: 2\nload: { rate: 20 }\n${goal}\nsolution: { tills: 10 }\ncontrols: [load.shape]`,
    );
    expect(problems).toEqual([]);
    expect(lab).toMatchObject({
      id: 'second',
      seed: 7,
      values: { tills: 2, 'load.rate': 20, 'load.shape': 'steady' },
      solution: { tills: 10, 'load.rate': 20, 'load.shape': 'steady' },
      goal: [
        { name: 'waitMs', metric: { label: 'Mean wait' }, is: { kind: 'to', operator: '<=', number: 2 }, says: null },
      ],
    });
  });

  it('gives the learner the controls that the solution sets, and those the author adds', () => {
    expect(readLab(`lab: counter\n${goal}\nsolution: { tills: 10 }`).lab?.controls).toEqual(['tills']);
    const added = `lab: counter\n${goal}\nsolution: { tills: 10 }\ncontrols: [load.rate]`;
    expect(readLab(added).lab?.controls).toEqual(['tills', 'load.rate']);
  });

  it('takes the least and the largest seed', () => {
    expect(readLab('lab: counter\nseed: 0').lab?.seed).toBe(0);
    expect(readLab('lab: counter\nseed: 4294967295').lab?.seed).toBe(4_294_967_295);
  });

  it.each([
    ['id: counter', '7:1 A `yaml lab` names its kind as in `lab: counter`.'],
    ['lab: 3', '7:1 A `yaml lab` names its kind as in `lab: counter`.'],
    ['lab: hash-ring', '8:6 The lab `hash-ring` is not available yet.'],
    [
      'lab: counte',
      '8:6 There is no lab `counte`; known are `counter`, to come are `hash-ring`. Did you mean `counter`?',
    ],
    [
      'lab: counter\nid: one two',
      '9:5 `id` must be an id of letters, digits, hyphens and underscores; found "one two".',
    ],
    [
      'lab: counter\nid: constructor',
      '9:5 `id` must be an id that JavaScript does not keep for itself; found "constructor".',
    ],
    ['lab: counter\nseed: -1', '9:7 `seed` must be a whole number from 0 to 4294967295; found the number -1.'],
    [
      'lab: counter\nseed: 4294967296',
      '9:7 `seed` must be a whole number from 0 to 4294967295; found the number 4294967296.',
    ],
    ['lab: counter\nseed: "1"', '9:7 `seed` must be a whole number from 0 to 4294967295; found "1".'],
    [
      'lab: counter\ntils: 3',
      `9:1 The lab has an unknown key \`tils\`; known are ${keys}, \`tills\` and \`load\`. Did you mean \`tills\`?`,
    ],
    [
      'lab: counter\nload: { rat: 3 }',
      '9:9 `load` has an unknown key `rat`; known are `rate` and `shape`. Did you mean `rate`?',
    ],
    ['lab: counter\nload.rate: 3', '9:1 The lab has an unknown key `load.rate`; write `load: { rate: … }`.'],
    ['lab: counter\nload: 3', '9:7 `load` must be a map with the keys `rate` and `shape`; found the number 3.'],
    ['lab: counter\ntills: many', '9:8 `tills` must be a whole number from 0 to 100; found “many”.'],
    ['lab: counter\ntills:', '9:1 `tills` must be a whole number from 0 to 100; found nothing.'],
    ['lab: counter\ntills: 101', '9:8 `tills` must be a whole number from 0 to 100; found 101.'],
    ['lab: counter\ntills: 1.5', '9:8 `tills` must be a whole number from 0 to 100; found 1.5.'],
    ['lab: counter\ntills: [1]', '9:8 `tills` must be a whole number from 0 to 100; found a list.'],
    ['lab: counter\ntills: .inf', '9:8 `tills` must be a whole number from 0 to 100; found ∞.'],
    [
      'lab: counter\nload: { shape: stedy }',
      '9:16 `load.shape` must be `steady` or `bursty`; found “stedy”. Did you mean `steady`?',
    ],
    ['lab: counter\ntills: 0', '9:8 `tills` must be at least 1 where customers come; found 0.'],
    ['lab: counter\ncontrols: [tills]', '9:1 `controls` need a `goal`: without one the learner moves every parameter.'],
    ['lab: counter\nsolution: { tills: 3 }', '9:1 A `solution` needs a `goal` that it reaches.'],
    [`lab: counter\n${goal}`, '9:1 A `goal` needs a `solution`: the parameters that reach it.'],
    [
      `lab: counter\n${goal}\nsolution: {}`,
      '10:11 The `solution` sets nothing: name the parameters that reach the goal.',
    ],
    [
      `lab: counter\n${goal}\nsolution: 3`,
      '10:11 `solution` must be a map of the parameters that reach the goal; found the number 3.',
    ],
    [
      `lab: counter\n${goal}\nsolution: { tils: 3 }`,
      '10:13 `solution` has an unknown key `tils`; known are `tills` and `load`. Did you mean `tills`?',
    ],
    [
      `lab: counter\n${goal}\nsolution: { tills: 0 }`,
      '10:20 `tills` must be at least 1 where customers come; found 0.',
    ],
    [
      `lab: counter\n${goal}\nsolution: { tills: 3 }\ncontrols: [tils]`,
      '11:12 The lab `counter` has no parameter `tils`. Did you mean `tills`?',
    ],
    [
      `lab: counter\n${goal}\nsolution: { tills: 3 }\ncontrols: [load]`,
      '11:12 The lab `counter` has no parameter `load`. Name `load.rate` or `load.shape`.',
    ],
    ['lab: counter\ngoal: []\nsolution: { tills: 3 }', '9:7 `goal` must name at least one of its goals.'],
    [
      'lab: counter\ngoal: { name: waitMs }\nsolution: { tills: 3 }',
      '9:7 `goal` must be a list of goals; found a map of keys and values.',
    ],
    ['lab: counter\ngoal: [{ name: waitMs }]\nsolution: { tills: 3 }', '9:8 Item 1 of `goal` lacks the key `is`.'],
    [
      'lab: counter\ngoal: [{ name: waitS, is: "<= 2" }]\nsolution: { tills: 3 }',
      '9:16 The lab `counter` has no metric `waitS`; known are `waitMs`, `usedShare` and `lost`. Did you mean `waitMs`?',
    ],
    [
      'lab: counter\ngoal: [{ name: waitMs, is: "=< 2" }]\nsolution: { tills: 3 }',
      '9:28 `is` must be a comparison such as `<= 20` or `between 1 and 3`; the operators are `<`, `<=`, `=`, `!=`, `>=` and `>`; found "=< 2".',
    ],
    [
      'lab: counter\ngoal: [{ name: waitMs, is: 2 }]\nsolution: { tills: 3 }',
      '9:28 `is` must be a comparison such as `<= 20` or `between 1 and 3`; found the number 2.',
    ],
    [
      'lab: counter\ngoal:\n  - name: waitMs\n    is: >= 2\nsolution: { tills: 3 }',
      '11:10 This is no valid YAML: Block scalar header includes extra characters: >=. Put a comparison in quotes: ">= 2".',
    ],
    [
      'lab: counter\ngoal: [{ name: waitMs, is: != 2 }]\nsolution: { tills: 3 }',
      '9:28 This is no valid YAML: Unresolved tag: !=. Put a comparison in quotes: "!= 2".',
    ],
    [
      'lab: counter\ngoal: [{ name: waitMs, is: > 2 }]\nsolution: { tills: 3 }',
      '9:28 This is no valid YAML: Plain value cannot start with block scalar indicator >. Put a comparison in quotes: "> 2".',
    ],
  ])('is told of %j', (yaml, problem) => {
    expect(readLab(yaml).problems).toEqual([problem]);
  });

  it('says what is wrong with its start once, not of the solution as well', () => {
    expect(readLab(`lab: counter\ntills: 0\n${goal}\nsolution: { load: { rate: 3 } }`).problems).toEqual([
      '9:8 `tills` must be at least 1 where customers come; found 0.',
    ]);
  });

  it('belongs to a step', () => {
    const source = '---\ntitle: T\nsummary: S.\nminutes: 1\n---\n~~~yaml lab\nlab: counter\n~~~\n';
    const { problems } = parseLesson(source, { file: 'l.md', id: 't/l' }, toyLabs);
    expect(problems.map(({ message }) => message)).toEqual([
      'A `lab` belongs to a step: a line `## Title` is missing before it.',
    ]);
  });

  it('shares its step with others of other ids, and its lesson with none of the same', () => {
    const lab = '~~~yaml lab\nlab: counter\n~~~\n';
    expect(read(`${lab}\n~~~yaml lab\nlab: counter\nid: second\n~~~\n`).problems).toEqual([]);
    expect(read(`${lab}\n## Other\n\n~~~yaml lab\nlab: counter\nid: counter\n~~~\n`).problems).toEqual([
      '15:5 The id `counter` is taken by the lab in line 7; give this one its own, as in `id: counter-2`.',
    ]);
  });
});

describe('a metric check', () => {
  const lab = `~~~yaml lab\nlab: counter\n${goal}\nsolution: { tills: 10 }\n~~~\n\n`;
  const check = (params: string) => `~~~yaml check\n- metric: ${params}\n~~~\n`;

  it('needs no solution in SQL, and takes its label and unit from the lab’s card', () => {
    const { lesson, problems } = read(lab + check('{ lab: counter, name: usedShare, is: "< 0.5" }'));
    expect(problems).toEqual([]);
    expect(lesson.steps[0]?.checks[0]?.params).toMatchObject({ lab: 'counter', metric: { label: 'Share in use' } });
  });

  it('may stand before its lab in the step, and in a later step', () => {
    expect(read(check('{ lab: counter, name: lost, is: "= 0" }') + lab).problems).toEqual([]);
    expect(read(`${lab}## Next\n\n${check('{ lab: counter, name: lost, is: "= 0" }')}`).problems).toEqual([]);
  });

  it.each([
    [
      '{ lab: conter, name: lost, is: "= 0" }',
      '14:18 There is no lab `conter` in this step or before it; known are `counter`. Did you mean `counter`?',
    ],
    [
      '{ lab: counter, name: losd, is: "= 0" }',
      '14:33 The lab `counter` has no metric `losd`; known are `waitMs`, `usedShare` and `lost`. Did you mean `lost`?',
    ],
    [
      '{ lab: counter, name: lost, is: none }',
      '14:43 `is` must be a comparison such as `<= 20` or `between 1 and 3`; found "none".',
    ],
    ['{ lab: counter, name: lost }', '14:11 `metric` lacks the key `is`.'],
  ])('is told of %s', (params, problem) => {
    expect(read(lab + check(params)).problems).toEqual([problem]);
  });

  it('asks for no lab of a later step, and none without a solution', () => {
    const asked = check('{ lab: counter, name: lost, is: "= 0" }');
    expect(read(`${asked}\n## Next\n\n${lab}`).problems).toEqual([
      '8:18 There is no lab `counter` in this step or before it; there is none.',
    ]);
    expect(read(`${asked}\n~~~yaml lab\nlab: counter\n~~~\n`).problems).toEqual([
      '8:18 The lab `counter` has no `solution`, and so none that this check could hold for.',
    ]);
  });

  it('leaves the other checks of its step without their solution', () => {
    const { problems } = read(
      `${lab}~~~yaml check\n- metric: { lab: counter, name: lost, is: "= 0" }\n- answer:\n~~~\n`,
    );
    expect(problems).toEqual(['15:3 The step "Step" has checks but no `sql solution` that passes them.']);
  });

  it('tells no wrong SQL from right', () => {
    const { problems } = read(
      `${lab}${check('{ lab: counter, name: lost, is: "= 0" }')}\n~~~sql wrong\nselect 1\n~~~\n`,
    );
    expect(problems).toEqual(['18:1 A `wrong` answer needs a `yaml check` in its step that tells right from wrong.']);
  });
});
