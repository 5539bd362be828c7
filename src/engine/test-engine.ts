import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from './node-engine.ts';

/**
 * One engine for the tests of a file. `prepare` is given it before the first of them; before each test, and whenever
 * `putBack` is called, the database is again as `prepare` left it.
 */
export function engineForTests(prepare: (engine: Engine) => unknown): { readonly putBack: () => Promise<void> } {
  let engine: Engine | null = null;
  let start: SnapshotId | null = null;

  const putBack = async (): Promise<void> => {
    if (engine === null || start === null) throw new Error('the engine has not been started');
    const restored = await engine.restore(start);
    if (!restored.ok) throw new Error(JSON.stringify(restored.error));
  };

  beforeAll(async () => {
    engine = await createNodeEngine();
    await prepare(engine);
    const kept = await engine.snapshot();
    if (!kept.ok) throw new Error(JSON.stringify(kept.error));
    start = kept.value;
  });
  beforeEach(putBack);
  afterAll(() => engine?.close());
  return { putBack };
}
