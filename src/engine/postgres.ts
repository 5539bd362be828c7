import { PGlite } from '@electric-sql/pglite';
import type { DirectoryChanges, DirectoryState } from '#core/engine/directory-state.ts';
import type { Notice, TransactionStatus } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { limitDisk, type DiskLimits, type DiskQuota } from './disk-quota.ts';
import { unpackFiles } from './file-archive.ts';
import { InstanceFs } from './instance-fs.ts';
import { diskLimits, largeMemoryBytes } from './limits.ts';
import { watchForLoss, type LossWatch } from './loss-watch.ts';
import { restoreImage, takeImage, type MemoryImage } from './memory-image.ts';
import { withBaseSettings } from './mirror/base-settings.ts';
import { directoryFiles } from './mirror/directory-files.ts';
import type { KnownFiles } from './mirror/file-tracker.ts';
import { moduleOf, type PostgresModule } from './postgres-module.ts';
import type { Reply } from './protocol/reply.ts';
import { ReplyReader } from './protocol/reply-reader.ts';
import type { ReplyRoom } from './protocol/reply-room.ts';
import { copyQuery, simpleQuery } from './protocol/simple-query.ts';

/** What a database is started from; read once, shared by every instance. */
export interface PostgresFiles {
  readonly wasm: WebAssembly.Module;
  /** An archive of PGlite's bundle and a data directory, see base-image.ts. */
  readonly baseImage: ArrayBuffer;
  /** Stands for the base image's bytes: two of the same key are the same. */
  readonly baseImageKey: string;
}

/** Why an instance can no longer be used. */
export interface Loss {
  readonly reason: string;
}

export interface QueryOptions {
  readonly rowLimit?: number;
  readonly onNotice?: (notice: Notice) => void;
  /** What may be kept of the reply; runs down. A fresh one unless told. */
  readonly room?: ReplyRoom;
}

/** An instance at one moment between two statements. */
export interface PostgresState {
  /** Stands for the instance; a reference would keep all of its memory from being freed. */
  readonly instance: symbol;
  readonly image: MemoryImage;
  readonly transaction: TransactionStatus;
  readonly librariesLoaded: number;
  readonly knownFiles: KnownFiles;
}

/** A data directory at hand needs no initdb, yet PGlite fetches it unless it is given one: the smallest module there is. */
const noInitdb = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** Without `-O`, so that system tables cannot be altered by accident. */
const startParams = PGlite.defaultStartParams.filter((param) => param !== '-O');

/** EPERM, as Emscripten numbers it. */
const notPermitted = 63;

/** As PGlite is, but for what would not serve here. */
class PlainPGlite extends PGlite {
  /** A query at the start for parsers which are not used here. */
  override async _initArrayTypes(): Promise<void> {}

  /**
   * COPY … PROGRAM: there are no programs. Where PGlite throws, which is the end of the server, this fails as `popen`
   * does: an error number, and no stream.
   */
  override handleExternalCmd(command: string, mode: string): number {
    if (command.startsWith('locale ')) return super.handleExternalCmd(command, mode);
    const { HEAPU8, ___errno_location: errorNumberAddress } = moduleOf(this);
    new DataView(HEAPU8.buffer).setInt32(errorNumberAddress(), notPermitted, true);
    return 0;
  }
}

/** Hears what has happened to the data directory. */
export type OnChanges = (changes: DirectoryChanges) => void;

/**
 * Starts a database on a data directory, which may come later than the call: most of a start can be done before. What
 * was committed in it is there, as after a crash.
 *
 * ALTER SYSTEM can ask for what keeps a server from starting, such as more memory than there is. Rather than lose the
 * database, it is then started without those settings, and they are reset.
 */
