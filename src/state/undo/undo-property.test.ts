import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { currentOf } from './undo-list.ts';

let engine: Engine;
let empty: SnapshotId;

beforeAll(async () => {
  engine = await createNodeEngine();
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  empty = kept.value;
});

afterAll(() => engine.close());

/** What stands in the database, to the last sequence and setting; in a failed transaction, what it falls back to. */
const contents = `
  select table_name, query_to_xml(format('select * from %I order by 1, 2', table_name), true, false, '')
    from information_schema.tables where table_schema = 'public' order by 1;
  select attrelid::regclass, attname, format_type(atttypid, atttypmod)
    from pg_attribute join pg_class c on c.oid = attrelid
    where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped order by 1, 2;
  select indexrelid::regclass from pg_index join pg_class c on c.oid = indrelid
    where relnamespace = 'public'::regnamespace order by 1;
  select last_value, is_called from receipt;
  select current_setting('work_mem'), current_setting('search_path');
  select name from pg_prepared_statements order by 1;
  select relname from pg_class where relnamespace = pg_my_temp_schema() order by 1;`;

/** Looked at on a copy, so that looking leaves nothing behind. */
async function digestOf(store: AppStore): Promise<unknown> {
  const live = await engine.snapshot();
  if (!live.ok) throw new Error('no snapshot');
  const { transaction } = store.getState();
  if (transaction === 'failed') await engine.run('rollback');
  const outcome = await engine.run(contents);
  await engine.restore(live.value);
  engine.forget(live.value);
  const rows = outcome.statements.map((statement) => {
    if (statement.kind !== 'done') throw new Error(JSON.stringify(statement));
    return statement.result?.rows;
  });
  return { transaction, rows };
}

const runs = fc.constantFrom(
  "insert into product select max(id) + 1, 'Tea' from product",
  "update product set name = name || '!'",
  'delete from product where id = (select min(id) from product)',
  'truncate product',
  'alter table product add column if not exists price int; create index on product (price)',
  'create table extra as select * from product',
  'drop table if exists extra',
  "select nextval('receipt')",
  "select setval('receipt', 40)",
  "set work_mem = '9MB'",
  "select set_config('search_path', 'public, pg_catalog', false)",
  'prepare known as select 1',
  'create temporary table if not exists passing (id int)',
  'begin',
  'begin; delete from product',
  'commit',
  'rollback',
  'select * from product',
  'insert into product values (null, null)',
  "insert into product values (99, 'Kept'); select oops",
  '',
);

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: runs.map((sql) => ({ kind: 'run' as const, sql })) },
    { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
    { weight: 1, arbitrary: fc.nat(14).map((id) => ({ kind: 'go' as const, id })) },
  ),
  { minLength: 8, maxLength: 14 },
);

it('brings back exactly what stood in the database, wherever undo, redo and the list lead', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      await engine.restore(empty);
      const store = await openShop(engine);
      const { submitSql, undo, redo, goToMoment } = store.getState();
      const current = async (): Promise<number> => {
        await goToMoment(-1);
        const { undoList } = store.getState();
        return undoList === null ? -1 : currentOf(undoList).id;
      };
      const known = new Map([[await current(), await digestOf(store)]]);
      for (const step of taken) {
        if (step.kind === 'run') {
          await submitSql(step.sql, 0);
          known.set(await current(), await digestOf(store));
          continue;
        }
        if (step.kind === 'go') await goToMoment(step.id);
        else await (step.kind === 'undo' ? undo : redo)();
        expect(await digestOf(store)).toEqual(known.get(await current()));
      }
    }),
    { numRuns: 12 },
  );
}, 300_000);
