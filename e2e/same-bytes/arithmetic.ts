import { exp, log } from '#core/shared/math.ts';
import { normalQuantile } from '#core/shared/normal-quantile.ts';
import { pow } from '#core/shared/pow.ts';
import { nextUnit, randomStreams } from '#core/shared/random.ts';
import type { Computation } from './computations.ts';

const count = 100_000;

function over(inputs: (chance: number) => number, compute: (x: number) => number): Computation {
  return (seed) => {
    const { stream } = randomStreams(seed, ['stream']);
    return Float64Array.from({ length: count }, () => compute(inputs(nextUnit(stream))));
  };
}

/** Each over 100,000 numbers. */
export const arithmetic: Readonly<Record<string, Computation>> = {
  'exp over its range': over((chance) => chance * 1454 - 745, exp),
  'exp near 0': over((chance) => chance - 0.5, exp),
  'log over its range': over((chance) => exp(chance * 1454 - 745), log),
  'log near 1': over((chance) => 0.5 + chance, log),
  'the normal quantile': over((chance) => Math.max(chance, 2 ** -54), normalQuantile),
  pow: (seed) => {
    const { bases, exponents } = randomStreams(seed, ['bases', 'exponents']);
    return Float64Array.from({ length: count }, () =>
      pow(exp(nextUnit(bases) * 40 - 20), nextUnit(exponents) * 60 - 30),
    );
  },
};
