import type { Catalog } from '#core/catalog/catalog.ts';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { DumpFormat, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { Notice, RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import type { SqlScanner } from '#core/sql/sql-scanner.ts';
import { readCatalog } from './catalog/catalog-reader.ts';
import { dumpDirectory } from './dump/dump-directory.ts';
import { dumpSql } from './dump/dump-sql.ts';
import { loadSql } from './dump/load-sql.ts';
import { readDirectory } from './dump/read-directory.ts';
import { startPostgres, type OnChanges, type Postgres, type PostgresFiles, type PostgresState } from './postgres.ts';
import { runProbe } from './run-probe.ts';
import { runPsqlScript } from './run-psql-script.ts';
import { runScript, type RunProgress, type ScriptServices } from './run-script.ts';

const defaultRowLimit = 10_000;

/** What every server of this thread is made from. */
export interface ServerResources {
  readonly files: PostgresFiles;
  /** Loads while the database starts. */
  readonly scanner: Promise<SqlScanner>;
}

/** Hears what goes on in a server besides its answers. */
export interface ServerListener {
  readonly onNotice: (notice: Notice) => void;
  readonly onChanges: OnChanges;
}

/** Starts a server in this thread, on files that may come later. */
export async function startServer(
  resources: ServerResources,
  state: Promise<DirectoryState>,
  listener: ServerListener,
): Promise<Server> {
  const postgres = await startPostgres(resources.files, state, listener.onChanges);
  postgres.reportChanges();
  return new Server(resources.files, postgres, await resources.scanner, listener.onNotice);
}

/**
 * One PostgreSQL that answers one call after the other, and says what it does to its files. When it is lost it stays so:
 * who keeps its files starts another.
 */
export class Server {
  readonly #files: PostgresFiles;
  readonly #postgres: Postgres;
  readonly #scanner: SqlScanner;
  readonly #onNotice: ServerListener['onNotice'];
  readonly #snapshots = new Map<SnapshotId, PostgresState>();
  #snapshotsTaken = 0;
  #misfit: string | null = null;

  constructor(files: PostgresFiles, postgres: Postgres, scanner: SqlScanner, onNotice: ServerListener['onNotice']) {
    this.#files = files;
    this.#postgres = postgres;
    this.#scanner = scanner;
    this.#onNotice = onNotice;
  }

  /** Why it must be replaced, or null while it is sound. */
  get loss(): string | null {
    return this.#postgres.loss?.reason ?? this.#misfit;
  }

  async run(script: string, options: RunOptions, progress: RunProgress): Promise<RunOutcome> {
    const outcome = await this.#outcomeOf(() => {
      const read = options.isPsqlScript === true ? runPsqlScript : runScript;
      return read(this.#services(options, progress, true), script);
    });
    // Else a server that starts from these files would recover them as after a crash: sequences, which are logged up to
    // 32 values ahead, would jump.
    await this.#postgres.checkpointBeyond(0);
    this.#postgres.reportChanges();
    return outcome;
  }

  async probe(sql: string, options: RunOptions, progress: RunProgress): Promise<RunOutcome> {
    const before = await this.#postgres.capture();
    const outcome = await this.#outcomeOf(() => runProbe(this.#services(options, progress, false), sql));
    this.#putBack(before);
    return { ...outcome, transaction: this.#postgres.transaction };
  }

  async snapshot(): Promise<Result<SnapshotId, SqlFailure>> {
    this.#snapshotsTaken += 1;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a server names its snapshots
    const id = `snapshot ${this.#snapshotsTaken}` as SnapshotId;
    this.#snapshots.set(id, await this.#postgres.capture());
    return ok(id);
  }

  restore(id: SnapshotId): null {
    const state = this.#snapshots.get(id);
    if (state === undefined) throw new Error(`there is no ${id}`);
    this.#putBack(state);
    return null;
  }

  forget(id: SnapshotId): void {
    this.#snapshots.delete(id);
  }

  async catalog(): Promise<Result<Catalog, SqlFailure>> {
    const catalog = await readCatalog(this.#postgres);
    this.#postgres.reportChanges();
    return catalog;
  }

  /** Its session does not stay as it is. */
  dump(format: DumpFormat): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
    return format === 'sql' ? dumpSql(this.#postgres) : dumpDirectory(this.#postgres);
  }

  /** The state that an archive of a data directory holds. It has nothing to do with this server's own. */
  readDirectory(archive: Uint8Array<ArrayBuffer>): Promise<Result<DirectoryState, string>> {
    return readDirectory(archive, this.#files);
  }

  /** After a failure the server is good for nothing. */
  async loadSql(script: Uint8Array<ArrayBuffer>): Promise<Result<void, string>> {
    const loaded = await loadSql(this.#postgres, script, this.#scanner);
    this.#postgres.reportChanges();
    return loaded;
  }

  close(): Promise<void> {
    return this.#postgres.close();
  }

  async #outcomeOf(task: () => Promise<readonly StatementOutcome[]>): Promise<RunOutcome> {
    const started = performance.now();
    const statements = await task();
    return { statements, transaction: this.#postgres.transaction, durationMs: performance.now() - started };
  }

  #putBack(state: PostgresState): void {
    if (this.#postgres.canReinstate(state)) this.#postgres.reinstate(state);
    else this.#misfit = 'a library was loaded in between, which memory alone cannot take back';
  }

  #services(options: RunOptions, progress: RunProgress, takesChanges: boolean): ScriptServices {
    return {
      postgres: this.#postgres,
      scanner: this.#scanner,
      rowLimit: options.rowLimit ?? defaultRowLimit,
      progress,
      takesChanges,
      onNotice: this.#onNotice,
    };
  }
}
