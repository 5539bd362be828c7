import { err } from '#core/shared/result.ts';
import type { LabKind, LabRun, RunStatus } from '#content/labs/lab-kind.ts';
import { checkValues } from '#content/labs/lab-values.ts';
import { normalizationCard } from './normalization-card.ts';
import type { NormalizationFrame } from './normalization-frame.ts';
import { whatFollows } from './what-follows.ts';

/** Keys that are too many leave nothing that could be judged; what is known of them is shown. */
function statusOf({ judgement: { isComplete, keys } }: NormalizationFrame): RunStatus {
  if (isComplete) return { kind: 'complete' };
  const count = keys.length.toLocaleString('en');
  return { kind: 'cut-off', reason: `There are more than ${count} candidate keys: these are the first ${count}.` };
}

/** A relation on paper: all that follows from its dependencies is one moment, and nothing in it is by chance. */
export const normalizationKind: LabKind = {
  card: normalizationCard,

  simulate(values): LabRun {
    const { values: complete, problems } = checkValues(normalizationCard, values);
    const [problem] = problems;
    if (problem !== undefined) throw new Error(`${problem.path} ${problem.message}`);
    let status: RunStatus = { kind: 'computing' };
    let found: ReturnType<typeof whatFollows> | null = null;
    const result = () => (found ??= whatFollows(complete));
    return {
      advance() {
        status = statusOf(result().frame);
        return status;
      },
      get status() {
        return status;
      },
      get progress() {
        return status.kind === 'computing' ? 0 : 1;
      },
      summary: () => ({
        status,
        length: 0,
        startMs: 0,
        reachedMs: 0,
        metrics: status.kind === 'computing' ? {} : result().metrics,
        beside: null,
        series: { timesMs: [], values: {} },
        marks: [],
        counts: {},
      }),
      moment: () => ({ index: 0, timeMs: 0, event: null, metrics: result().metrics, frame: result().frame }),
      indexAt: () => 0,
      find: () => null,
      fork: () => err([{ path: 'dependencies', message: 'have no time in which they could change' }]),
    };
  },

  sweep: () => [],
};
