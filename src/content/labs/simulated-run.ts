import type { SimulationEvent } from '#core/shared/simulation/model.ts';
import { mostEvents, SimulationRun, type Origin } from '#core/shared/simulation/simulation-run.ts';
import { nsPerMs } from '#core/shared/simulation/model.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { FieldProblem, LabValues } from './lab-card.ts';
import type { LabRun, Mark, Metrics, Moment, RunStatus, RunSummary } from './lab-kind.ts';
import { checkValues } from './lab-values.ts';
import { SeriesSampler } from './series-sampler.ts';
import type { SharedPast, SimulatedLab } from './simulated-lab.ts';

/** Marks of a run; more of them would be a bar rather than marks. */
const mostMarks = 100;

/** A fork's beginning. */
interface ForkOrigin<Params, State, Event extends SimulationEvent> extends Origin<State> {
  /** The run that it was forked from, up to there. */
  readonly past: SharedPast<Params, State, Event>;
  /** The moment as it was in that run: what the figures are counted from. */
  readonly since: State;
  /** What that run came to since then. */
  readonly beside: () => Metrics;
}

/** A run of a simulated lab: the model's timeline, in the words and figures of its card. */
export class SimulatedRun<Params, State, Event extends SimulationEvent> implements LabRun {
  readonly #lab: SimulatedLab<Params, State, Event>;
  readonly #params: Params;
  readonly #seed: number;
  readonly #endNs: number;
  readonly #origin: ForkOrigin<Params, State, Event> | null;
  readonly #run: SimulationRun<State, Event>;
  readonly #sampler: SeriesSampler<State>;
  readonly #marks: Mark[] = [];

  constructor(
    lab: SimulatedLab<Params, State, Event>,
    params: Params,
    seed: number,
    origin: ForkOrigin<Params, State, Event> | null = null,
  ) {
    const model = lab.model(params, seed);
    const markKinds = new Set(lab.card.events.filter(({ isMark }) => isMark).map(({ kind }) => kind));
    this.#lab = lab;
    this.#params = params;
    this.#seed = seed;
    this.#endNs = model.endNs;
    this.#origin = origin;
    const sampler = new SeriesSampler(lab, model.endNs, origin?.atNs ?? 0);
    this.#sampler = sampler;
    this.#run = new SimulationRun(model, {
      origin: origin ?? undefined,
      watch: ({ kind, atNs }, index, before) => {
        if (sampler.dueNs < atNs) sampler.sampleBefore(atNs, before);
        if (this.#marks.length < mostMarks && markKinds.has(kind)) {
          this.#marks.push({ index, timeMs: atNs / nsPerMs, kind });
        }
      },
    });
    sampler.begin(this.#run.last);
  }

  advance(events: number): RunStatus {
    const status = this.#run.advance(events);
    if (status.kind === 'complete') this.#sampler.end(this.#run.last);
    return status;
  }

  get status(): RunStatus {
    return this.#run.status;
  }

  get progress(): number {
    if (this.status.kind === 'complete') return 1;
    const { startNs, reachedNs, length } = this.#run;
    const ofTime = this.#endNs > startNs ? (reachedNs - startNs) / (this.#endNs - startNs) : 0;
    return Math.max(ofTime, length / mostEvents);
  }

  summary(): RunSummary {
    return {
      status: this.status,
      length: this.#run.length,
      startMs: this.#run.startNs / nsPerMs,
      reachedMs: this.#run.reachedNs / nsPerMs,
      metrics: this.#metrics(this.#run.last),
      beside: this.#origin?.beside() ?? null,
      series: this.#sampler.series(),
      marks: [...this.#marks],
      counts: this.#run.counts,
    };
  }

  moment(index: number): Moment {
    const known = this.#run.inside(index);
    const event = this.#run.eventAt(known);
    const [text, metrics] = this.#run.read(known, (state) => [
      event === null ? '' : this.#lab.describe(event, state),
      this.#metrics(state),
    ]);
    return {
      index: known,
      timeMs: this.#run.timeAt(known) / nsPerMs,
      event: event === null ? null : { kind: event.kind, text },
      metrics,
      frame: this.#lab.frame(this.#run, known, this.#params, this.#past),
    };
  }

  indexAt(timeMs: number): number {
    return this.#run.indexAt(Math.round(timeMs * nsPerMs));
  }

  find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): number | null {
    return this.#run.find(kinds, index, direction);
  }

  fork(index: number, values: LabValues): Result<LabRun, readonly FieldProblem[]> {
    const { values: complete, problems } = checkValues(this.#lab.card, values);
    if (problems.length > 0) return err(problems);
    const params = this.#lab.read(complete);
    const adapted = this.#lab.adapt(this.#run.at(index), this.#params, params);
    if (!adapted.ok) return adapted;
    const since = this.#run.at(index);
    const beside = (): Metrics => this.#lab.metrics(this.#run.last, this.#params, since);
    const past = { timeline: this.#run, index: this.#run.inside(index), params: this.#params, past: this.#past };
    const origin = { state: adapted.value, atNs: this.#run.timeAt(index), past, since, beside };
    return ok(new SimulatedRun(this.#lab, params, this.#seed, origin));
  }

  get #past(): SharedPast<Params, State, Event> | null {
    return this.#origin?.past ?? null;
  }

  #metrics(state: State): Metrics {
    return this.#lab.metrics(state, this.#params, this.#origin?.since ?? null);
  }
}
