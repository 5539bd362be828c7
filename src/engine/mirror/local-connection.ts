import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { RunProgress } from '#engine/run-script.ts';
import { startServer, type Server, type ServerResources } from '#engine/server.ts';
import { answerCall } from './answer-call.ts';
import type { Answered, ConnectionListener, ServerCall, ServerConnection } from './server-connection.ts';

const unobserved: RunProgress = { onSplit: () => undefined, onOutcome: () => undefined };

/**
 * A server in this thread. It cannot be ended in the middle of a statement, since nobody else runs meanwhile; between two
 * it can.
 */
export class LocalConnection implements ServerConnection {
  readonly #resources: ServerResources;
  readonly #listener: ConnectionListener;
  #server: Server | null = null;
  #end: SqlFailure | null = null;
  #onEnd: (failure: SqlFailure) => void = () => undefined;

  constructor(resources: ServerResources, listener: ConnectionListener) {
    this.#resources = resources;
    this.#listener = listener;
  }

  get base(): string {
    return this.#resources.files.baseImageKey;
  }

  async open(state: DirectoryState): Promise<Result<void, string>> {
    if (state.base !== this.base) return err('These files belong to another base image.');
    try {
      this.#server = await startServer(this.#resources, Promise.resolve(state), {
        onNotice: (notice) => this.#end ?? this.#listener.onNotice(notice),
        onChanges: (changes) => this.#end ?? this.#listener.onChanges(changes),
      });
      return ok(undefined);
    } catch (error) {
      return err(error instanceof Error ? error.message : String(error));
    }
  }

  async call<Method extends ServerCall['method']>(
    call: ServerCall & { readonly method: Method },
    progress = unobserved,
  ): Promise<Result<Answered<Method>, SqlFailure>> {
    if (this.#end !== null) return err(this.#end);
    if (this.#server === null) throw new Error('called before it was opened');
    const ended = new Promise<Result<never, SqlFailure>>((resolve) => {
      this.#onEnd = (failure) => resolve(err(failure));
    });
    const answered = answerCall(this.#server, call, {
      onSplit: (statements) => this.#end ?? progress.onSplit(statements),
      onOutcome: (outcome, changes) => this.#end ?? progress.onOutcome(outcome, changes),
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a call is answered as its method demands
    return Promise.race([ended, answered.then((answer) => ok(answer as Answered<Method>))]);
  }

  forget(snapshot: SnapshotId): void {
    this.#server?.forget(snapshot);
  }

  terminate(failure: SqlFailure): void {
    this.#end = failure;
    this.#onEnd(failure);
    // What a lost server says on its way out is of no interest.
    void this.#server?.close().catch(() => undefined);
    this.#server = null;
  }
}
