import { err, ok, type Result } from '#core/shared/result.ts';
import type { FieldProblem, LabValues } from '#content/labs/lab-card.ts';
import type { Moment, RunSummary } from '#content/labs/lab-kind.ts';
import type { LabHandle, SimulatorFailure } from '#content/labs/simulator.ts';
import type { Answer, MomentPlace } from './simulator-messages.ts';
import type { SimulatorSession } from './simulator-session.ts';

type ProgressListener = (progress: number, summary: RunSummary) => void;

interface HeldQuestion {
  readonly where: MomentPlace;
  readonly answerWith: (moment: Promise<Moment | null> | null) => void;
}

/** The page's end of a run that is computed elsewhere. */
export class RemoteRun implements LabHandle {
  readonly done: Promise<Result<RunSummary, SimulatorFailure>>;
  readonly work: number;
  readonly #session: SimulatorSession;
  #settle: (done: Result<RunSummary, SimulatorFailure>) => void = () => undefined;
  readonly #listeners = new Set<ProgressListener>();
  #isAskingForMoment = false;
  #held: HeldQuestion | null = null;

  constructor(session: SimulatorSession) {
    this.#session = session;
    this.done = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.work = session.open({
      onProgress: (progress, summary) => {
        for (const tell of this.#listeners) tell(progress, summary);
      },
      onRunDone: (summary) => this.#settle(ok(summary)),
      onLost: (failure) => this.#settle(err(failure)),
      onPoints: () => undefined,
      onSweepDone: () => undefined,
    });
  }

  onProgress(listener: ProgressListener): void {
    this.#listeners.add(listener);
  }

  stop(): void {
    this.#session.send({ kind: 'stop', work: this.work });
  }

  close(): void {
    this.#listeners.clear();
    this.#session.close(this.work);
  }

  /**
   * One question is on its way at a time, and the newest waits for its turn; those between are given up, so that a drag along
   * the timeline shows moments as fast as they come and ends at the right one.
   */
  moment(where: MomentPlace): Promise<Moment | null> {
    if (!this.#isAskingForMoment) return this.#askForMoment(where);
    this.#held?.answerWith(null);
    return new Promise((resolve) => {
      this.#held = { where, answerWith: resolve };
    });
  }

  async find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): Promise<number | null> {
    const answer = await this.#session.ask(this.work, { kind: 'find', kinds, index, direction });
    return answer.kind === 'found' ? answer.index : null;
  }

  /** A run that is gone by then gives a fork that is lost too: its `done` says why. */
  async fork(index: number, values: LabValues): Promise<Result<LabHandle, readonly FieldProblem[]>> {
    const fork = new RemoteRun(this.#session);
    const answer = await this.#session.ask(this.work, { kind: 'fork', as: fork.work, index, values });
    if (answer.kind === 'forked') return ok(fork);
    fork.close();
    return answer.kind === 'refused' ? err(answer.problems) : ok(fork);
  }

  async #askForMoment(where: MomentPlace): Promise<Moment | null> {
    this.#isAskingForMoment = true;
    let answer: Answer;
    try {
      answer = await this.#session.ask(this.work, { kind: 'moment', where });
    } finally {
      this.#isAskingForMoment = false;
      const held = this.#held;
      this.#held = null;
      held?.answerWith(this.#askForMoment(held.where));
    }
    return answer.kind === 'moment' ? answer.moment : null;
  }
}
