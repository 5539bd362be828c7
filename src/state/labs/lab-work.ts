import type { LabValues } from '#content/labs/lab-card.ts';
import type { SliceContext } from '#state/app-state.ts';
import { LabSession, type Where } from './lab-session.ts';
import type { LabOpening, OpenLab } from './open-lab.ts';
import { readableSpeed } from './play-speed.ts';

/** What is under way for the lab that is open: its run, its fork, and where it is looked at. */
export class LabWork {
  readonly #context: SliceContext;
  readonly #session: LabSession;
  /** Where the learner looked when a run began anew: it is gone to as soon as the new one has come there. */
  #place: Where | null = null;
  /** Where playing has come to: between two events it is later than the moment that is looked at. */
  #playedToMs: number | null = null;

  constructor(context: SliceContext) {
    this.#context = context;
    const { set } = context;
    this.#session = new LabSession({
      onRun: (next) => {
        const before = this.lab?.run.summary ?? null;
        const run = next(before);
        this.change({ run });
        // Until the new run has something to say, what the one before said stands there.
        if (run.summary !== before) this.#showPlace();
      },
      onForkRun: (next) =>
        set(({ lab }) => {
          if (lab?.fork == null) return {};
          const run = next(lab.fork.run.summary);
          return { lab: { ...lab, fork: { ...lab.fork, run, timeMs: run.summary?.startMs ?? lab.fork.timeMs } } };
        }),
      onMoment: (moment, forkMoment) =>
        set(({ lab }) => {
          if (lab === null) return {};
          return { lab: { ...lab, moment, fork: lab.fork === null ? null : { ...lab.fork, moment: forkMoment } } };
        }),
    });
  }

  get lab(): OpenLab | null {
    return this.#context.get().lab;
  }

  change(part: Partial<OpenLab>): void {
    this.#context.set(({ lab }) => (lab === null ? {} : { lab: { ...lab, ...part } }));
  }

  /** Computes the lab with the values that it has now, and looks where it was looked before, or where it is told. */
  async run(at: number | null = null, fork: LabOpening['fork'] = null): Promise<void> {
    const lab = this.lab;
    if (lab === null) return;
    const { get, services } = this.#context;
    const { card, values, seed, moment } = lab;
    const isFirst = at !== null || (moment === null && this.#place === null);
    this.#playedToMs = null;
    if (at !== null) this.#place = { index: at };
    else if (moment !== null) this.#place ??= { timeMs: moment.timeMs };
    this.change({ fork: null, note: null });
    if (!(await this.#session.follow(services.simulator.begin({ kind: card.kind, values, seed })))) return;
    const ended = this.lab?.run;
    if (ended?.kind !== 'ended') return;
    const { summary } = ended;
    if (isFirst) {
      this.change({ speed: readableSpeed(summary) });
      if (at === null) this.#session.show({ index: Math.floor(summary.length / 2) });
    }
    if (fork !== null) await this.fork(fork.at, fork.values);
    if (lab.place.kind !== 'lesson') return;
    // What was cut off has not measured what was asked.
    if (summary.status.kind === 'complete') get().labMeasured(lab.place.labId, values, summary.metrics);
    else get().labCutOff(lab.place.labId);
  }

  /** Begins another future at a moment, or begins the one there is anew with other values. */
  async fork(index: number, values: LabValues): Promise<void> {
    const forked = await this.#session.fork(index, values);
    const lab = this.lab;
    if (forked === null || lab === null) return;
    if (!forked.ok) return this.change({ problems: forked.error });
    const before = lab.fork;
    this.change({
      fork: {
        index,
        timeMs: before?.timeMs ?? lab.moment?.timeMs ?? 0,
        values,
        run: before?.run ?? { kind: 'running', progress: 0, summary: null },
        moment: before?.moment ?? null,
      },
    });
  }

  dropFork(): void {
    this.#session.dropFork();
    this.change({ fork: null, problems: [], asked: {} });
  }

  /** Goes on with other values: of the fork while there is one, else of the whole run. */
  take(values: LabValues): void {
    const lab = this.lab;
    if (lab === null) return;
    this.change({ problems: [], asked: {} });
    if (lab.fork !== null) {
      void this.fork(lab.fork.index, values);
      return;
    }
    this.change({ values, isPlaying: false });
    if (lab.place.kind === 'lesson') {
      this.#context.get().keepLabValues(lab.place.lessonId, lab.place.labId, values);
    }
    void this.run();
  }

  /** Looks elsewhere. */
  seek(where: Where): void {
    this.#playedToMs = null;
    this.#place = null;
    this.change({ note: null });
    this.#session.show(where);
  }

  find(kind: string, index: number, direction: 'forwards' | 'backwards'): Promise<number | null> {
    return this.#session.find([kind], index, direction);
  }

  play(fromMs: number): void {
    this.#playedToMs = fromMs;
    this.change({ isPlaying: true });
  }

  pause(): void {
    this.#playedToMs = null;
    this.change({ isPlaying: false });
  }

  /** Plays so much of the run; false at its end. */
  advance(byMs: number): boolean {
    const lab = this.lab;
    if (lab === null || !lab.isPlaying) return false;
    const endMs = lab.run.summary?.reachedMs ?? 0;
    this.#playedToMs = Math.min((this.#playedToMs ?? lab.moment?.timeMs ?? 0) + byMs, endMs);
    this.#session.show({ timeMs: this.#playedToMs });
    // While it is computed the end moves on.
    return this.#playedToMs < endMs || lab.run.kind === 'running';
  }

  /** Ends the computing; what there is stays. */
  stop(): void {
    this.#session.stop();
  }

  close(): void {
    this.#place = null;
    this.#playedToMs = null;
    this.#session.close();
  }

  /** Goes to the place that waits for the run to come to it, once that has; wherever it has come to at its end. */
  #showPlace(): void {
    const run = this.lab?.run;
    const place = this.#place;
    if (place === null || run === undefined || run.summary === null) return;
    const { length, reachedMs } = run.summary;
    const isThere = 'timeMs' in place ? place.timeMs <= reachedMs : place.index <= length;
    if (!isThere && run.kind === 'running') return;
    this.#session.show(place);
    this.#place = null;
  }
}
