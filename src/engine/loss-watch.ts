import type { PostgresModule } from './postgres-module.ts';

/** PostgreSQL reports an error by a long jump to its main loop, which leaves WebAssembly as an exit with this status. */
const longJumpStatus = 100;

/** What PGlite's message loop calls, in the order in which it does when something goes wrong. */
const loopFunctions = [
  '_PostgresMainLoopOnce',
  'stackRestore',
  '_PostgresMainLongJmp',
  '_PostgresSendReadyForQueryIfNecessary',
] as const satisfies readonly (keyof PostgresModule)[];

type LoopFunctionName = (typeof loopFunctions)[number];

/** Knows when an instance is lost. */
export interface LossWatch {
  /** Why it is lost; null while it is sound. */
  reason(): string | null;
  /** Declares it sound again: its whole memory has been put back to an earlier state. */
  reset(): void;
}

/**
 * Watches an instance for its loss.
 *
 * PGlite's message loop swallows whatever the main loop throws, because PostgreSQL's own errors come that way. All else
 * that comes that way (an overflow of the JavaScript stack, an exit, a PANIC) leaves the server in ruins, and would
 * look like an empty success or hang. So the functions of that loop are wrapped: the first such exception is kept, and
 * thrown again by the next of them, which ends the loop.
 */
export function watchForLoss(module: PostgresModule): LossWatch {
  let reason: string | null = null;

  function watch(call: PostgresModule[LoopFunctionName], mayLongJump: boolean): PostgresModule[LoopFunctionName] {
    return (...args) => {
      if (reason !== null) throw new Error(reason);
      try {
        call(...args);
      } catch (error) {
        if (!mayLongJump || !isLongJump(error)) reason = messageOf(error);
        throw error;
      }
    };
  }

  for (const name of loopFunctions) module[name] = watch(module[name], name === '_PostgresMainLoopOnce');
  return {
    reason: () => reason,
    reset: () => {
      reason = null;
    },
  };
}

function isLongJump(error: unknown): boolean {
  return hasKey(error, 'status') && error.status === longJumpStatus;
}

/** Emscripten's ExitStatus is not an Error, but has a message too. */
function messageOf(error: unknown): string {
  return hasKey(error, 'message') ? String(error.message) : String(error);
}

function hasKey<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
