import { describe, expect, it } from 'vitest';
import { parseComparison } from './comparison.ts';
import { toyLabs } from './fixtures/toy-lab.ts';
import { areGoalsReached, describeGoal, gradeGoals, isJudgedByLabs, isWithinControls, labsOf } from './grade-labs.ts';
import type { Lab, LabGoal, Step } from './lesson.ts';
import { parseLesson } from './parse-lesson.ts';

const card = toyLabs.cards.get('counter');
const place = { line: 1, column: 1 };

function goalOf(name: string, is: string, says: string | null = null): LabGoal {
  const metric = card?.metrics.find((each) => each.name === name);
  const comparison = parseComparison(is);
  if (metric === undefined || !comparison.ok) throw new Error('no such goal');
  return { name, metric, is: comparison.value, says, place };
}

function labWith(...goal: readonly LabGoal[]): Lab {
  const values = { tills: 1, 'load.rate': 10 };
  return { id: 'counter', kind: 'counter', seed: 1, values, goal, solution: values, controls: ['tills'], place };
}

function messageOf(name: string, is: string, figure: number, says?: string): string | undefined {
  return gradeGoals(labWith(goalOf(name, is, says)), { [name]: figure })[0]?.message;
}

describe('a goal', () => {
  it.each([
    ['waitMs', '<= 20', 143.21, 'Mean wait: 143 ms; asked for is at most 20 ms.'],
    ['waitMs', '<= 20', 20.0004, 'Mean wait: 20.0004 ms; asked for is at most 20 ms.'],
    ['waitMs', '= 20', 19.999_999, 'Mean wait: 19.999999 ms; asked for is exactly 20 ms.'],
    ['waitMs', '<= 0.125', 1234.5, 'Mean wait: 1,235 ms; asked for is at most 0.125 ms.'],
    ['waitMs', '<= 20', Number.NaN, 'Mean wait: nothing was measured; asked for is at most 20 ms.'],
    ['waitMs', '< 20', Number.POSITIVE_INFINITY, 'Mean wait: ∞ ms; asked for is less than 20 ms.'],
    ['usedShare', 'between 0.5 and 0.7', 0.071_23, 'Share in use: 7.12 %; asked for is between 50 % and 70 %.'],
    ['usedShare', '>= 0.7', 0.699_99, 'Share in use: 69.999 %; asked for is at least 70 %.'],
    ['lost', '= 0', 12_345_678, 'Customers who left: 12,345,678; asked for is exactly 0.'],
  ])('%s %s says of %d what was found and what was asked', (name, is, figure, message) => {
    expect(messageOf(name, is, figure)).toBe(message);
  });

  it('says what was found where it is reached', () => {
    expect(gradeGoals(labWith(goalOf('waitMs', '<= 20')), { waitMs: 12.345 })).toEqual([
      { ok: true, message: 'Mean wait: 12.3 ms.' },
    ]);
  });

  it('says in the author’s words what was asked, and in its own what was found', () => {
    expect(messageOf('waitMs', '<= 20', 30, 'Nobody should stand in line.')).toBe(
      'Nobody should stand in line. Mean wait: 30 ms.',
    );
    expect(messageOf('waitMs', '<= 20', 3, 'Nobody should stand in line.')).toBe('Mean wait: 3 ms.');
  });

  it('can be read before anything is run', () => {
    expect(describeGoal(goalOf('usedShare', 'between 0.5 and 0.7'))).toBe(
      'bring “Share in use” to between 50 % and 70 %',
    );
  });

  it('is missed by a run that did not measure it', () => {
    expect(gradeGoals(labWith(goalOf('waitMs', '>= 0')), {})[0]?.ok).toBe(false);
  });
});

const source = `---
title: T
summary: S.
minutes: 1
---

## Both

~~~yaml lab
lab: counter
goal: [{ name: waitMs, is: '<= 2' }, { name: usedShare, is: '>= 0.01' }]
solution: { tills: 10 }
~~~

~~~yaml lab
lab: counter
id: free
~~~

~~~yaml check
- metric: { lab: counter, name: lost, is: '= 0' }
~~~

## Mixed

~~~yaml lab
lab: counter
id: second
goal: [{ name: waitMs, is: '<= 2' }]
solution: { tills: 10 }
~~~

~~~sql solution
select 1
~~~

~~~yaml check
- answer:
- metric: { lab: counter, name: lost, is: '= 0' }
~~~

## Free

~~~yaml lab
lab: counter
id: third
~~~
`;

function steps(): readonly Step[] {
  const { lesson, problems } = parseLesson(source, { file: 'l.md', id: 't/l' }, toyLabs);
  expect(problems).toEqual([]);
  return lesson.steps;
}

describe('a step with labs', () => {
  const reached = { waitMs: 1, usedShare: 0.5 };

  it('has reached its goals when all of them hold, and labs without a goal ask for nothing', () => {
    const of = (...figures: readonly (readonly [string, typeof reached])[]) =>
      steps().map((step) => areGoalsReached(step, new Map(figures)));
    expect(of()).toEqual([false, false, true]);
    expect(of(['counter', { ...reached, usedShare: 0 }], ['second', reached])).toEqual([false, true, true]);
    expect(of(['counter', reached], ['free', { waitMs: 99, usedShare: 0 }])).toEqual([true, false, true]);
  });

  it('is judged by its labs alone where nothing asks the database', () => {
    expect(steps().map(isJudgedByLabs)).toEqual([true, false, false]);
  });

  it('counts a run only where no more was moved than its controls', () => {
    const [lab] = steps().flatMap(labsOf);
    if (lab === undefined) throw new Error('no lab');
    expect(isWithinControls(lab, { ...lab.values, tills: 50 })).toBe(true);
    expect(isWithinControls(lab, { ...lab.values, 'load.rate': 0 })).toBe(false);
    expect(isWithinControls(lab, { tills: 50 })).toBe(false);
  });
});
