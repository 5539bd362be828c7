import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, EngineEvent, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { RunRecord } from './run-record.ts';
import { WorkerConnection } from './worker-connection.ts';
import { loadPostgresFiles } from './worker-files.ts';
import type { EngineAnswers, EngineCall } from './worker-messages.ts';

/**
 * Starts an engine in a worker of its own, and resolves when it is ready. Fails with a sentence for the reader; calling
 * again tries again.
 */
export async function createWorkerEngine(): Promise<Result<Engine, string>> {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') {
    return err('This browser cannot run PostgreSQL. Any current Firefox, Chrome, Edge or Safari can.');
  }
  const engine = new WorkerEngine();
  const started = await engine.started;
  return started.ok ? ok(engine) : started;
}

/** The page's side of an engine in a worker. It survives the worker: another takes the place of one that is stopped. */
class WorkerEngine implements Engine {
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  #connection = this.#connect();
  #started = startDatabase(this.#connection);
  /** Kept by the worker under names of its own, and gone with it. */
  readonly #snapshots = new Map<SnapshotId, SnapshotId>();
  #snapshotsTaken = 0;

  /** Whether the worker at hand has started; calls wait for it. */
  get started(): Promise<Result<void, string>> {
    return this.#started;
  }

  run(script: string, options: RunOptions = {}): Promise<RunOutcome> {
    return this.#callRun({ method: 'run', sql: script, options });
  }

  probe(sql: string, options: RunOptions = {}): Promise<RunOutcome> {
    return this.#callRun({ method: 'probe', sql, options });
  }

  async snapshot(): Promise<Result<SnapshotId, SqlFailure>> {
    const kept = await this.#call({ method: 'snapshot' }, err);
    if (!kept.ok) return kept;
    this.#snapshotsTaken += 1;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the page makes these names
    const id = `snapshot ${this.#snapshotsTaken}` as SnapshotId;
    this.#snapshots.set(id, kept.value);
    return ok(id);
  }

  restore(id: SnapshotId): Promise<Result<void, SqlFailure>> {
    const snapshot = this.#snapshots.get(id);
    if (snapshot !== undefined) return this.#call({ method: 'restore', snapshot }, err);
    return Promise.resolve(err({ kind: 'engine-lost', reason: 'the state that was kept went with it' }));
  }

  forget(id: SnapshotId): void {
    const snapshot = this.#snapshots.get(id);
    if (snapshot !== undefined) this.#connection.forget(snapshot);
    this.#snapshots.delete(id);
  }

  catalog(): Promise<Result<Catalog, SqlFailure>> {
    return this.#call({ method: 'catalog' }, err);
  }

  /** There is no way to reach into a busy worker: it is ended, and its snapshots with it. */
  async stop(): Promise<void> {
    const failure: SqlFailure = { kind: 'stopped', afterMs: this.#connection.busyMs() };
    this.#connection.terminate(failure);
    this.#snapshots.clear();
    this.#emit({ kind: 'lost', failure });
    this.#connection = this.#connect();
    this.#started = startDatabase(this.#connection);
    const started = await this.#started;
    if (started.ok) this.#emit({ kind: 'recovered', kept: 'nothing' });
    else this.#emit({ kind: 'lost', failure: { kind: 'engine-lost', reason: started.error } });
  }

  async spawn(): Promise<Engine> {
    const spawned = await createWorkerEngine();
    if (!spawned.ok) throw new Error(spawned.error);
    return spawned.value;
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#connection.terminate({ kind: 'engine-lost', reason: 'it was closed' });
  }

  #callRun(call: EngineCall & { readonly method: 'run' | 'probe' }): Promise<RunOutcome> {
    const record = new RunRecord(call.sql);
    return this.#call(call, (failure) => record.outcomeAfter(failure), record);
  }

  async #call<Method extends EngineCall['method']>(
    call: EngineCall & { readonly method: Method },
    whenLost: (failure: SqlFailure) => EngineAnswers[Method],
    record?: RunRecord,
  ): Promise<EngineAnswers[Method]> {
    const started = await this.#started;
    if (!started.ok) return whenLost({ kind: 'engine-lost', reason: started.error });
    return this.#connection.call(call, whenLost, record);
  }

  #connect(): WorkerConnection {
    return new WorkerConnection((event) => this.#emit(event));
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The worker's script loads while the files do. */
async function startDatabase(connection: WorkerConnection): Promise<Result<void, string>> {
  const files = await loadPostgresFiles();
  if (!files.ok) return files;
  const started = await connection.start(files.value);
  if (started.ok) return started;
  return err(
    `PostgreSQL did not start: ${started.error}. It needs about 300 MB of memory; closing other tabs may help.`,
  );
}
