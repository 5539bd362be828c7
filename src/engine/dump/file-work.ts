import { applyChanges, baseState, type DirectoryState } from '#core/engine/directory-state.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { DumpFormat, FileFailure } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Connect, ConnectionListener, ServerConnection } from '#engine/mirror/server-connection.ts';

/**
 * Writes databases to files and reads them back, each time by a server that is started for it and ended after it, so
 * that nothing that goes wrong can touch the learner's.
 */
export class FileWork {
  readonly #connect: Connect;
  readonly #base: DirectoryState;
  readonly #underWay = new Set<ServerConnection>();

  constructor(connect: Connect, baseImageKey: string) {
    this.#connect = connect;
    this.#base = baseState(baseImageKey);
  }

  /** What is committed in `state`, as a file. */
  async dump(format: DumpFormat, state: DirectoryState): Promise<Result<Uint8Array<ArrayBuffer>, FileFailure>> {
    const done = await this.#askServer(state, (server) => server.call({ method: 'dump', format }));
    return done.ok ? ok(done.value.answer) : done;
  }

  /** The state that a file holds, once a server has started on it. */
  async load(format: DumpFormat, file: Uint8Array<ArrayBuffer>): Promise<Result<DirectoryState, FileFailure>> {
    if (format === 'sql') {
      const loaded = await this.#askServer(this.#base, (server) => server.call({ method: 'load-sql', script: file }));
      return loaded.ok ? ok(loaded.value.state) : loaded;
    }
    const read = await this.#askServer(this.#base, (server) =>
      server.call({ method: 'read-directory', archive: file }),
    );
    if (!read.ok) return read;
    const tried = await this.#askServer(read.value.answer, (server) => server.call({ method: 'catalog' }));
    if (tried.ok) return ok(tried.value.state);
    return err({ reason: `PostgreSQL cannot use this data directory, it may be damaged: ${tried.error.reason}` });
  }

  /** Ends what is under way, which fails. */
  stop(): void {
    const servers = [...this.#underWay];
    this.#underWay.clear();
    for (const server of servers) server.terminate({ kind: 'stopped', afterMs: 0 });
  }

  /** Asks one thing of a server on its own copy of some files; `state` is what they are then. */
  async #askServer<Answer>(
    before: DirectoryState,
    ask: (server: ServerConnection) => Promise<Result<FileAnswer<Answer>, SqlFailure>>,
  ): Promise<Result<{ readonly answer: Answer; readonly state: DirectoryState }, FileFailure>> {
    let state = before;
    const listener: ConnectionListener = {
      onNotice: () => undefined,
      onChanges: (changes) => {
        state = applyChanges(state, changes);
      },
      onDeath: () => undefined,
    };
    const server = this.#connect(listener, before.base);
    this.#underWay.add(server);
    try {
      const opened = await server.open(state);
      const asked = opened.ok ? await ask(server) : err(opened.error);
      if (!this.#underWay.has(server)) return err({ reason: 'It was stopped.' });
      if (!asked.ok) return err({ reason: failureWords(asked.error) });
      const { answer, loss } = asked.value;
      if (!answer.ok) return err({ reason: failureWords(answer.error) });
      return loss === null
        ? ok({ answer: answer.value, state })
        : err({ reason: failureWords({ kind: 'engine-lost', reason: loss }) });
    } finally {
      this.#underWay.delete(server);
      server.terminate({ kind: 'engine-lost', reason: 'its work was done' });
    }
  }
}

interface FileAnswer<Answer> {
  readonly answer: Result<Answer, SqlFailure | string>;
  readonly loss: string | null;
}

/** The database that died is not the learner's, which `failureText` would speak of. */
function failureWords(failure: SqlFailure | string): string {
  if (typeof failure === 'string') return failure;
  return failure.kind === 'engine-lost' ? `PostgreSQL did not survive it: ${failure.reason}` : failureText(failure);
}
