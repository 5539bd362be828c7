import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, EngineEvent, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import type { SqlScanner } from '#core/sql/sql-scanner.ts';
import { readCatalog } from './catalog/catalog-reader.ts';
import { startPostgres, type Postgres, type PostgresFiles, type PostgresState } from './postgres.ts';
import { runProbe } from './run-probe.ts';
import { runScript, type RunProgress, type ScriptServices } from './run-script.ts';

const defaultRowLimit = 10_000;

/** What every engine of this thread is made from. */
export interface EngineResources {
  readonly files: PostgresFiles;
  /** Loads while the database starts. */
  readonly scanner: Promise<SqlScanner>;
}

const unobserved: RunProgress = { onSplit: () => undefined, onOutcome: () => undefined };

/** Starts an engine in this thread: the one behind the worker, and the one in Node. */
export async function createLocalEngine(resources: EngineResources): Promise<LocalEngine> {
  const postgres = await startPostgres(resources.files);
  return new LocalEngine(resources, postgres, await resources.scanner);
}

/** The engine itself. Runs and probes can be watched while they go. */
export class LocalEngine implements Engine {
  readonly #resources: EngineResources;
  readonly #scanner: SqlScanner;
  readonly #snapshots = new Map<SnapshotId, PostgresState>();
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  #postgres: Postgres;
  /** The snapshot taken or restored last, be it forgotten since: what a lost database is brought back to. */
  #lastKept: PostgresState | null = null;
  #snapshotsTaken = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(resources: EngineResources, postgres: Postgres, scanner: SqlScanner) {
    this.#resources = resources;
    this.#postgres = postgres;
    this.#scanner = scanner;
  }

  run(script: string, options: RunOptions = {}, progress = unobserved): Promise<RunOutcome> {
    return this.#answer(() => runScript(this.#services(options, progress), script));
  }

  probe(sql: string, options: RunOptions = {}, progress = unobserved): Promise<RunOutcome> {
    return this.#answer(async () => {
      const before = await this.#postgres.capture();
      const statements = await runProbe(this.#services(options, progress), sql);
      if (!(await this.#putBack(before))) this.#reportLostSession();
      return statements;
    });
  }

  snapshot(): Promise<Result<SnapshotId, SqlFailure>> {
    return this.#enqueue(async () => {
      this.#snapshotsTaken += 1;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where this engine names snapshots
      const id = `snapshot ${this.#snapshotsTaken}` as SnapshotId;
      this.#lastKept = await this.#postgres.capture();
      this.#snapshots.set(id, this.#lastKept);
      return ok(id);
    });
  }

  restore(id: SnapshotId): Promise<Result<void, SqlFailure>> {
    return this.#enqueue(async () => {
      const state = this.#snapshots.get(id);
      if (state === undefined) throw new Error(`there is no ${id}`);
      this.#lastKept = state;
      if (!(await this.#putBack(state))) {
        // Taken anew in the instance that it took: the next restore is a fast and a whole one again.
        this.#lastKept = await this.#postgres.capture();
        this.#snapshots.set(id, this.#lastKept);
        this.#reportLostSession();
      }
      return ok(undefined);
    });
  }

  forget(id: SnapshotId): void {
    this.#snapshots.delete(id);
  }

  catalog(): Promise<Result<Catalog, SqlFailure>> {
    return this.#enqueue(async () => {
      const catalog = await readCatalog(this.#postgres);
      await this.#recoverIfLost();
      return catalog;
    });
  }

  /** In its own thread an engine never has a statement in flight when this is called; the rest is as promised. */
  stop(): Promise<void> {
    return this.#enqueue(() => this.#recover({ kind: 'stopped', afterMs: 0 }));
  }

  spawn(): Promise<Engine> {
    return createLocalEngine(this.#resources);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#enqueue(() => this.#postgres.close());
  }

  #answer(task: () => Promise<readonly StatementOutcome[]>): Promise<RunOutcome> {
    return this.#enqueue(async () => {
      const started = performance.now();
      const statements = await task();
      const durationMs = performance.now() - started;
      await this.#recoverIfLost();
      return { statements, transaction: this.#postgres.transaction, durationMs };
    });
  }

  /** Does one thing after the other. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Puts a state back; false when its instance is gone or no longer fits it, and another was started from its files. */
  async #putBack(state: PostgresState): Promise<boolean> {
    const fits = this.#postgres.canReinstate(state);
    if (fits) this.#postgres.reinstate(state);
    else this.#postgres = await startPostgres(this.#resources.files, state);
    return fits;
  }

  #reportLostSession(): void {
    const reason = 'a library was loaded in between: settings, temporary tables and an open transaction are gone';
    this.#emit({ kind: 'lost', failure: { kind: 'engine-lost', reason } });
    this.#emit({ kind: 'recovered', kept: 'snapshot' });
  }

  async #recoverIfLost(): Promise<void> {
    const { loss } = this.#postgres;
    if (loss !== null) await this.#recover({ kind: 'engine-lost', ...loss });
  }

  async #recover(failure: SqlFailure): Promise<void> {
    this.#emit({ kind: 'lost', failure });
    if (this.#lastKept === null) this.#postgres = await startPostgres(this.#resources.files);
    else await this.#putBack(this.#lastKept);
    this.#emit({ kind: 'recovered', kept: this.#lastKept === null ? 'nothing' : 'snapshot' });
  }

  #services(options: RunOptions, progress: RunProgress): ScriptServices {
    return {
      postgres: this.#postgres,
      scanner: this.#scanner,
      rowLimit: options.rowLimit ?? defaultRowLimit,
      progress,
      onNotice: (notice) => this.#emit({ kind: 'notice', notice }),
    };
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
