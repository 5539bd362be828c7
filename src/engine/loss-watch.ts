import type { PostgresModule } from './postgres-module.ts';

/** PostgreSQL reports an error by a long jump to its main loop, which leaves WebAssembly as an exit with this status. */
const longJumpStatus = 100;

/**
 * Tells when an instance is lost, and why; null while it is sound.
 *
 * PGlite's message loop swallows whatever the main loop throws, because PostgreSQL's own errors come that way. All else
 * that comes that way (an overflow of the JavaScript stack, an exit, a PANIC) leaves the server in ruins, and would
 * look like an empty success or hang. So the functions of that loop are wrapped: the first such exception is kept, and
 * thrown again by the next of them, which ends the loop.
 */
export function watchForLoss(module: PostgresModule): () => string | null {
  let reason: string | null = null;

  function watch<Arguments extends unknown[], Value>(
    call: (...args: Arguments) => Value,
    isExpected: (error: unknown) => boolean,
  ): (...args: Arguments) => Value {
    return (...args) => {
      if (reason !== null) throw new Error(reason);
      try {
        return call(...args);
      } catch (error) {
        if (!isExpected(error)) reason = error instanceof Error ? error.message : describe(error);
        throw error;
      }
    };
  }

  module._PostgresMainLoopOnce = watch(module._PostgresMainLoopOnce, isLongJump);
  module._PostgresMainLongJmp = watch(module._PostgresMainLongJmp, () => false);
  module._PostgresSendReadyForQueryIfNecessary = watch(module._PostgresSendReadyForQueryIfNecessary, () => false);
  module.stackRestore = watch(module.stackRestore, () => false);
  return () => reason;
}

function isLongJump(error: unknown): boolean {
  return hasKey(error, 'status') && error.status === longJumpStatus;
}

/** Emscripten's ExitStatus is not an Error, but has a message too. */
function describe(error: unknown): string {
  return hasKey(error, 'message') ? String(error.message) : String(error);
}

function hasKey<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
