import type { SliceContext } from '#state/app-state.ts';
import type { Stoppable } from '#content/labs/simulator.ts';
import { movedValues, type SweepState } from './open-lab.ts';

export interface SweepSlice {
  readonly sweep: SweepState;
  /** Measures a figure against one parameter, a run for each of its values. */
  readonly startSweep: (id: string) => Promise<void>;
  /** What was measured so far stays. */
  readonly stopSweep: () => void;
}

export function createSweepSlice({ set, get, services }: SliceContext): SweepSlice {
  let work: Stoppable<unknown> | null = null;

  const stop = (): void => {
    work?.stop();
    work = null;
  };

  return {
    sweep: { kind: 'none' },

    startSweep: async (id) => {
      const lab = get().lab;
      if (lab === null) return;
      stop();
      const of = movedValues(lab);
      set({ sweep: { kind: 'running', id, of, points: [], total: 0 } });
      const request = { kind: lab.card.kind, id, values: of, seed: lab.seed };
      const begun = services.simulator.sweep(request, (points, total) => {
        if (work === begun) set({ sweep: { kind: 'running', id, of, points, total } });
      });
      work = begun;
      const measured = await begun.done;
      // Stopped, it still has what was measured; another one begun since has taken its place.
      if (get().lab?.card !== lab.card || (work !== begun && work !== null)) return;
      work = null;
      set(({ sweep }) => ({
        sweep: measured.ok
          ? { kind: 'ended', id, of, points: measured.value, total: totalOf(sweep) }
          : { kind: 'lost', reason: measured.error.reason },
      }));
    },

    stopSweep: stop,
  };
}

function totalOf(sweep: SweepState): number {
  return sweep.kind === 'running' ? sweep.total : 0;
}
