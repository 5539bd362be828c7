import type { Experiment } from './experiment.ts';
import { jsonExperiments } from './json.ts';
import { moneyExperiments } from './money.ts';
import { textExperiments } from './text.ts';
import { timeExperiments } from './time.ts';
import { wholeNumberExperiments } from './whole-numbers.ts';

/** Types that bite, each shown by one small experiment. */
export const experiments: readonly [Experiment, ...Experiment[]] = [
  ...asFilled(moneyExperiments),
  ...textExperiments,
  ...timeExperiments,
  ...jsonExperiments,
  ...wholeNumberExperiments,
];

function asFilled(list: readonly Experiment[]): readonly [Experiment, ...Experiment[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('no experiments');
  return [first, ...rest];
}
