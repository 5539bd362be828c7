import { initialValues, type Experiment, type ExperimentValues } from '#core/type-experiments/experiment.ts';
import { experiments } from '#core/type-experiments/experiments.ts';
import type { RunOutcome } from '#core/engine/outcome.ts';
import type { SliceContext } from '#state/app-state.ts';
import { interruptionOf } from '#state/database/asking-engine.ts';
import { askDatabase } from './ask-database.ts';

/** How far the learner has come with an experiment. */
export interface ExperimentProgress {
  readonly values: ExperimentValues;
  /** The choice that was predicted, or null. */
  readonly prediction: string | null;
  /** What each side said, in their order; null before it was run with these values. */
  readonly outcomes: readonly RunOutcome[] | null;
}

export interface ExperimentSlice {
  readonly chosenExperiment: string;
  /** By the experiments' ids; those that were not touched are not in it. */
  readonly experimentProgress: Readonly<Record<string, ExperimentProgress>>;
  readonly chooseExperiment: (id: string) => void;
  readonly setExperimentValue: (experiment: Experiment, name: string, value: string) => void;
  readonly predict: (experiment: Experiment, choice: string) => void;
  /** Asks every side of it; nothing remains in the database. */
  readonly runExperiment: (experiment: Experiment) => Promise<void>;
}

/** What of it belongs to one lesson and ends with it. */
export const freshExperiments = {
  chosenExperiment: experiments[0].id,
  experimentProgress: {},
} satisfies Partial<ExperimentSlice>;

export function createExperimentSlice(context: SliceContext): ExperimentSlice {
  const { set, get, session } = context;

  const change = (experiment: Experiment, parts: Partial<ExperimentProgress>): void =>
    set(({ experimentProgress }) => ({
      experimentProgress: {
        ...experimentProgress,
        [experiment.id]: { ...progressOf(experimentProgress, experiment), ...parts },
      },
    }));

  return {
    ...freshExperiments,
    chooseExperiment: (chosenExperiment) => set({ chosenExperiment }),
    // What was said of other values is not said of these.
    setExperimentValue: (experiment, name, value) => {
      const { values } = progressOf(get().experimentProgress, experiment);
      change(experiment, { values: { ...values, [name]: value }, outcomes: null });
    },
    predict: (experiment, prediction) => change(experiment, { prediction }),
    runExperiment: async (experiment) => {
      const database = session.lesson;
      const { values } = progressOf(get().experimentProgress, experiment);
      const outcomes: RunOutcome[] = [];
      for (const { sql } of experiment.sides(values)) {
        const outcome = await askDatabase(context, sql);
        if (outcome === null || session.lesson !== database) return;
        outcomes.push(outcome);
        if (interruptionOf(outcome) !== null) break;
      }
      // Other values may have been typed meanwhile.
      if (progressOf(get().experimentProgress, experiment).values === values) change(experiment, { outcomes });
    },
  };
}

export function progressOf(all: ExperimentSlice['experimentProgress'], experiment: Experiment): ExperimentProgress {
  return all[experiment.id] ?? untouched(experiment);
}

const untouchedById = new Map<string, ExperimentProgress>();

/** The same object each time, since views compare. */
function untouched(experiment: Experiment): ExperimentProgress {
  const known = untouchedById.get(experiment.id);
  if (known !== undefined) return known;
  const made: ExperimentProgress = { values: initialValues(experiment), prediction: null, outcomes: null };
  untouchedById.set(experiment.id, made);
  return made;
}
