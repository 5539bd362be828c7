import { fingerprint } from '#core/shared/fingerprint.ts';
import { arithmetic } from './arithmetic.ts';
import { draws } from './draws.ts';
import { kernelRuns } from './kernel-runs.ts';
import { labRuns } from './lab-runs.ts';

/** Of a seed, plain data: the same on every machine. */
export type Computation = (seed: number) => unknown;

/** All that must come to the same bytes in Node and in a browser, by name. A model adds its runs here. */
const computations: Readonly<Record<string, Computation>> = {
  ...arithmetic,
  ...draws,
  ...kernelRuns,
  ...labRuns,
};

export function fingerprintsOf(seed: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(computations).map(([name, compute]) => [name, fingerprint(compute(seed))]));
}
