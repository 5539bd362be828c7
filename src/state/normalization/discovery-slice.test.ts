import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeRows, withDistinctNulls } from '#core/discovery/coded-table.ts';
import { refine, rowsToRemove, StrippedPartition, Tally } from '#core/discovery/stripped-partition.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { breachOf } from './breach-of.ts';
import { breachKey, currentBreach, foundOf, isDiscoveryStale } from './discovery-slice.ts';
import type { Breach, Discovery, NullHandling } from './fresh-discovery.ts';

let engine: Engine;
let store: AppStore;

engineForTests((started) => (engine = started));

beforeEach(async () => {
  store = await openShop(engine);
});

async function run(sql: string): Promise<void> {
  await store.getState().submitSql(sql, 0);
  // A state is put on the list after the run was answered.
  await store.getState().goToMoment(-1);
}

async function choose(name: string): Promise<void> {
  await store.getState().refreshCatalog();
  store.getState().chooseNormalizationTable({ schema: 'public', name });
}

function found(): Discovery {
  const { discovery } = store.getState();
  if (discovery.kind !== 'ready') throw new Error(JSON.stringify(discovery));
  return discovery.discovery;
}

function linesOf({ columns, report }: Discovery): readonly string[] {
  return report.exact.map(
    ({ determinant, dependent }) => `${determinant.map((place) => columns[place]).join(' ')} -> ${columns[dependent]}`,
  );
}

const addresses = `create table address (street text, zip text, city text, note json, "at" point, part int);
  insert into address values
    ('A', '1', 'x', '{}', '(0,0)', null), ('B', '1', 'x', '{}', '(0,0)', 1), ('C', '2', 'x', '{"a":1}', '(0,1)', null);`;

/** So wide that no search of it comes to an end. */
const wide = `create table wide as select ${Array.from({ length: 40 }, (_, place) => `(hashint4(n * 41 + ${place}) & 3) as c${place}`).join(', ')}
  from generate_series(1, 2000) as n`;

describe('discovery', () => {
  it('finds what the rows of the table show, and is stale when they change, not when they are read', async () => {
    await run(addresses);
    await choose('address');
    await store.getState().startDiscovery();
    expect(linesOf(found())).toEqual(
      expect.arrayContaining([' -> city', 'zip -> note', 'note -> zip', 'at -> note', 'street -> zip']),
    );
    expect(found()).toMatchObject({ rowsInAll: 3, loss: null, report: { rowCount: 3, end: { kind: 'complete' } } });
    expect(found().report.uniques).toContainEqual([0]);
    await run('select * from address');
    expect(isDiscoveryStale(store.getState())).toBe(false);
    await run("insert into address values ('A', '2', 'y')");
    expect(isDiscoveryStale(store.getState())).toBe(true);
    await store.getState().undo();
    expect(isDiscoveryStale(store.getState())).toBe(false);
  });

  it('takes NULLs as the learner chose', async () => {
    await run(addresses);
    await choose('address');
    await store.getState().startDiscovery();
    expect(linesOf(found())).not.toContain('part -> zip');
    store.getState().chooseDiscoveryOptions({ nulls: 'different' });
    await store.getState().startDiscovery();
    expect(linesOf(found())).toContain('part -> zip');
    expect(found().options.nulls).toBe('different');
  });

  it('keeps what was found till the learner stopped it', async () => {
    await run(wide);
    await choose('wide');
    store.getState().chooseDiscoveryOptions({ threshold: 0.3 });
    const searching = store.getState().startDiscovery();
    const reported = new Promise<void>((resolve) => {
      const stopListening = store.subscribe(({ discovery }) => {
        if (discovery.kind !== 'running' || (discovery.report?.progress.size ?? 0) < 2) return;
        stopListening();
        resolve();
      });
    });
    await reported;
    const { discovery } = store.getState();
    await store.getState().stopRun();
    await searching;
    const before = discovery.kind === 'running' ? (discovery.report?.progress.triedInAll ?? 0) : 0;
    expect(before).toBeGreaterThan(0);
    expect(found().report.end?.kind).toBe('stopped');
    expect(found().report.progress.triedInAll).toBeGreaterThanOrEqual(before);
    expect(store.getState().activity).toBeNull();
    // The database was not asked anything, and so was not stopped.
    expect(store.getState().isRestarting).toBe(false);
    await run('select count(*) from wide');
    expect(store.getState().lastRun?.outcome.statements[0]?.kind).toBe('done');
  });

  it('says of the rows that they could not be read, and why', async () => {
    await run(addresses);
    await choose('address');
    await store.getState().startDiscovery();
    const before = foundOf(store.getState());
    await store.getState().submitSql('begin; select 1 / 0', 0);
    await store.getState().startDiscovery();
    expect(store.getState().discovery).toMatchObject({ kind: 'failed', message: expect.stringContaining('25P02') });
    expect(before).not.toBeNull();
    expect(foundOf(store.getState())).toBe(before);
    await store.getState().submitSql('rollback; drop table address', 0);
    await store.getState().startDiscovery();
    expect(store.getState().discovery.kind).toBe('failed');
    await store.getState().refreshCatalog();
    await store.getState().startDiscovery();
    expect(found().table.name).toBe('product');
  });

  it('ends with the lesson', async () => {
    await store.getState().startDiscovery();
    await store.getState().askDependencies([{ kind: 'functional', determinant: ['name'], dependents: ['id'] }]);
    expect(found().table.name).toBe('product');
    await store.getState().openLesson('shop/adds');
    expect(store.getState()).toMatchObject({ discovery: { kind: 'none' }, breaches: {} });
  });
});

