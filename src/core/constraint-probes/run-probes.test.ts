import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { AskingFailed } from './attempts.ts';
import { testableTables } from './declared-constraints.ts';
import type { ConstraintKind, ConstraintTest, ProbeOutcome } from './probe.ts';
import { runProbes } from './run-probes.ts';
import { someProbeSchema } from './test-probe-schemas.ts';

let engine: Engine;

const { putBack } = engineForTests((started) => (engine = started));

async function catalogOf(sql: string): Promise<Catalog> {
  const { statements } = await engine.run(sql);
  const failed = statements.find(({ kind }) => kind === 'failed');
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error('no catalog');
  return catalog.value;
}

async function testsOf(sql: string, choose = (all: Catalog) => all.tables): Promise<readonly ConstraintTest[]> {
  const catalog = await catalogOf(sql);
  const tests: ConstraintTest[] = [];
  await runProbes(
    catalog,
    choose(catalog),
    (script) => engine.probe(script),
    (_, found) => tests.push(...found),
  );
  return tests;
}

/** Of a constraint, what was tried and what came of it, in a line each. */
function linesOf(tests: readonly ConstraintTest[], kind: ConstraintKind, name: string): readonly string[] {
  const found = tests.find(({ constraint }) => constraint.kind === kind && constraint.name === name);
  return found?.outcomes.map((outcome) => `${outcome.refusal?.sqlState ?? 'accepted'}: ${outcome.probe.words}`) ?? [];
}

/** The same, run by itself and statement by statement. */
async function stateAlone({ probe: { setup, tested, followUp } }: ProbeOutcome): Promise<string> {
  const { statements } = await engine.probe([...setup, tested, ...followUp].join(';\n'));
  const failed = statements.find(({ kind }) => kind === 'failed');
  return failed?.kind === 'failed' && failed.failure.kind === 'statement' ? failed.failure.sqlState : 'accepted';
}

const both = ({ outcomes }: ConstraintTest): boolean =>
  outcomes.some(({ refusal }) => refusal === null) && outcomes.some(({ refusal }) => refusal !== null);

describe('the probes of random schemas', () => {
  it('end as PostgreSQL ends them, and reach nearly every constraint', async () => {
    const seen = new Map<ConstraintKind, { all: number; both: number }>();
    await fc.assert(
      fc.asyncProperty(someProbeSchema(), fc.nat(), async (sql, place) => {
        await putBack();
        const tests = await testsOf(sql);
        const outcomes = tests.flatMap((test) => test.outcomes);
        const strange = outcomes.filter(({ agrees }) => !agrees);
        expect(strange).toEqual([]);
        for (const test of tests) {
          const count = seen.get(test.constraint.kind) ?? { all: 0, both: 0 };
          seen.set(test.constraint.kind, { all: count.all + 1, both: count.both + (both(test) ? 1 : 0) });
        }
        // Asked together, they answer as each does alone.
        const one = outcomes[place % Math.max(1, outcomes.length)];
        expect(one === undefined ? null : await stateAlone(one)).toBe(
          one === undefined ? null : (one.refusal?.sqlState ?? 'accepted'),
        );
      }),
      { numRuns: 12 },
    );
    const counts = [...seen.values()];
    const sum = (of: (count: { all: number; both: number }) => number): number =>
      counts.reduce((total, one) => total + of(one), 0);
    expect(sum((one) => one.both) / sum((one) => one.all)).toBeGreaterThanOrEqual(0.95);
    const kinds: readonly ConstraintKind[] = [
      ...(['primary key', 'unique', 'foreign key', 'check', 'not null', 'exclusion'] as const),
      ...(['domain', 'enum', 'length', 'identity', 'generated'] as const),
    ];
    expect(kinds.filter((kind) => (seen.get(kind)?.both ?? 0) === 0)).toEqual([]);
  }, 300_000);
});

