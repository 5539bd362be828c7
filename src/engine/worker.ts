import scannerUrl from 'libpg-query/wasm/libpg-query.wasm?url';
import { loadSqlScanner } from '#core/sql/sql-scanner.ts';
import { createLocalEngine, type LocalEngine } from './local-engine.ts';
import type { PostgresFiles } from './postgres.ts';
import type { RunProgress } from './run-script.ts';
import type { EngineAnswers, EngineCall, MessageFromWorker, MessageToWorker } from './worker-messages.ts';

/** The worker's side: one engine, served over messages. The page calls nothing before it has heard `ready`. */
let engine: LocalEngine | null = null;

/** Loads while the page still downloads the database. */
const scanner = loadSqlScanner(scannerUrl);
scanner.catch(() => undefined);

addEventListener('message', ({ data }: MessageEvent<MessageToWorker>) => {
  switch (data.kind) {
    case 'start':
      void start(data.files);
      break;
    case 'call':
      void answer(data.id, data.call);
      break;
    case 'forget':
      engine?.forget(data.snapshot);
      break;
  }
});

async function start(files: PostgresFiles): Promise<void> {
  try {
    engine = await createLocalEngine({ files, scanner });
    engine.subscribe((event) => post({ kind: 'event', event }));
    post({ kind: 'ready' });
  } catch (error) {
    post({ kind: 'not-started', reason: messageOf(error) });
  }
}

async function answer(id: number, call: EngineCall): Promise<void> {
  try {
    if (engine === null) throw new Error('called before it was ready');
    post({ kind: 'answer', id, answer: await perform(engine, call, progressOf(id)) });
  } catch (error) {
    post({ kind: 'broken', id, reason: messageOf(error) });
  }
}

function perform(
  local: LocalEngine,
  call: EngineCall,
  progress: RunProgress,
): Promise<EngineAnswers[EngineCall['method']]> {
  switch (call.method) {
    case 'run':
      return local.run(call.sql, call.options, progress);
    case 'probe':
      return local.probe(call.sql, call.options, progress);
    case 'snapshot':
      return local.snapshot();
    case 'restore':
      return local.restore(call.snapshot);
    case 'catalog':
      return local.catalog();
  }
}

/** Messages leave at once, even while a statement keeps this thread busy. */
function progressOf(id: number): RunProgress {
  return {
    onSplit: (statements) => post({ kind: 'split', id, statements }),
    onOutcome: (outcome) => post({ kind: 'outcome', id, outcome }),
  };
}

function post(message: MessageFromWorker): void {
  postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
