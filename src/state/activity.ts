import type { SliceContext } from './app-state.ts';

/** What the database is busy with; one thing at a time, so that a late answer never overwrites a newer one. */
export interface Activity {
  readonly kind: 'run' | 'check' | 'try' | 'prepare';
  readonly startedAtMs: number;
}

/** Runs `task` as the page's activity; does nothing while another one is under way. */
export async function during(
  { set, get, services }: Pick<SliceContext, 'set' | 'get' | 'services'>,
  kind: Activity['kind'],
  task: () => Promise<void>,
): Promise<void> {
  if (get().activity !== null) return;
  const activity: Activity = { kind, startedAtMs: services.clock() };
  set({ activity });
  try {
    await task();
  } finally {
    if (get().activity === activity) set({ activity: null });
  }
}
