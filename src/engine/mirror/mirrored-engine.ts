import type { Catalog } from '#core/catalog/catalog.ts';
import { applyChanges, baseState, type DirectoryChanges, type DirectoryState } from '#core/engine/directory-state.ts';
import type { DumpFormat, Engine, EngineEvent, FileFailure, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { FileWork } from '#engine/dump/file-work.ts';
import { RunRecord } from '#engine/run-record.ts';
import { KeptStates, type KeptState } from './kept-states.ts';
import type { Answered, Connect, ConnectionListener, ServerCall, ServerConnection } from './server-connection.ts';
import { StatementClock } from './statement-clock.ts';

/** A statement that takes longer than this may be stopped: another server gets ready to take its place. */
const spareAfterMs = 300;

/**
 * An engine that outlives its servers. It holds a mirror of the server's files, brought up to date before anything is
 * reported as done; from it another server takes the place of one that was stopped, died, or hangs.
 */
export class MirroredEngine implements Engine {
  readonly #connect: Connect;
  readonly #baseImageKey: string;
  readonly #fileWork: FileWork;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #snapshots = new KeptStates();
  #live: DirectoryState;
  #connection: ServerConnection;
  #opened: Promise<Result<void, string>> = Promise.resolve(err('it was not opened'));
  /** Started up to the point where it needs its files, to take the place of the one that is busy. */
  #spare: ServerConnection | null = null;
  #calledAt = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #pending = 0;

  constructor(connect: Connect, baseImageKey: string) {
    this.#connect = connect;
    this.#baseImageKey = baseImageKey;
    this.#fileWork = new FileWork(connect, baseImageKey);
    this.#live = baseState(baseImageKey);
    this.#connection = this.#newConnection();
  }

  /** Starts the database on these files, or on the base image. */
  open(state: DirectoryState | null): Promise<Result<void, string>> {
    this.#live = state ?? this.#live;
    if (this.#connection.base !== this.#live.base) {
      this.#connection.terminate({ kind: 'engine-lost', reason: 'its base image is another one' });
      this.#connection = this.#newConnection();
    }
    this.#opened = this.#connection.open(this.#live);
    return this.#opened;
  }

  run(script: string, options: RunOptions = {}): Promise<RunOutcome> {
    return this.#runCall({ method: 'run', sql: script, options });
  }

  probe(sql: string, options: RunOptions = {}): Promise<RunOutcome> {
    return this.#runCall({ method: 'probe', sql, options });
  }

  snapshot(): Promise<Result<SnapshotId, SqlFailure>> {
    return this.#enqueue(async () => {
      const kept = await this.#takeImage();
      return kept.ok ? ok(this.#snapshots.add(kept.value)) : kept;
    });
  }

  restore(id: SnapshotId): Promise<Result<void, SqlFailure>> {
    return this.#enqueue(async () => {
      const kept = this.#snapshots.get(id);
      if (kept.image?.connection === this.#connection) {
        const restored = await this.#call({ method: 'restore', snapshot: kept.image.id }, undefined, kept.state);
        if (!restored.ok) return restored;
        if (restored.value.loss === null) {
          this.#snapshots.use(id, kept);
          return ok(undefined);
        }
      } else {
        this.#setLive(kept.state);
        const replaced = await this.#replace({ kind: 'engine-lost', reason: 'its place was taken' });
        if (!replaced.ok) return err({ kind: 'engine-lost', reason: replaced.error });
      }
      // The next time it is a matter of milliseconds again.
      const taken = await this.#takeImage();
      if (taken.ok) this.#snapshots.use(id, taken.value);
      return ok(undefined);
    });
  }

  forget(id: SnapshotId): void {
    this.#snapshots.forget(id);
  }

  catalog(): Promise<Result<Catalog, SqlFailure>> {
    return this.#enqueue(async () => {
      const answered = await this.#call({ method: 'catalog' });
      return answered.ok ? answered.value.answer : answered;
    });
  }

  state(id?: SnapshotId): DirectoryState {
    if (id === undefined) return this.#live;
    return this.#snapshots.get(id).state;
  }

  adopt(state: DirectoryState): SnapshotId {
    return this.#snapshots.add({ state, image: null });
  }

  dump(format: DumpFormat): Promise<Result<Uint8Array<ArrayBuffer>, FileFailure>> {
    return this.#fileWork.dump(format, this.#live);
  }

  async load(format: DumpFormat, file: Uint8Array<ArrayBuffer>): Promise<Result<SnapshotId, FileFailure>> {
    const loaded = await this.#fileWork.load(format, file);
    return loaded.ok ? ok(this.adopt(loaded.value)) : loaded;
  }

  async stop(): Promise<void> {
    this.#fileWork.stop();
    if (this.#pending > 0) await this.#recover({ kind: 'stopped', afterMs: this.#busyMs() });
  }

  async spawn(): Promise<Engine> {
    const engine = new MirroredEngine(this.#connect, this.#baseImageKey);
    const opened = await engine.open(null);
    if (!opened.ok) throw new Error(opened.error);
    return engine;
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#fileWork.stop();
    const failure: SqlFailure = { kind: 'engine-lost', reason: 'it was closed' };
    this.#spare?.terminate(failure);
    this.#connection.terminate(failure);
  }

  #runCall(call: ServerCall & { readonly method: 'run' | 'probe' }): Promise<RunOutcome> {
    return this.#enqueue(async () => {
      const record = new RunRecord(call.sql);
      const clock = new StatementClock(call.options.timeLimitMs, (limitMs) => {
        void this.#recover({ kind: 'stopped', afterMs: this.#busyMs(), limitMs });
      });
      const answered = await this.#call(call, {
        onSplit: (statements) => {
          clock.onSplit();
          record.onSplit(statements);
        },
        onOutcome: (outcome, changes) => {
          clock.onOutcome();
          if (changes !== null) this.#change(changes);
          record.onOutcome(outcome);
        },
      });
      clock.stop();
      if (!answered.ok) return record.outcomeAfter(answered.error);
      const { answer, loss } = answered.value;
      return loss === null ? answer : { ...answer, transaction: 'idle' };
    });
  }

  /** Calls the server at hand, or one that takes its place; `stateAfter` is what its files are then, if that is known. */
  async #call<Method extends ServerCall['method']>(
    call: ServerCall & { readonly method: Method },
    progress?: Parameters<ServerConnection['call']>[1],
    stateAfter?: DirectoryState,
  ): Promise<Result<Answered<Method>, SqlFailure>> {
    const opened = await this.#ready();
    if (!opened.ok) return err({ kind: 'engine-lost', reason: opened.error });
    this.#calledAt = performance.now();
    const parking = setTimeout(() => {
      this.#spare ??= this.#newConnection();
    }, spareAfterMs);
    const answered = await this.#connection.call<Method>(call, progress).finally(() => clearTimeout(parking));
    this.#calledAt = 0;
    if (!answered.ok) return answered;
    if (stateAfter !== undefined) this.#setLive(stateAfter);
    const { loss } = answered.value;
    if (loss !== null) await this.#recover({ kind: 'engine-lost', reason: loss });
    return answered;
  }

  /** A server that could not be started is tried again with each call. */
  async #ready(): Promise<Result<void, string>> {
    const opened = this.#opened;
    const result = await opened;
    if (opened !== this.#opened) return this.#ready();
    return result.ok ? result : this.#replace({ kind: 'engine-lost', reason: result.error });
  }

  #busyMs(): number {
    return this.#calledAt === 0 ? 0 : performance.now() - this.#calledAt;
  }

  async #recover(failure: SqlFailure): Promise<Result<void, string>> {
    this.#emit({ kind: 'lost', failure });
    return this.#replace(failure);
  }

  /** Ends the server and starts another on the mirror's files. */
  async #replace(failure: SqlFailure): Promise<Result<void, string>> {
    const ended = this.#connection;
    this.#connection = this.#nextConnection(failure);
    const opened = this.#connection.open(this.#live);
    this.#opened = opened;
    ended.terminate(failure);
    const result = await opened;
    if (result.ok) this.#emit({ kind: 'recovered' });
    else this.#emit({ kind: 'lost', failure: { kind: 'engine-lost', reason: result.error } });
    return result;
  }

  /** The spare, if it can open what is to be opened, or a server that is only being started. */
  #nextConnection(failure: SqlFailure): ServerConnection {
    const spare = this.#spare;
    this.#spare = null;
    if (spare?.base === this.#live.base) return spare;
    spare?.terminate(failure);
    return this.#newConnection();
  }

  async #takeImage(): Promise<Result<KeptState, SqlFailure>> {
    const taken = await this.#call({ method: 'snapshot' });
    if (!taken.ok) return taken;
    const { answer: id } = taken.value;
    return id.ok ? ok({ state: this.#live, image: { connection: this.#connection, id: id.value } }) : id;
  }

  #newConnection(): ServerConnection {
    const listener: ConnectionListener = {
      onNotice: (notice) => this.#emit({ kind: 'notice', notice }),
      onChanges: (changes) => {
        if (this.#connection === connection) this.#change(changes);
      },
      onDeath: (failure) => {
        if (this.#connection === connection) void this.#recover(failure);
        else if (this.#spare === connection) this.#spare = null;
      },
    };
    const connection: ServerConnection = this.#connect(listener, this.#live.base);
    return connection;
  }

  #change(changes: DirectoryChanges): void {
    this.#setLive(applyChanges(this.#live, changes));
  }

  #setLive(state: DirectoryState): void {
    if (state === this.#live) return;
    this.#live = state;
    this.#emit({ kind: 'changed', state });
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Does one thing after the other; only `stop` goes before. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    const result = this.#queue.then(task).finally(() => {
      this.#pending -= 1;
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