const names = ['a', 'b', 'c'];

function countedBySearch(
  rows: readonly (readonly (string | null)[])[],
  determinant: readonly string[],
  dependent: string,
  nulls: NullHandling,
): number {
  const coded = codeRows(names.length, rows);
  const { columns } = nulls === 'equal' ? coded : withDistinctNulls(coded);
  const codesOf = (name: string): Int32Array => columns[names.indexOf(name)]?.codes ?? new Int32Array();
  const tally = new Tally(columns);
  let partition = new StrippedPartition(rows.length);
  partition.takeAll();
  for (const name of determinant) {
    const split = new StrippedPartition(rows.length);
    refine(split, partition, codesOf(name), tally);
    partition = split;
  }
  return rowsToRemove(partition, codesOf(dependent), rows.length, tally);
}

describe('a dependency', () => {
  it('that is stated is asked of the rows, and the rows that break it are there until others are', async () => {
    await run(addresses);
    await choose('address');
    const stated = { kind: 'functional', origin: 'stated' } as const;
    const table = { schema: 'public', name: 'address' };
    store.getState().stateDependencies(table, [
      { ...stated, determinant: ['zip'], dependents: ['city'] },
      { ...stated, determinant: ['zip'], dependents: ['street'] },
    ]);
    await store.getState().startDiscovery();
    const breach = (dependent: string): Breach | null =>
      currentBreach(
        store.getState(),
        breachKey(table, { kind: 'functional', determinant: ['zip'], dependents: [dependent] }, 'equal'),
      );
    expect(breach('city')).toMatchObject({ kind: 'answered', rowCount: 0, brokenBy: 0 });
    expect(breach('street')).toMatchObject({
      kind: 'answered',
      brokenBy: 1,
      rows: [
        ['1', 'A', '1'],
        ['1', 'B', '1'],
      ],
    });
    await run("insert into address values ('A', '2', 'y')");
    expect(breach('street')).toBeNull();
  });

  it('of the multivalued kind is broken by the rows that are not there', async () => {
    await run(`create table course (name text, teacher text, book text);
      insert into course values ('db', 'Ann', 'Date'), ('db', 'Bob', 'Codd'), ('db', 'Bob', 'Date')`);
    await choose('course');
    const dependency = { kind: 'multivalued', determinant: ['name'], dependents: ['teacher'] } as const;
    await store.getState().askDependencies([dependency]);
    const key = breachKey({ schema: 'public', name: 'course' }, dependency, 'equal');
    expect(currentBreach(store.getState(), key)).toMatchObject({
      kind: 'answered',
      rows: [
        ['db', 'Ann', 'Date', 'yes'],
        ['db', 'Bob', 'Codd', 'yes'],
        ['db', 'Ann', 'Codd', 'no'],
      ],
    });
  });

  it('is broken by as many rows as the search counts, however NULLs are taken', async () => {
    const cell = fc.option(fc.constantFrom('1', '2', '3'), { freq: 4 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 9 });
    const determinants = fc.constantFrom<string[][]>([], ['a'], ['b', 'a'], ['c', 'b']);
    await fc.assert(
      fc.asyncProperty(
        rows,
        determinants,
        fc.constantFrom<NullHandling[]>('equal', 'different'),
        async (data, determinant, nulls) => {
          const dependent = names.toReversed().find((name) => determinant.every((other) => other !== name)) ?? 'a';
          const values = data.map((row) => `(${row.map((each) => each ?? 'null').join(', ')})`).join(', ');
          await engine.run(`create table if not exists t (a int, b int, c int); truncate t`);
          if (data.length > 0) await engine.run(`insert into t values ${values}`);
          const catalog = await engine.catalog();
          const table = catalog.ok ? catalog.value.tables.find(({ name }) => name === 't') : undefined;
          if (!catalog.ok || table === undefined) throw new Error('no table');
          const breach = await breachOf(
            (sql) => engine.probe(sql),
            { table, catalog: catalog.value, nulls, state: null },
            { kind: 'functional', determinant, dependents: [dependent] },
          );
          expect(breach).toMatchObject({
            kind: 'answered',
            brokenBy: countedBySearch(data, determinant, dependent, nulls),
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});
