import type { PGlite } from '@electric-sql/pglite';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Postgres } from '#engine/postgres.ts';

interface PgDumpOutput {
  readonly sql: string;
  /** Whether something in the database reads like the commands that the wrapper cuts out of pg_dump's output. */
  readonly mayLackLines: boolean;
}

/**
 * Runs pg_dump on a database. Its program is loaded when it is first asked for.
 *
 * Its wrapper wants a PGlite, of which it asks three things. They are answered here, so that the loss of an instance is
 * noticed as everywhere and is no rejection that nobody hears.
 */
export async function runPgDump(postgres: Postgres, args: readonly string[]): Promise<Result<PgDumpOutput, string>> {
  const answers = new AnswerWatch();
  const connection = {
    query: () => Promise.resolve({ rows: [{ search_path: 'unchanged' }] }),
    exec: () => Promise.resolve([]),
    execProtocolRawStream: (messages: Uint8Array, { onRawData }: { onRawData: (bytes: Uint8Array) => void }) =>
      postgres.exchange(messages, (bytes) => {
        answers.see(bytes);
        onRawData(bytes);
      }),
  };
  try {
    const { pgDump } = await import('@electric-sql/pglite-tools/pg_dump');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above; the version is pinned
    const file = await pgDump({ pg: connection as unknown as PGlite, args: [...args] });
    return ok({ sql: await file.text(), mayLackLines: answers.nameCommand });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

/** Looks for `\restrict` in what the server answers. */
class AnswerWatch {
  readonly #decoder = new TextDecoder('latin1');
  #end = '';
  nameCommand = false;

  see(bytes: Uint8Array): void {
    if (this.nameCommand) return;
    const text = this.#end + this.#decoder.decode(bytes);
    this.nameCommand = /\\(?:un)?restrict/i.test(text);
    // It may begin in one stretch of bytes and end in the next.
    this.#end = text.slice(-'\\unrestrict'.length);
  }
}
