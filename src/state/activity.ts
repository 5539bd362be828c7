import type { SliceContext } from './app-state.ts';

/** What the database is busy with; one thing at a time, so that a late answer never overwrites a newer one. */
export interface Activity {
  readonly kind: 'run' | 'check' | 'try' | 'prepare';
  readonly startedAtMs: number;
}

/**
 * Runs `task` as the page's activity. Preparing the tables waits its turn, and whatever is asked meanwhile waits for it;
 * what is asked while a learner's own statement runs is dropped, because it was meant for another state.
 */
export type During = (kind: Activity['kind'], task: () => Promise<void>) => Promise<void>;

export function createDuring({ set, get, services }: Pick<SliceContext, 'set' | 'get' | 'services'>): During {
  let current: Promise<void> = Promise.resolve();

  const start: During = (kind, task) => {
    const activity: Activity = { kind, startedAtMs: services.clock() };
    set({ activity });
    const running = task().finally(() => set({ activity: null }));
    current = running.catch(() => undefined);
    return running;
  };

  const during: During = async (kind, task) => {
    const running = get().activity;
    if (running !== null) {
      if (kind !== 'prepare' && running.kind !== 'prepare') return;
      await current;
      // Others may have waited for the same, and been quicker.
      return during(kind, task);
    }
    await start(kind, task);
  };
  return during;
}
