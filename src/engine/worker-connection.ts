import type { EngineEvent, SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { PostgresFiles } from './postgres.ts';
import type { RunProgress } from './run-script.ts';
import type { EngineAnswers, EngineCall, MessageFromWorker, MessageToWorker } from './worker-messages.ts';

type Method = EngineCall['method'];

interface CallInFlight {
  /** The worker answers a call with what `EngineAnswers` says for its method. */
  readonly answer: (answer: never) => void;
  readonly fail: (error: Error) => void;
  readonly lose: (failure: SqlFailure) => void;
  readonly progress: RunProgress | undefined;
  readonly calledAt: number;
}

/** One worker from its start to its end, and the calls it still owes an answer. */
export class WorkerConnection {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'postgresql' });
  readonly #calls = new Map<number, CallInFlight>();
  readonly #onEvent: (event: EngineEvent) => void;
  #callsMade = 0;
  /** What ended it, or null while it lives. */
  #end: SqlFailure | null = null;

  constructor(onEvent: (event: EngineEvent) => void) {
    this.#onEvent = onEvent;
  }

  /** Starts the database on files that are then no longer the caller's; fails with the reason. */
  start(files: PostgresFiles): Promise<Result<void, string>> {
    return new Promise((resolve) => {
      this.#worker.addEventListener('error', ({ message }) => resolve(err(message || 'its script did not load')));
      this.#worker.addEventListener('message', ({ data }: MessageEvent<MessageFromWorker>) => {
        if (data.kind === 'ready') resolve(ok(undefined));
        else if (data.kind === 'not-started') resolve(err(data.reason));
        else this.#receive(data);
      });
      this.#send({ kind: 'start', files }, [files.baseImage]);
    });
  }

  /** Makes a call. `whenLost` says what answers it if the worker is terminated before. */
  call<Called extends Method>(
    call: EngineCall & { readonly method: Called },
    whenLost: (failure: SqlFailure) => EngineAnswers[Called],
    progress?: RunProgress,
  ): Promise<EngineAnswers[Called]> {
    if (this.#end !== null) return Promise.resolve(whenLost(this.#end));
    this.#callsMade += 1;
    const id = this.#callsMade;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, {
        answer: resolve,
        fail: reject,
        lose: (failure) => resolve(whenLost(failure)),
        progress,
        calledAt: performance.now(),
      });
      this.#send({ kind: 'call', id, call });
    });
  }

  forget(snapshot: SnapshotId): void {
    this.#send({ kind: 'forget', snapshot });
  }

  /** How long the worker has been busy with the call that it is at; 0 when it has nothing to do. */
  busyMs(): number {
    const [first] = this.#calls.values();
    return first === undefined ? 0 : performance.now() - first.calledAt;
  }

  /** Ends the worker, whatever it is doing; calls without an answer are answered with `failure`. */
  terminate(failure: SqlFailure): void {
    this.#end = failure;
    this.#worker.terminate();
    for (const call of this.#calls.values()) call.lose(failure);
    this.#calls.clear();
  }

  #receive(message: Exclude<MessageFromWorker, { kind: 'ready' | 'not-started' }>): void {
    if (message.kind === 'event') {
      this.#onEvent(message.event);
      return;
    }
    const call = this.#calls.get(message.id);
    switch (message.kind) {
      case 'split':
        call?.progress?.onSplit(message.statements);
        break;
      case 'outcome':
        call?.progress?.onOutcome(message.outcome);
        break;
      case 'answer':
        this.#calls.delete(message.id);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker answers as the call's method demands
        call?.answer(message.answer as never);
        break;
      case 'broken':
        this.#calls.delete(message.id);
        call?.fail(new Error(message.reason));
        break;
    }
  }

  #send(message: MessageToWorker, transfer: readonly Transferable[] = []): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    this.#worker.postMessage(message, [...transfer]);
  }
}
