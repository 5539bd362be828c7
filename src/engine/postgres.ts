import { PGlite, type MemoryFS } from '@electric-sql/pglite';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { watchForLoss } from './loss-watch.ts';
import type { PostgresModule } from './postgres-module.ts';
import type { Reply } from './protocol/reply.ts';
import { ReplyReader } from './protocol/reply-reader.ts';
import { simpleQuery } from './protocol/simple-query.ts';

/** What a database is started from; read once, shared by every instance. */
export interface PostgresFiles {
  readonly wasm: WebAssembly.Module;
  /** PGlite's share directory and libraries, `pglite.data`. */
  readonly bundle: Blob;
  /** The base image as a plain tar archive. */
  readonly baseImage: Blob;
}

/** Why an instance can no longer be used. */
export interface Loss {
  readonly reason: string;
}

/** One PostgreSQL with its one connection. */
export interface Postgres {
  /** Sends one statement. After a loss, every further query reports it again. */
  query(sql: string, rowLimit?: number): Promise<Result<Reply, Loss>>;
  /** As the last reply reported it. */
  transaction(): TransactionStatus;
  readonly module: PostgresModule;
  close(): Promise<void>;
}

/** A data directory at hand needs no initdb, yet PGlite fetches it unless it is given one: the smallest module there is. */
const noInitdb = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** Without `-O`, so that system tables cannot be altered by accident. */
const startParams = PGlite.defaultStartParams.filter((param) => param !== '-O');

/** Starts a database on the base image, or on the files that `fs` brings. */
export async function startPostgres(files: PostgresFiles, fs?: MemoryFS): Promise<Postgres> {
  const pglite = await PGlite.create({
    pgliteWasmModule: files.wasm,
    initdbWasmModule: noInitdb,
    fsBundle: files.bundle,
    startParams,
    ...(fs === undefined ? { loadDataDir: files.baseImage } : { fs }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PGlite types its module by Emscripten's global types
  const module = pglite.Module as unknown as PostgresModule;
  const lossReason = watchForLoss(module);
  let loss: Loss | null = null;
  let transaction: TransactionStatus = 'idle';

  async function query(sql: string, rowLimit = Number.POSITIVE_INFINITY): Promise<Result<Reply, Loss>> {
    if (loss !== null) return err(loss);
    const reader = new ReplyReader(rowLimit);
    try {
      await pglite.execProtocolRawStream(simpleQuery(sql), {
        syncToFs: false,
        onRawData: (bytes) => reader.read(bytes),
      });
    } catch (error) {
      if (lossReason() === null) throw error;
    }
    const reply = reader.finish();
    if (lossReason() !== null || reply === null) {
      loss = { reason: lossReason() ?? 'the server stopped in the middle of its answer' };
      return err(loss);
    }
    transaction = reply.transaction;
    return ok(reply);
  }

  // Loaded now, so that the first function in PL/pgSQL does not change the instance's libraries, see memory-image.ts.
  await query("load 'plpgsql'");
  return { query, transaction: () => transaction, module, close: () => pglite.close() };
}
