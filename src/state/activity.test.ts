import { describe, expect, it } from 'vitest';
import { stoppableOf, type Activity } from './activity.ts';

function activity(kind: Activity['kind'], isStopped = false): Activity {
  return { kind, isStopped };
}

describe('what Stop would stop', () => {
  it.each(['run', 'check', 'try'] as const)('is a %s', (kind) => {
    expect(stoppableOf({ activity: activity(kind), isRestarting: false })).toEqual(activity(kind));
  });

  it.each([
    ['nothing runs', null, false],
    ['a lesson is prepared', activity('prepare'), false],
    ['it was stopped already', activity('run', true), false],
    ['the run waits for a database that is being started again', activity('run'), true],
  ])('is nothing when %s', (_, running, isRestarting) => {
    expect(stoppableOf({ activity: running, isRestarting })).toBeNull();
  });
});
