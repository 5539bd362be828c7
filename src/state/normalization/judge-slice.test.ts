import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import type { DesignJudgement } from './fresh-judge.ts';
import { isJudgementStale } from './judge-slice.ts';
import type { StatedDependency } from './normalization-slice.ts';

let engine: Engine;
let store: AppStore;

engineForTests((started) => (engine = started));

const line = { schema: 'public', name: 'line' };

function says(determinant: readonly string[], ...dependents: readonly string[]): StatedDependency {
  return { kind: 'functional', origin: 'stated', determinant, dependents };
}

beforeEach(async () => {
  store = await openShop(engine);
  await run(`create table line (ord int, item int, title text not null, qty int not null, primary key (ord, item));
    insert into line values (1, 1, 'Cup', 2), (1, 2, 'Jug', 1), (2, 1, 'Cup', 5);`);
  store.getState().chooseNormalizationTable(line);
  store.getState().stateDependencies(line, [says(['item'], 'title')]);
  await store.getState().startJudging();
});

async function run(sql: string): Promise<void> {
  await store.getState().submitSql(sql, 0);
  // A state is put on the list after the run was answered.
  await store.getState().goToMoment(-1);
}

async function judged(sql: string): Promise<Extract<DesignJudgement, { readonly kind: 'read' }>> {
  await run(sql);
  await store.getState().judgeTables();
  const { judgement } = store.getState();
  if (judgement.kind !== 'ready' || judgement.judgement.kind !== 'read') throw new Error(JSON.stringify(judgement));
  return judgement.judgement;
}

const items =
  'create table thing (no int primary key, title text not null); insert into thing select distinct item, title from line;';

describe('tables that a learner makes alone', () => {
  it('are read back and found right, also under other names', async () => {
    const design = await judged(
      `${items} alter table line drop column title, add foreign key (item) references thing;`,
    );
    expect(design).toMatchObject({ lossy: null, lost: [], moved: null });
    expect(design.tables.map(({ table, form, violations }) => [table.name, form, violations])).toEqual(
      expect.arrayContaining([
        ['line', 'BCNF', []],
        ['thing', 'BCNF', []],
      ]),
    );
    expect(isJudgementStale(store.getState())).toBe(false);
    await run('update line set qty = 3');
    expect(isJudgementStale(store.getState())).toBe(true);
  });

  it('are found wrong with the rows that show it', async () => {
    const design = await judged(
      'create table pair as select * from line where ord = 1 or item = 1; alter table pair add primary key (ord, item); delete from pair where item = 2',
    );
    expect(design.tables[0]?.violations[0]).toMatchObject({
      words: expect.stringContaining('not in 2NF'),
      evidence: [{ kind: 'rows', rows: [['1', 'Cup', '2']] }],
    });
    expect(design.moved?.words).toContain('lost');
  });

  it('are found to lose rows', async () => {
    const design = await judged(
      `${items} alter table line drop column title, add foreign key (item) references thing; delete from line where ord = 2;`,
    );
    expect(design.moved).toMatchObject({
      words: expect.stringContaining('1 row that `line` had is lost'),
      evidence: [{ rows: [['2', '1', 'Cup', '5']] }],
    });
  });

  it('cannot be judged where nothing was made, or a column is in none of them', async () => {
    await store.getState().judgeTables();
    expect(store.getState().judgement).toMatchObject({ kind: 'ready', judgement: { kind: 'unread' } });
    await run('alter table line drop column title');
    await store.getState().judgeTables();
    expect(store.getState().judgement).toMatchObject({
      judgement: { kind: 'unread', problems: [expect.stringContaining('`title`')] },
    });
  });

  it('are judged with the columns that the learner says were renamed', async () => {
    await run(
      'create table thing (item int primary key, label text); insert into thing select distinct item, title from line; alter table line drop column title, add foreign key (item) references thing',
    );
    await store.getState().judgeTables();
    expect(store.getState().judgement).toMatchObject({
      judgement: { kind: 'unread', missing: [{ attribute: 'title', candidates: ['thing.label'] }] },
    });
    await store.getState().matchColumn('title', 'thing.label');
    expect(store.getState().judgement).toMatchObject({
      judgement: { kind: 'read', lossy: null, lost: [], moved: null },
    });
  });

  it('are not read in a failed transaction, and that is said', async () => {
    await run('begin; select nonsense');
    await store.getState().judgeTables();
    expect(store.getState().judgement).toMatchObject({ kind: 'failed', message: expect.stringContaining('ROLLBACK') });
  });
});
