import scannerUrl from 'libpg-query/wasm/libpg-query.wasm?url';
import type { DirectoryChanges, DirectoryState } from '#core/engine/directory-state.ts';
import { loadSqlScanner } from '#core/sql/sql-scanner.ts';
import { answerCall } from './mirror/answer-call.ts';
import type { ServerCall } from './mirror/server-connection.ts';
import type { PostgresFiles } from './postgres.ts';
import type { RunProgress } from './run-script.ts';
import { startServer, type Server } from './server.ts';
import type { MessageFromWorker, MessageToWorker } from './worker-messages.ts';

/** The worker's side: one server, asked over messages. The page calls nothing before it has heard `ready`. */
let server: Server | null = null;

/** Loads while the page still downloads the database. */
const scanner = loadSqlScanner(scannerUrl);
scanner.catch(() => undefined);

let giveState: (state: DirectoryState) => void = () => undefined;
const state = new Promise<DirectoryState>((resolve) => {
  giveState = resolve;
});

addEventListener('message', ({ data }: MessageEvent<MessageToWorker>) => {
  switch (data.kind) {
    case 'start':
      void start(data.files);
      break;
    case 'open':
      giveState(data.state);
      break;
    case 'call':
      void answer(data.id, data.call);
      break;
    case 'forget':
      server?.forget(data.snapshot);
      break;
  }
});

async function start(files: PostgresFiles): Promise<void> {
  try {
    server = await startServer({ files, scanner }, state, {
      onNotice: (notice) => post({ kind: 'notice', notice }),
      onChanges: (changes) => postChanged({ kind: 'changes', changes }, changes),
    });
    post({ kind: 'ready' });
  } catch (error) {
    post({ kind: 'not-started', reason: messageOf(error) });
  }
}

async function answer(id: number, call: ServerCall): Promise<void> {
  try {
    if (server === null) throw new Error('called before it was ready');
    post({ kind: 'answer', id, answered: await answerCall(server, call, progressOf(id)) });
  } catch (error) {
    post({ kind: 'broken', id, reason: messageOf(error) });
  }
}

/** Messages leave at once, even while a statement keeps this thread busy. */
function progressOf(id: number): RunProgress {
  return {
    onSplit: (statements) => post({ kind: 'split', id, statements }),
    onOutcome: (outcome, changes) => postChanged({ kind: 'outcome', id, outcome, changes }, changes),
  };
}

/** The chunks are copies that nobody here needs again: they change hands. */
function postChanged(message: MessageFromWorker, changes: DirectoryChanges | null): void {
  const buffers = changes?.written.flatMap(({ chunks }) => chunks.map(([, chunk]) => chunk.buffer)) ?? [];
  postMessage(message, { transfer: buffers });
}

function post(message: MessageFromWorker): void {
  postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
