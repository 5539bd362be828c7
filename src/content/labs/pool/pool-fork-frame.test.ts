import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleValues } from '#content/labs/lab-values.ts';
import type { LabRun } from '#content/labs/lab-kind.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import { poolCard } from './pool-card.ts';
import type { PoolFrame } from './pool-frame.ts';
import { poolKind } from './pool-kind.ts';

const troubled: LabValues = {
  ...exampleValues(poolCard),
  maxOpen: 8,
  maxIdle: 2,
  connectMs: 5,
  arrivalsPerS: 150,
  leakFraction: 0.002,
  slowFraction: 0.01,
  slowMs: 400,
  outageAtS: 4,
  outageForS: 0.5,
};

const untroubled: LabValues = { ...troubled, leakFraction: 0, outageForS: 0, arrivalsPerS: 60, maxIdle: 8 };

function frameOf(run: LabRun, index: number): PoolFrame {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
  return run.moment(index).frame as PoolFrame;
}

function runOf(values: LabValues, seed: number): LabRun {
  const run = poolKind.simulate(values, seed);
  run.advance(2500);
  return run;
}

function forkOf(run: LabRun, index: number, values: LabValues): LabRun {
  const fork = run.fork(index, values);
  if (!fork.ok) throw new Error('The fork is refused.');
  fork.value.advance(400);
  return fork.value;
}

const seeds = fc.nat(500);

describe('the picture of a fork', () => {
  it('is that of the run it left while their parameters are equal', () => {
    fc.assert(
      fc.property(seeds, fc.nat(2000), fc.nat(300), (seed, forkedAt, index) => {
        const run = runOf(troubled, seed);
        const { forkMs, ...frame } = frameOf(forkOf(run, forkedAt, troubled), index);
        const { forkMs: none, ...same } = frameOf(run, forkedAt + index);
        expect(frame).toEqual(same);
        expect(none).toBeNull();
        const { timeMs } = run.moment(forkedAt);
        expect(forkMs).toBe(timeMs < frame.fromMs ? null : timeMs);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same where it is a fork of a fork', () => {
    fc.assert(
      fc.property(seeds, fc.nat(1500), fc.nat(60), fc.nat(60), (seed, first, second, index) => {
        const run = runOf(troubled, seed);
        const fork = forkOf(forkOf(run, first, troubled), second, troubled);
        const { lanes } = frameOf(fork, index);
        expect(lanes).toEqual(frameOf(run, first + second + index).lanes);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps what came before it, whatever changes', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 200, max: 2000 }), fc.integer({ min: 1, max: 20 }), (seed, at, maxOpen) => {
        const run = runOf(untroubled, seed);
        const fork = frameOf(forkOf(run, at, { ...untroubled, maxOpen, maxIdle: maxOpen }), 20);
        const forkMs = fork.forkMs ?? Number.NaN;
        const before = (frame: PoolFrame) =>
          frame.lanes.flatMap(({ intervals }) =>
            intervals.filter(({ fromMs, toMs }) => fromMs > fork.fromMs && toMs < forkMs),
          );
        expect(before(fork).length).toBeGreaterThan(0);
        expect(frameOf(run, at).lanes.flatMap(({ intervals }) => intervals)).toEqual(
          expect.arrayContaining(before(fork)),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('shows at its first moment what the change has closed', () => {
    const run = runOf(untroubled, 1);
    const at = run.find(['acquires'], 500, 'forwards') ?? Number.NaN;
    const idle = frameOf(run, at).statistics.idle;
    expect(idle).toBeGreaterThan(0);
    const { lanes, forkMs, timeMs } = frameOf(forkOf(run, at, { ...untroubled, maxIdle: 0 }), 0);
    expect(forkMs).toBe(timeMs);
    const closed = lanes.filter(({ connection }) => connection === null).map(({ intervals }) => intervals.at(-1));
    expect(closed.filter((last) => last?.toMs === timeMs && last.state === 'idle')).toHaveLength(idle);
  });
});
