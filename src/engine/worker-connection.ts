import type { BaseImages } from '#core/engine/base-images.ts';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { failureText } from '#core/engine/failure-text.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Answered, ConnectionListener, ServerCall, ServerConnection } from './mirror/server-connection.ts';
import type { RunProgress } from './run-script.ts';
import { loadPostgresFiles } from './worker-files.ts';
import type { MessageFromWorker, MessageToWorker } from './worker-messages.ts';

interface CallInFlight {
  readonly id: number;
  /** The worker answers a call as its method demands. */
  readonly resolve: (answered: Result<never, SqlFailure>) => void;
  readonly reject: (error: Error) => void;
  readonly progress: RunProgress | undefined;
}

/** A server in a worker of its own. */
export class WorkerConnection implements ServerConnection {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'postgresql' });
  readonly base: string;
  readonly #listener: ConnectionListener;
  readonly #started: Promise<Result<void, string>>;
  /** Settles `#started`; nothing after it was called once. */
  #reportStart: (started: Result<void, string>) => void = () => undefined;
  #call: CallInFlight | null = null;
  #callsMade = 0;
  /** What ended it, or null while it lives. */
  #end: SqlFailure | null = null;

  constructor(listener: ConnectionListener, base: string, images: BaseImages) {
    this.base = base;
    this.#listener = listener;
    this.#started = new Promise((resolve) => {
      this.#reportStart = resolve;
    });
    this.#worker.addEventListener('error', ({ message }) => this.#die(message || 'its script did not load'));
    this.#worker.addEventListener('message', ({ data }: MessageEvent<MessageFromWorker>) => {
      // What was under way when it was ended is not to be heard any more: it counts as not done.
      if (this.#end === null) this.#receive(data);
    });
    void this.#start(images);
  }

  open(state: DirectoryState): Promise<Result<void, string>> {
    this.#send({ kind: 'open', state });
    return this.#started;
  }

  call<Method extends ServerCall['method']>(
    call: ServerCall & { readonly method: Method },
    progress?: RunProgress,
  ): Promise<Result<Answered<Method>, SqlFailure>> {
    if (this.#end !== null) return Promise.resolve(err(this.#end));
    this.#callsMade += 1;
    const id = this.#callsMade;
    return new Promise((resolve, reject) => {
      this.#call = { id, resolve, reject, progress };
      this.#send({ kind: 'call', id, call });
    });
  }

  forget(snapshot: SnapshotId): void {
    this.#send({ kind: 'forget', snapshot });
  }

  terminate(failure: SqlFailure): void {
    this.#end = failure;
    this.#worker.terminate();
    this.#reportStart(err(failureText(failure)));
    this.#call?.resolve(err(failure));
    this.#call = null;
  }

  /** The worker's script loads while the files do. */
  async #start(images: BaseImages): Promise<void> {
    const files = await loadPostgresFiles(this.base, images);
    if (files.ok) this.#send({ kind: 'start', files: files.value }, [files.value.baseImage]);
    else this.#reportStart(files);
  }

  #die(reason: string): void {
    const failure: SqlFailure = { kind: 'engine-lost', reason };
    this.#reportStart(notStarted(reason));
    this.terminate(failure);
    this.#listener.onDeath(failure);
  }

  #receive(message: MessageFromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.#reportStart(ok(undefined));
        break;
      case 'not-started':
        this.#reportStart(notStarted(message.reason));
        break;
      case 'notice':
        this.#listener.onNotice(message.notice);
        break;
      case 'changes':
        this.#listener.onChanges(message.changes);
        break;
      case 'split':
        this.#call?.progress?.onSplit(message.statements);
        break;
      case 'outcome':
        this.#call?.progress?.onOutcome(message.outcome, message.changes);
        break;
      case 'answer':
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see CallInFlight
        this.#call?.resolve(ok(message.answered as never));
        this.#call = null;
        break;
      case 'broken':
        this.#call?.reject(new Error(message.reason));
        this.#call = null;
        break;
    }
  }

  #send(message: MessageToWorker, transfer: readonly Transferable[] = []): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    this.#worker.postMessage(message, [...transfer]);
  }
}

function notStarted(reason: string): Result<never, string> {
  return err(`PostgreSQL did not start: ${reason}. It needs about 300 MB of memory; closing other tabs may help.`);
}
