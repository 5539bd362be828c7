import type { SliceContext } from './app-state.ts';

/** What the database is busy with; one thing at a time, so that a late answer never overwrites a newer one. */
export interface Activity {
  readonly kind: 'run' | 'check' | 'try' | 'probe' | 'prepare' | 'undo';
  /** The learner has stopped it; it is about to end. */
  readonly isStopped: boolean;
}

/** What Stop would stop, or null: a lesson that is being prepared, or a state put back, is not the learner's own statement. */
export function stoppableOf({
  activity,
  isRestarting,
}: {
  readonly activity: Activity | null;
  readonly isRestarting: boolean;
}): Activity | null {
  if (activity === null || activity.isStopped || isRestarting) return null;
  return activity.kind === 'prepare' || activity.kind === 'undo' ? null : activity;
}

/**
 * Runs `task` as the page's activity, after the one under way. A second run while one is running, and a second check, is
 * a key pressed twice: it is dropped. What is asked for after Stop is meant, and waits.
 */
export type During = (kind: Activity['kind'], task: () => Promise<void>) => Promise<void>;

export function createDuring({ set, get }: Pick<SliceContext, 'set' | 'get'>): During {
  let current: Promise<void> = Promise.resolve();

  const start: During = (kind, task) => {
    set({ activity: { kind, isStopped: false } });
    const running = task().finally(() => set({ activity: null }));
    current = running.catch(() => undefined);
    return running;
  };

  const during: During = async (kind, task) => {
    const running = get().activity;
    if (running !== null) {
      const isPressedTwice = kind === running.kind && (kind === 'run' || kind === 'check');
      if (isPressedTwice && !running.isStopped) return;
      await current;
      // Others may have waited for the same, and been quicker.
      return during(kind, task);
    }
    await start(kind, task);
  };
  return during;
}