describe('the probes', () => {
  it('let two keys to one table wait together, or point them apart', async () => {
    const tests = await testsOf(`
      create table p (id int primary key, twin int not null, unique (id, twin));
      create table c (id int primary key,
        late int not null references p deferrable,
        at_once int not null references p on delete cascade,
        x int not null, y int not null,
        foreign key (x) references p deferrable, foreign key (x, y) references p (id, twin))`);
    expect(tests.flatMap(({ outcomes }) => outcomes).filter(({ agrees }) => !agrees)).toEqual([]);
    expect(linesOf(tests, 'foreign key', 'c_late_fkey').join(' ')).toContain('The child first, then its parent');
    expect(tests.find(({ constraint }) => constraint.name === 'c_x_fkey')?.gaps.join(' ')).toContain(
      'c_x_y_fkey needs the same row',
    );
    expect(linesOf(tests, 'foreign key', 'c_at_once_fkey').join(' ')).toContain('deletes the child too');
  });

  it('show what each action does to a child', async () => {
    const tests = await testsOf(`
      create table p (id int primary key);
      insert into p values (99);
      create table c (id int primary key,
        cascades int references p on delete cascade on update cascade,
        nulls int references p on delete set null on update set null,
        must int not null references p on delete set null,
        defaults int default 99 references p on delete set default on update set default,
        lost int default 7 references p on delete set default,
        restricts int references p on delete restrict on update restrict,
        waits int references p deferrable initially deferred)`);
    const fates = Object.fromEntries(
      ['cascades', 'nulls', 'must', 'defaults', 'lost', 'restricts', 'waits'].map((column) => [
        column,
        tests
          .find(({ constraint }) => constraint.name === `c_${column}_fkey`)
          ?.outcomes.filter(({ probe }) => probe.child !== null)
          .map(
            ({ refusal, probe, isAtEnd }) =>
              `${probe.child?.fate} ${refusal?.sqlState ?? ''}${isAtEnd ? ' at the end' : ''}`,
          ),
      ]),
    );
    expect(fates).toEqual({
      cascades: ['gone ', 'changed '],
      nulls: ['set null ', 'set null '],
      must: ['kept 23502', 'kept 23503'],
      defaults: ['set default ', 'set default '],
      lost: ['kept 23503', 'kept 23503'],
      restricts: ['kept 23001', 'kept 23001'],
      waits: ['kept 23503 at the end', 'kept 23503 at the end'],
    });
    expect(tests.flatMap(({ outcomes }) => outcomes).filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('accept NULL where a check cannot say, and refuse it where NULLs are not distinct', async () => {
    const tests = await testsOf(`
      create table t (id int primary key, age int check (age >= 18), a int unique, b int unique nulls not distinct)`);
    expect(linesOf(tests, 'check', 't_age_check').map((line) => line.slice(0, 8))).toEqual([
      'accepted',
      '23514: A',
      'accepted',
    ]);
    expect(linesOf(tests, 'unique', 't_a_key').at(-1)).toMatch(/^accepted: NULL in a twice/);
    expect(linesOf(tests, 'unique', 't_b_key').at(-1)).toMatch(/^23505: NULL in b twice/);
  });

  it('say plainly which probe could not be made', async () => {
    const tests = await testsOf('create table t (id int primary key, check (id = id))');
    expect(tests.find(({ constraint }) => constraint.kind === 'check')?.gaps).toEqual([
      'No values were found that make this check false: id = id.',
    ]);
  });

  it('enter circles, and name the one that cannot be entered', async () => {
    const tests = await testsOf(`
      create table a (id int primary key, b int not null);
      create table b (id int primary key, a int not null references a deferrable initially deferred);
      alter table a add constraint to_b foreign key (b) references b;
      create table x (id int primary key, y int not null);
      create table y (id int primary key, x int not null references x);
      alter table x add foreign key (y) references y`);
    const rowsOf = (table: string) => tests.filter(({ constraint }) => constraint.table.name === table);
    expect(rowsOf('a').every(both) && rowsOf('b').every(both)).toBe(true);
    expect(
      rowsOf('x')
        .flatMap(({ gaps }) => gaps)
        .join(' '),
    ).toContain('need each other at once');
  });

  it('tell of a trigger that has a hand in it', async () => {
    const tests = await testsOf(`
      create table t (id int primary key, n int check (n > 0));
      create function mend() returns trigger language plpgsql as $$ begin new.n := abs(new.n) + 1; return new; end $$;
      create trigger mend before insert on t for each row execute function mend()`);
    const strange = tests.flatMap(({ outcomes }) => outcomes).filter(({ agrees }) => !agrees);
    expect(strange.map(({ probe, refusal }) => [probe.expected.kind, refusal])).toEqual([['refused', null]]);
  });

  it('leave nothing behind, and end when the database is stopped', async () => {
    const catalog = await catalogOf('create table t (id serial primary key, n int unique)');
    const before = await engine.run('select last_value, is_called, (select count(*) from t) from t_id_seq');
    await runProbes(
      catalog,
      catalog.tables,
      (script) => engine.probe(script),
      () => undefined,
    );
    const after = await engine.run('select last_value, is_called, (select count(*) from t) from t_id_seq');
    const rowsIn = (outcome: typeof before) =>
      outcome.statements.map((one) => (one.kind === 'done' ? one.result?.rows : one.kind));
    expect(rowsIn(after)).toEqual(rowsIn(before));
    const stopped = {
      kind: 'failed',
      sql: '',
      start: 0,
      end: 0,
      failure: { kind: 'stopped', afterMs: 1 },
      notices: [],
      durationMs: 1,
    } as const;
    const ask = () => Promise.resolve({ statements: [stopped], transaction: 'idle', durationMs: 1 } as const);
    await expect(runProbes(catalog, catalog.tables, ask, () => undefined)).rejects.toThrow(AskingFailed);
  });
});

describe('the course’s shop', () => {
  it('refuses and accepts for each of its constraints', async () => {
    const tests = await testsOf(await readFile('lessons/datasets/shop.sql', 'utf8'));
    expect(tests.flatMap(({ outcomes }) => outcomes).filter(({ agrees }) => !agrees)).toEqual([]);
    expect(tests.filter((test) => !both(test)).map(({ constraint }) => constraint.name)).toEqual([]);
    // Beside others that hold the same order, and in the circle of an order and its first status.
    const fates = tests
      .filter(({ constraint }) => constraint.kind === 'foreign key')
      .map(
        ({ constraint, outcomes }) => [constraint.name, outcomes.find(({ probe }) => probe.child !== null)] as const,
      );
    expect(fates.filter(([, outcome]) => outcome === undefined)).toEqual([]);
    expect(
      Object.fromEntries(
        fates.map(([name, outcome]) => [name, `${outcome?.probe.child?.fate} ${outcome?.refusal?.sqlState ?? ''}`]),
      ),
    ).toMatchObject({
      order_items_order_id_fkey: 'gone ',
      order_status_order_id_fkey: 'gone ',
      payments_order_id_fkey: 'kept 23001',
      orders_id_status_id_fkey: 'kept 23503',
    });
  }, 120_000);
});

describe('large schemas', () => {
  it.each(['bank', 'streaming'])(
    '%s: nothing is strange, and nearly all is shown',
    async (name) => {
      const tests = await testsOf(await readFile(`lessons/datasets/${name}.sql`, 'utf8'), testableTables);
      expect(tests.flatMap(({ outcomes }) => outcomes).filter(({ agrees }) => !agrees)).toEqual([]);
      expect(tests.filter(both).length / tests.length).toBeGreaterThan(0.85);
      expect(tests.filter((test) => !both(test) && test.gaps.length === 0)).toEqual([]);
    },
    200_000,
  );
});
