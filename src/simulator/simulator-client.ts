import type { LabHandle, MeasuredPoint, Simulator, Stoppable } from '#content/labs/simulator.ts';
import { RemoteRun } from './remote-run.ts';
import { RemoteSweep } from './remote-sweep.ts';
import { SimulatorSession, type Connect } from './simulator-session.ts';

/** Starts a simulator at the first request, and another one at the next request after it was lost. */
export class SimulatorClient implements Simulator {
  readonly #connect: Connect;
  #session: SimulatorSession | null = null;

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  begin({ kind, values, seed }: Parameters<Simulator['begin']>[0]): LabHandle {
    const session = this.#openSession();
    const run = new RemoteRun(session);
    session.send({ kind: 'begin', work: run.work, lab: kind, values, seed });
    return run;
  }

  sweep(
    { kind, id, values, seed }: Parameters<Simulator['sweep']>[0],
    onProgress: Parameters<Simulator['sweep']>[1],
  ): Stoppable<readonly MeasuredPoint[]> {
    const session = this.#openSession();
    const sweep = new RemoteSweep(session, onProgress);
    session.send({ kind: 'sweep', work: sweep.work, lab: kind, id, values, seed });
    return sweep;
  }

  close(): void {
    this.#session?.end('It was closed.');
    this.#session = null;
  }

  #openSession(): SimulatorSession {
    if (this.#session === null || this.#session.hasEnded) this.#session = new SimulatorSession(this.#connect);
    return this.#session;
  }
}
