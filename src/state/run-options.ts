import type { RunOptions } from '#core/engine/engine.ts';
import type { Preferences } from './stored-state.ts';

/** How the learner's SQL is run, wherever it is: in the workbench, in a try, in a check. */
export function runOptionsOf({ statementLimitS }: Pick<Preferences, 'statementLimitS'>): RunOptions {
  return statementLimitS === null ? {} : { timeLimitMs: statementLimitS * 1000 };
}
