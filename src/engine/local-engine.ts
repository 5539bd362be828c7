import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, EngineEvent, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { SqlScanner } from '#core/sql/sql-scanner.ts';
import { restoreImage, takeImage, type MemoryImage } from './memory-image.ts';
import { startPostgres, type Postgres, type PostgresFiles } from './postgres.ts';
import { runScript } from './run-script.ts';
import { TypeNames } from './type-names.ts';

const defaultRowLimit = 10_000;

/** What every engine of this thread is made from. */
export interface EngineResources {
  readonly files: PostgresFiles;
  readonly scanner: SqlScanner;
}

/** Starts an engine in this thread: the one behind the worker, and the one in Node. */
export async function createLocalEngine(resources: EngineResources): Promise<Engine> {
  const postgres = await startPostgres(resources.files);
  const typeNames = new TypeNames();
  await typeNames.preload(postgres);
  return new LocalEngine(resources, postgres, typeNames);
}

class LocalEngine implements Engine {
  readonly #resources: EngineResources;
  readonly #postgres: Postgres;
  readonly #typeNames: TypeNames;
  readonly #images = new Map<SnapshotId, MemoryImage>();
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  /** Taken or restored last: most of its pages are still as they are in memory. */
  #lastImage: MemoryImage | null = null;
  #imagesTaken = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(resources: EngineResources, postgres: Postgres, typeNames: TypeNames) {
    this.#resources = resources;
    this.#postgres = postgres;
    this.#typeNames = typeNames;
  }

  run(script: string, options: RunOptions = {}): Promise<RunOutcome> {
    return this.#enqueue(() => this.#runNow(script, options));
  }

  probe(sql: string, options: RunOptions = {}): Promise<RunOutcome> {
    return this.#enqueue(async () => {
      const image = takeImage(this.#postgres.module, this.#lastImage);
      await this.#postgres.query('commit');
      await this.#postgres.query('reset session authorization');
      await this.#postgres.query('reset all');
      await this.#postgres.query('begin');
      const outcome = await this.#runNow(sql, options);
      restoreImage(this.#postgres.module, image);
      this.#lastImage = image;
      return outcome;
    });
  }

  snapshot(): Promise<Result<SnapshotId, SqlFailure>> {
    return this.#enqueue(async () => {
      this.#lastImage = takeImage(this.#postgres.module, this.#lastImage);
      this.#imagesTaken += 1;
      const id = `image ${this.#imagesTaken}` as SnapshotId;
      this.#images.set(id, this.#lastImage);
      return ok(id);
    });
  }

  restore(id: SnapshotId): Promise<Result<void, SqlFailure>> {
    return this.#enqueue(async () => {
      const image = this.#images.get(id);
      if (image === undefined) throw new Error(`no snapshot ${id}`);
      restoreImage(this.#postgres.module, image);
      this.#lastImage = image;
      return ok(undefined);
    });
  }

  forget(id: SnapshotId): void {
    this.#images.delete(id);
  }

  catalog(): Promise<Result<Catalog, SqlFailure>> {
    return this.#enqueue(async () => err({ kind: 'engine-lost', reason: 'not yet' }));
  }

  async stop(): Promise<void> {
    await this.#queue;
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

  #runNow(script: string, options: RunOptions): Promise<RunOutcome> {
    const { scanner } = this.#resources;
    const services = { postgres: this.#postgres, typeNames: this.#typeNames, scanner };
    return runScript(services, script, options.rowLimit ?? defaultRowLimit);
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
