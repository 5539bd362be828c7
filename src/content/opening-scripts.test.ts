import { describe, expect, it } from 'vitest';
import { scriptsBeforeLesson, scriptsBeforeStep, scriptsThroughLesson } from './opening-scripts.ts';
import { parseLesson } from './parse-lesson.ts';

const source = `---
title: T
summary: S.
minutes: 1
---

~~~sql setup
lesson
~~~

## One

~~~sql setup
setup 1
~~~

~~~sql solution
solution 1
~~~

## Two

## Three

~~~sql solution
solution 3
~~~

~~~sql setup
setup 3
~~~
`;

const { lesson } = parseLesson(source, { file: 'lessons/t/l.md', id: 't/l' });
const place = { line: 1, column: 1 };
const bundle = { lesson, opening: [{ role: 'dataset', file: 'shop.sql', sql: 'shop', place }] } as const;
const sqlOf = (scripts: readonly { readonly sql: string }[]): readonly string[] => scripts.map(({ sql }) => sql);

describe('the scripts that lead to a state', () => {
  it('are dataset and setup before the lesson', () => {
    expect(sqlOf(scriptsBeforeLesson(bundle))).toEqual(['shop', 'lesson']);
  });

  it.each([
    [0, ['shop', 'lesson', 'setup 1']],
    [1, ['shop', 'lesson', 'setup 1', 'solution 1']],
    [2, ['shop', 'lesson', 'setup 1', 'solution 1', 'setup 3']],
  ])('are every earlier setup and solution and its own setup before step %i', (index, expected) => {
    expect(sqlOf(scriptsBeforeStep(bundle, index))).toEqual(expected);
  });

  it('are all of them through the lesson', () => {
    expect(sqlOf(scriptsThroughLesson(bundle))).toEqual([
      'shop',
      'lesson',
      'setup 1',
      'solution 1',
      'setup 3',
      'solution 3',
    ]);
  });

  it('know where they were written', () => {
    expect(scriptsBeforeStep(bundle, 0)[2]).toEqual({
      role: 'setup',
      file: 'lessons/t/l.md',
      sql: 'setup 1',
      place: { line: 14, column: 1 },
    });
  });
});
