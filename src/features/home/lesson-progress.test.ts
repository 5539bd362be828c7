import { describe, expect, it } from 'vitest';
import type { LessonSummary } from '#content/lesson.ts';
import { lessonProgress } from './lesson-progress.ts';

const lesson: LessonSummary = {
  id: 'normal-forms/1nf',
  title: 'One value per cell',
  summary: 'Split a packed column.',
  minutes: 8,
  steps: [
    { id: 'see', title: 'See' },
    { id: 'split', title: 'Split' },
  ],
};

describe('the progress of a lesson', () => {
  it.each([
    [[], { passed: 0, total: 2, isFinished: false, words: '2 steps' }],
    [['split'], { passed: 1, total: 2, isFinished: false, words: '1 of 2 steps' }],
    [['split', 'see'], { passed: 2, total: 2, isFinished: true, words: 'Finished' }],
  ])('after %j is %j', (passedSteps, progress) => {
    expect(lessonProgress(lesson, passedSteps)).toEqual(progress);
  });

  it('does not count a step that the lesson no longer has', () => {
    expect(lessonProgress(lesson, ['see', 'removed-since']).passed).toBe(1);
  });

  it('is never finished without steps', () => {
    expect(lessonProgress({ ...lesson, steps: [] }, []).isFinished).toBe(false);
  });
});
