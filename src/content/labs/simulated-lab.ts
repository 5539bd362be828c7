import type { Model, SimulationEvent } from '#core/shared/simulation/model.ts';
import type { Result } from '#core/shared/result.ts';
import type { Timeline } from '#core/shared/simulation/timeline.ts';
import type { FieldProblem, LabCard, LabValues } from './lab-card.ts';
import type { LabKind, Metrics, SweepPoint } from './lab-kind.ts';
import { checkValues } from './lab-values.ts';
import { SimulatedRun } from './simulated-run.ts';

/** A lab as the author of its model writes it: the model, and words and figures for what it does. */
export interface SimulatedLab<Params, State, Event extends SimulationEvent> {
  readonly card: LabCard;
  read(values: LabValues): Params;
  model(params: Params, seed: number): Model<State, Event>;
  /** A fork's first state, or why these parameters cannot change in mid-run. It may write into the state it is given. */
  adapt(state: State, from: Params, to: Params): Result<State, readonly FieldProblem[]>;
  /** Of the run up to this state; from an earlier moment of it on where there is one, as if it had begun there. */
  metrics(state: State, params: Params, since: State | null): Metrics;
  /** Totals up to a time at or after the last event: integrals over time and counters, by which the series are made. */
  totals(state: State, atNs: number): readonly number[];
  /** The series' values between two samples. */
  series(from: readonly number[], to: readonly number[], widthNs: number): Readonly<Record<string, number>>;
  describe(event: Event, after: State): string;
  /** What the lab's own picture shows of a moment; plain data. A fork shows what it shares with the run it left, too. */
  frame(
    timeline: Timeline<State, Event>,
    index: number,
    params: Params,
    past: SharedPast<Params, State, Event> | null,
  ): unknown;
  sweep(id: string, values: LabValues): readonly SweepPoint[];
}

/** What a fork shares: another run up to one of its moments, and what that run shares itself. */
export interface SharedPast<Params, State, Event extends SimulationEvent> {
  readonly timeline: Timeline<State, Event>;
  readonly index: number;
  readonly params: Params;
  readonly past: SharedPast<Params, State, Event> | null;
}

export function simulatedLab<Params, State, Event extends SimulationEvent>(
  lab: SimulatedLab<Params, State, Event>,
): LabKind {
  return {
    card: lab.card,
    simulate(values, seed) {
      const { values: complete, problems } = checkValues(lab.card, values);
      const [problem] = problems;
      if (problem !== undefined) throw new Error(`${problem.path} ${problem.message}`);
      return new SimulatedRun(lab, lab.read(complete), seed);
    },
    sweep: (id, values) => lab.sweep(id, values),
  };
}
