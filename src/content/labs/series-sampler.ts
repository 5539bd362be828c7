import { nsPerMs } from '#core/shared/simulation/model.ts';
import type { SampledSeries } from './lab-kind.ts';

/** Samples over a whole run: with more of them, each would span so little time that it shows chance rather than the run. */
export const samplesOfRun = 150;

/** What a lab says of its series. */
interface Sampled<State> {
  totals(state: State, atNs: number): readonly number[];
  series(from: readonly number[], to: readonly number[], widthNs: number): Readonly<Record<string, number>>;
}

/**
 * Collects a run's series while it is computed: totals at even distances in time, and from each two that follow one another
 * the values between them, which stand at the middle. All runs of one length share their times, so that a fork's series
 * can be laid over those of the run that it came from.
 */
export class SeriesSampler<State> {
  readonly #lab: Sampled<State>;
  readonly #endNs: number;
  #sample: number;
  #fromNs: number;
  #from: readonly number[] = [];
  /** The time of the next sample; the state up to it is wanted. */
  dueNs: number;
  readonly #timesMs: number[] = [];
  readonly #values: Record<string, number[]> = {};

  constructor(lab: Sampled<State>, endNs: number, startNs: number) {
    this.#lab = lab;
    this.#endNs = endNs;
    this.#fromNs = startNs;
    // A fork begins between two samples; a sliver of a first one would show chance rather than the run.
    this.#sample = Math.floor((startNs / endNs) * samplesOfRun + 0.5) + 1;
    this.dueNs = this.#timeOf(this.#sample);
  }

  begin(state: State): void {
    this.#from = this.#lab.totals(state, this.#fromNs);
  }

  /** Takes the samples that lie before an event, from the state as it is until then. */
  sampleBefore(eventNs: number, state: State): void {
    while (this.dueNs < eventNs) this.#take(state);
  }

  /** Takes the samples between the last event and the end of the run. */
  end(state: State): void {
    while (this.dueNs <= this.#endNs) this.#take(state);
  }

  series(): SampledSeries {
    return {
      timesMs: [...this.#timesMs],
      values: Object.fromEntries(Object.entries(this.#values).map(([name, values]) => [name, [...values]])),
    };
  }

  #take(state: State): void {
    const toNs = this.dueNs;
    const to = this.#lab.totals(state, toNs);
    if (toNs > this.#fromNs) {
      const index = this.#timesMs.push((this.#fromNs + toNs) / 2 / nsPerMs) - 1;
      for (const [name, value] of Object.entries(this.#lab.series(this.#from, to, toNs - this.#fromNs))) {
        (this.#values[name] ??= [])[index] = value;
      }
    }
    this.#from = to;
    this.#fromNs = toNs;
    this.#sample += 1;
    this.dueNs = this.#timeOf(this.#sample);
  }

  #timeOf(sample: number): number {
    return sample > samplesOfRun ? Number.POSITIVE_INFINITY : Math.floor((this.#endNs * sample) / samplesOfRun);
  }
}