export async function startPostgres(
  files: PostgresFiles,
  state: Promise<DirectoryState>,
  onChanges: OnChanges,
  limits: DiskLimits = diskLimits,
): Promise<Postgres> {
  try {
    return await startOn(files, state, onChanges, limits);
  } catch (error) {
    if ((await state).files.size === 0) throw error;
    const postgres = await startOn(files, state.then(withBaseSettings), onChanges, limits);
    await postgres.query('alter system reset all');
    return postgres;
  }
}

async function startOn(
  files: PostgresFiles,
  state: Promise<DirectoryState>,
  onChanges: OnChanges,
  limits: DiskLimits,
): Promise<Postgres> {
  const [bundle, ...base] = unpackFiles(new Uint8Array(files.baseImage.slice(0)));
  const fs = new InstanceFs(state.then((known) => directoryFiles(base, known)));
  const pglite = new PlainPGlite({
    fs,
    pgliteWasmModule: files.wasm,
    initdbWasmModule: noInitdb,
    fsBundle: blobOf(bundle?.contents),
    startParams,
  });
  await pglite.waitReady;
  return new Postgres(pglite, fs, onChanges, limits);
}

/**
 * Loaded before a state is captured, so that the first function in PL/pgSQL and the first text search after it don't
 * make it useless. Not at the start: the first answer need not wait for them.
 */
const commonLibraries = "load 'plpgsql'; load 'dict_snowball'";

/** The learner may have chosen a role that must not. */
const checkpoint = 'set local session authorization postgres; checkpoint';

/** PGlite asks a Blob for its bytes and for nothing else; a real one would carry them to another process and back. */
function blobOf(contents: Uint8Array<ArrayBuffer> | null | undefined): Blob {
  const bytes = contents?.slice().buffer ?? new ArrayBuffer(0);
  return Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(bytes) });
}

/** One PostgreSQL with its one connection. */
export class Postgres {
  readonly #pglite: PGlite;
  readonly #fs: InstanceFs;
  readonly #module: PostgresModule;
  readonly #lossWatch: LossWatch;
  readonly #onChanges: OnChanges;
  readonly #disk: DiskQuota;
  readonly #identity = Symbol('instance');
  #loss: Loss | null = null;
  #transaction: TransactionStatus = 'idle';
  /** Captured or reinstated last: most of its pages are still as they are in memory. */
  #lastImage: MemoryImage | null = null;
  /** The state of `lastImage` while nothing has run since: asked for again, it need not be captured again. */
  #currentState: PostgresState | null = null;

  constructor(pglite: PGlite, fs: InstanceFs, onChanges: OnChanges, limits: DiskLimits) {
    this.#pglite = pglite;
    this.#fs = fs;
    this.#onChanges = onChanges;
    this.#module = moduleOf(pglite);
    this.#lossWatch = watchForLoss(this.#module);
    this.#disk = limitDisk(this.#module, limits);
  }

  /** As the last reply reported it. */
  get transaction(): TransactionStatus {
    return this.#transaction;
  }

  get loss(): Loss | null {
    return this.#loss;
  }

  /**
   * Sends one statement and keeps the first `rowLimit` rows. `onNotice` hears each notice while the statement runs.
   * After a loss, every further query reports it again.
   */
  query(sql: string, options: QueryOptions = {}): Promise<Result<Reply, Loss>> {
    return this.#ask(simpleQuery(sql), options);
  }

  /** Sends a COPY … FROM STDIN together with the rows that it reads. */
  copyIn(sql: string, rows: string): Promise<Result<Reply, Loss>> {
    return this.#ask(copyQuery(sql, rows), {});
  }

