import { err, ok, type Result } from '#core/shared/result.ts';
import type { MeasuredPoint, Simulator, SimulatorFailure, Stoppable } from '#content/labs/simulator.ts';
import type { SimulatorSession } from './simulator-session.ts';

type Measured = Result<readonly MeasuredPoint[], SimulatorFailure>;

/** The page's end of a sweep that is measured elsewhere. */
export class RemoteSweep implements Stoppable<readonly MeasuredPoint[]> {
  readonly done: Promise<Measured>;
  readonly work: number;
  readonly #session: SimulatorSession;
  #settle: (done: Measured) => void = () => undefined;

  constructor(session: SimulatorSession, onProgress: Parameters<Simulator['sweep']>[1]) {
    this.#session = session;
    this.done = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.work = session.open({
      onPoints: onProgress,
      onSweepDone: (points) => this.#settle(ok(points)),
      onLost: (failure) => this.#settle(err(failure)),
      onProgress: () => undefined,
      onRunDone: () => undefined,
    });
  }

  stop(): void {
    this.#session.send({ kind: 'stop', work: this.work });
  }
}
