import { nextUnit, randomStreams } from '#core/shared/random.ts';
import { normalizationKind } from '#content/labs/normalization/normalization-kind.ts';
import { labKinds } from '#content/labs/registry.ts';
import { exampleValues } from '#content/labs/lab-values.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import type { Computation } from './computations.ts';

/** Every figure, series and picture of a lab's run, and of a fork of it. */
function labRun(kind: string, changes: LabValues, forked: LabValues): Computation {
  return (seed) => {
    const lab = labKinds.get(kind);
    if (lab === undefined) throw new Error(`There is no lab ${kind}.`);
    const values = { ...exampleValues(lab.card), ...changes };
    const run = lab.simulate(values, seed);
    while (run.advance(10_000).kind === 'computing');
    const fork = run.fork(2000, { ...values, ...forked });
    if (!fork.ok) throw new Error('The fork is refused.');
    while (fork.value.advance(10_000).kind === 'computing');
    return [run.summary(), run.moment(1999), run.moment(Infinity), fork.value.summary(), fork.value.moment(500)];
  };
}

/** All that follows from dependencies drawn by chance, of both kinds. */
function paperMoment(seed: number): unknown {
  const { names } = randomStreams(seed, ['names']);
  const attributes = Array.from({ length: 10 }, (_, place) => `a${place}`);
  const side = () => [1, 2].map(() => attributes[Math.floor(nextUnit(names) * attributes.length)]).join(', ');
  const lines = (arrow: string) => Array.from({ length: 5 }, () => `${side()} ${arrow} ${side()}`);
  const run = normalizationKind.simulate(
    {
      attributes: attributes.join(', '),
      dependencies: [...lines('->'), ...lines('->>')].join('\n'),
      meant: lines('->').join('\n'),
    },
    seed,
  );
  run.advance(1);
  return [run.summary(), run.moment(0)];
}

export const labRuns: Readonly<Record<string, Computation>> = {
  pool: labRun('pool', {}, { maxOpen: 9 }),
  'a relation on paper': paperMoment,
  'pool in trouble': labRun(
    'pool',
    {
      'holdMs.distribution': 'lognormal',
      maxOpen: 12,
      timeoutMs: 300,
      leakFraction: 0.001,
      slowFraction: 0.01,
      slowMs: 400,
      maxLifetimeMs: 4000,
      maxIdleTimeMs: 2000,
      outageAtS: 20,
      outageForS: 4,
      applications: 3,
      cores: 4,
      overheadPercent: 3,
    },
    { maxOpen: 20, waiters: 'last' },
  ),
};