  /**
   * Sends messages of the protocol as they are; `onReply` has heard all that the server answered when this returns, not
   * only when the promise resolves: a program in WebAssembly that reads its answer cannot wait. Nothing is answered after
   * a loss.
   */
  async exchange(messages: Uint8Array, onReply: (bytes: Uint8Array) => void): Promise<void> {
    this.#currentState = null;
    try {
      await this.#pglite.execProtocolRawStream(messages, { syncToFs: false, onRawData: onReply });
    } catch (error) {
      if (this.#lossWatch.reason() === null) throw error;
    }
  }

  /** The data directory as a gzipped tar, as PGlite packs it for its `loadDataDir`. */
  async packDirectory(): Promise<Uint8Array<ArrayBuffer>> {
    const archive = await this.#pglite.dumpDataDir('gzip');
    return new Uint8Array(await archive.arrayBuffer());
  }

  async #ask(messages: Uint8Array, { rowLimit, onNotice, room }: QueryOptions): Promise<Result<Reply, Loss>> {
    if (this.#loss !== null) return err(this.#loss);
    const reader = new ReplyReader(rowLimit ?? Number.POSITIVE_INFINITY, onNotice, room);
    await this.exchange(messages, (bytes) => reader.read(bytes));
    const reply = reader.finish();
    const reason = this.#lossWatch.reason();
    if (reason !== null || reply === null) {
      this.#loss = { reason: reader.lastWords ?? reason ?? 'the server stopped in the middle of its answer' };
      return err(this.#loss);
    }
    this.#transaction = reply.transaction;
    return ok(reply);
  }

  /** What has happened to the data directory since it was last said; null if nothing has, or if it cannot be trusted. */
  takeChanges(): DirectoryChanges | null {
    return this.#loss === null ? this.#fs.tracker.take() : null;
  }

  reportChanges(): void {
    const changes = this.takeChanges();
    if (changes !== null) this.#onChanges(changes);
  }

  /**
   * Does what a whole server does by itself, and this one cannot; not within a transaction.
   *
   * Writes a checkpoint when the log since the last one has grown beyond `walBytes`: a copy of the files gets smaller by
   * it, and starting from that copy quicker. Sweeps up what a statement has written before the disk was full: tables
   * keep their size when their transaction is rolled back.
   */
  async checkpointBeyond(walBytes: number): Promise<void> {
    if (this.#transaction !== 'idle') return;
    const wasFull = this.#disk.hasRefused();
    if (!wasFull && this.#fs.tracker.walBytes <= walBytes) return;
    await this.query(checkpoint);
    if (wasFull) {
      await this.query('vacuum');
      await this.query(checkpoint);
    }
    this.#fs.tracker.walCheckpointed();
    this.#disk.recount();
  }

  /** Keeps the instance as it is now, its session and open transaction included, and reports the changes that led to it. */
  async capture(): Promise<PostgresState> {
    if (this.#currentState !== null) return this.#currentState;
    if (this.#transaction === 'idle') await this.query(commonLibraries);
    this.reportChanges();
    if (this.#fs.usedBytes > largeMemoryBytes) this.#fs.clearFreeMemory();
    this.#lastImage = takeImage(this.#module, this.#fs.usedBytes, this.#lastImage);
    this.#currentState = {
      instance: this.#identity,
      image: this.#lastImage,
      transaction: this.#transaction,
      librariesLoaded: this.#fs.librariesLoaded,
      knownFiles: this.#fs.tracker.known,
    };
    return this.#currentState;
  }

  /** Puts back a state that `canReinstate`, even after a loss. */
  reinstate(state: PostgresState): void {
    // What a lost instance says of its memory is not to be trusted.
    const usedBytes = this.#loss === null ? this.#fs.usedBytes : this.#module.HEAPU8.length;
    this.#lossWatch.reset();
    restoreImage(this.#module, usedBytes, state.image);
    this.#fs.tracker.forgive(state.knownFiles);
    this.#disk.recount();
    this.#lastImage = state.image;
    this.#currentState = state;
    this.#transaction = state.transaction;
    this.#loss = null;
  }

  /** Whether a state is one of this instance, and still fits it: a library loaded since lies outside of the memory. */
  canReinstate(state: PostgresState): boolean {
    return state.instance === this.#identity && state.librariesLoaded === this.#fs.librariesLoaded;
  }

  close(): Promise<void> {
    return this.#pglite.close();
  }
}
