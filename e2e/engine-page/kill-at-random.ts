import type { Engine } from '#core/engine/engine.ts';
import type { RunOutcome } from '#core/engine/outcome.ts';
import { WriteModel, type Write } from './write-model.ts';

/** What came of the kills; a round whose rows were not as the model says is described. */
export interface KillReport {
  readonly kills: number;
  /** How many of them came in the middle of a run. */
  readonly inFlight: number;
  readonly committedStatements: number;
  readonly differences: readonly string[];
}

/**
 * Runs scripts of mixed writes, kills the server at a random moment of each, and compares what is there afterwards with a
 * model that has heard which statements were reported as done, and nothing else.
 */
export async function killAtRandom(engine: Engine, rounds: number, seed: number): Promise<KillReport> {
  const model = new WriteModel(seed);
  const differences: string[] = [];
  let inFlight = 0;
  await engine.run(model.setup);
  // How long a script takes here, the first one set aside: the kills are spread over that.
  let wholeMs = 0;
  for (let warmUp = 0; warmUp < 3; warmUp += 1) {
    const writes = model.script();
    const whole = await engine.run(writes.map(({ sql }) => sql).join(';\n'));
    model.commit(doneOf(writes, whole));
    wholeMs = whole.durationMs;
  }
  for (let round = 0; round < rounds; round += 1) {
    const writes = model.script();
    const running = engine.run(writes.map(({ sql }) => sql).join(';\n'));
    await later(model.random() * wholeMs);
    await engine.stop();
    const outcome = await running;
    if (outcome.statements.some(({ kind }) => kind === 'failed')) inFlight += 1;
    else {
      // Not killed after all, and a transaction of it may be open.
      if (outcome.transaction !== 'idle') await engine.run('rollback');
      wholeMs = Math.min(wholeMs, outcome.durationMs);
    }
    model.commit(doneOf(writes, outcome));
    const found = await digestOf(engine);
    if (found !== model.digest) differences.push(`round ${round}: found ${found}, expected ${model.digest}`);
  }
  return { kills: rounds, inFlight, committedStatements: model.committedStatements, differences };
}

function doneOf(writes: readonly Write[], { statements }: RunOutcome): readonly Write[] {
  return writes.filter((_, index) => statements[index]?.kind === 'done');
}

/** Every row, in one line. */
async function digestOf(engine: Engine): Promise<string> {
  const sql = `select coalesce(string_agg(id || '=' || amount, ',' order by id), '') from account`;
  const { statements } = await engine.run(sql);
  const [statement] = statements;
  return statement?.kind === 'done' ? String(statement.result?.rows[0]?.[0]) : JSON.stringify(statement);
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
