import { labKinds } from '#content/labs/registry.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '#content/load-course.ts';
import type { CourseFiles } from '#content/course-files.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { err, ok } from '#core/shared/result.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { createLocalDiscoverer } from '#simulator/discovery/local-discoverer.ts';
import { createLocalSimulator } from '#simulator/local-simulator.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import { createAppStore, type AppStore } from './app-store.ts';
import type { CourseSource, KeyValueStore } from './services.ts';

const lesson = `---
title: Two names
summary: A product gets a table of its own.
minutes: 3
---

\`\`\`sql setup
create table line (order_id int, product_id int, name text, primary key (order_id, product_id));
insert into line values (1, 7, 'Oat milk'), (2, 7, 'Oat milk'), (2, 8, 'Bread');
\`\`\`

\`\`\`sql try
update line set name = 'Oat drink' where order_id = 1;
\`\`\`

\`\`\`sql try
select distinct name from line where product_id = 7 order by name;
\`\`\`

## Move the name

\`\`\`sql solution
create table product (id int primary key, name text not null);
insert into product select distinct product_id, name from line;
\`\`\`

\`\`\`yaml check
- table: { name: product, primary-key: [id] }
- query: { sql: select count(*) from product, rows: [[2]] }
\`\`\`

## Ask for it

\`\`\`sql setup
insert into line values (3, 8, 'Bread');
\`\`\`

\`\`\`sql try
select (select count(*) from line), (select count(*) from product);
\`\`\`

\`\`\`sql solution
select name from product order by id;
\`\`\`

\`\`\`yaml check
- answer: { order: total }
\`\`\`

## Go on

Nothing to do.
`;

const course = `title: A course
tracks:
  - id: forms
    title: Forms
    summary: Forms.
    lessons: [two-names.md]
`;

const files: CourseFiles = {
  nameOf: (path) => path,
  read: (path) => Promise.resolve({ 'course.yaml': course, 'forms/two-names.md': lesson }[path] ?? null),
  list: () => Promise.resolve(['course.yaml', 'forms/two-names.md']),
};

const answer = `create table product as select distinct product_id as id, name from line;
alter table product add primary key (id);`;

let engine: Engine;
let empty: SnapshotId;
let source: CourseSource;

beforeAll(async () => {
  engine = await createNodeEngine();
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  empty = kept.value;
  const loaded = await loadCourse(files);
  source = {
    course: loaded.course,
    load: (id) => {
      const bundle = loaded.lessons.find((candidate) => candidate.id === id)?.bundle;
      return Promise.resolve(bundle == null ? err({ kind: 'unknown' }) : ok(bundle));
    },
  };
});

afterAll(() => engine.close());

function keptInMemory(values = new Map<string, string>()): KeyValueStore & { readonly values: Map<string, string> } {
  return {
    values,
    isLasting: true,
    read: (key) => values.get(key) ?? null,
    write: (key, value) => {
      values.set(key, value);
      return true;
    },
    remove: (key) => void values.delete(key),
  };
}

/** A page that is opened anew: its database is empty, its storage is what an earlier page left. */
async function openPage(storage = keptInMemory(), id = 'forms/two-names', ownEngine?: Engine): Promise<AppStore> {
  if (ownEngine === undefined) await engine.restore(empty);
  const store = createAppStore({
    courseSource: source,
    startEngine: () => Promise.resolve(ok(ownEngine ?? engine)),
    storage,
    simulator: createLocalSimulator(labKinds),
    discovery: createLocalDiscoverer(),
    vault: memoryVault(),
    saveFile: () => undefined,
    wallClock: () => 1_700_000_000_000,
  });
  await store.getState().openLesson(id);
  return store;
}

/** Stops at the first notice that PostgreSQL raises: the one moment in which this thread hears of a running statement. */
async function openStoppedPage(onStop: () => void = () => undefined): Promise<AppStore> {
  const own = await engine.spawn('stopped');
  const store = await openPage(keptInMemory(), 'forms/two-names', own);
  const unsubscribe = own.subscribe(({ kind }) => {
    if (kind !== 'notice') return;
    unsubscribe();
    void store.getState().stopRun();
    onStop();
  });
  return store;
}

function lastRows(store: AppStore): unknown {
  const last = store.getState().lastRun?.outcome.statements.at(-1);
  return last?.kind === 'done' ? last.result?.rows : last;
}

async function run(store: AppStore, sql: string): Promise<unknown> {
  await store.getState().submitSql(sql, 0);
  return lastRows(store);
}

describe('a lesson in the page', () => {
  it('opens with its setup done and its first step current', async () => {
    const { getState } = await openPage();
    expect(getState().database).toEqual({ kind: 'ready' });
    expect(getState().currentStep).toBe(0);
    expect(getState().catalog?.tables.map(({ name, rows }) => [name, rows.count])).toEqual([['line', 3]]);
  });

  it('runs tries in order on a copy, the skipped ones too, and leaves the tables as they are', async () => {
    const store = await openPage();
    await store.getState().runTry(null, 1);
    const second = store.getState().tries['/1'];
    const statement = second?.kind === 'done' ? second.outcome.statements[0] : undefined;
    expect(statement?.kind === 'done' ? statement.result?.rows : null).toEqual([['Oat drink'], ['Oat milk']]);
    expect(await run(store, 'select distinct name from line where product_id = 7')).toEqual([['Oat milk']]);
  });

  it('runs a try of a step that was not come to, and leaves the learner where they are', async () => {
    const store = await openPage();
    await run(store, 'delete from line');
    await store.getState().runTry('ask-for-it', 0);
    const tried = store.getState().tries['ask-for-it/0'];
    const statement = tried?.kind === 'done' ? tried.outcome.statements[0] : undefined;
    expect(statement?.kind === 'done' ? statement.result?.rows : tried).toEqual([['4', '2']]);
    expect(store.getState().currentStep).toBe(0);
    expect(await run(store, 'select count(*) from line')).toEqual([['0']]);
  });

  it('keeps unrun text that is replaced in the editor', async () => {
    const { getState } = await openPage();
    getState().editDraft('select of my own');
    getState().replaceDraft('select from the lesson');
    expect(getState().draft()).toBe('select from the lesson');
    expect(getState().records['forms/two-names']?.history).toMatchObject([
      { sql: 'select of my own', outcome: 'replaced' },
    ]);
  });

  it('runs what is in the editor when it is checked, says why it fails, and passes when it holds', async () => {
    const { getState } = await openPage();
    getState().editDraft('create table product (id int, name text);');
    await getState().check();
    const failed = getState().grades['move-the-name'];
    expect(failed?.kind === 'graded' ? failed.step.verdicts.map(({ ok: holds }) => holds) : null).toEqual([
      false,
      false,
    ]);
    await getState().openStep('move-the-name');
    getState().editDraft(answer);
    await getState().check();
    expect(getState().records['forms/two-names']?.passedSteps).toEqual(['move-the-name']);
  });

  it('does not run text again that has been run, whole or by selection', async () => {
    const { getState } = await openPage();
    getState().editDraft(answer);
    const [first = '', second = ''] = answer.split(';\n');
    await getState().submitSql(`${first};`, 0);
    await getState().submitSql(second, first.length + 2);
    await getState().check();
    expect(getState().records['forms/two-names']?.passedSteps).toEqual(['move-the-name']);
  });

  it('goes on with the learner’s own tables and the step’s setup', async () => {
    const store = await openPage();
    store.getState().editDraft(`${answer} alter table product add note text;`);
    await store.getState().check();
    await store.getState().goOn('move-the-name');
    expect(store.getState().currentStep).toBe(1);
    expect(await run(store, 'select note, (select count(*) from line) from product')).toEqual([
      [null, '4'],
      [null, '4'],
    ]);
  });

  it('goes on with the tables as they were when the step was passed, whatever was tried after that', async () => {
    const store = await openPage();
    store.getState().editDraft(answer);
    await store.getState().check();
    await run(store, 'delete from line; drop table product');
    await store.getState().goOn('move-the-name');
    expect(await run(store, 'select (select count(*) from line), (select count(*) from product)')).toEqual([
      ['4', '2'],
    ]);
  });

  it('opens a passed step again to be answered again, and still counts it', async () => {
    const { getState } = await openPage();
    getState().editDraft(answer);
    await getState().check();
    expect(getState().isOpenedAgain).toBe(false);
    await getState().openStep('move-the-name');
    expect(getState().isOpenedAgain).toBe(true);
    expect(getState().records['forms/two-names']?.passedSteps).toEqual(['move-the-name']);
  });

  it('judges the last answer that worked, though something was refused after it', async () => {
    const { getState } = await openPage();
    await getState().openStep('ask-for-it');
    getState().editDraft('select name from product order by id');
    await getState().submitSql('select name from product order by id', 0);
    await getState().submitSql('insert into product values (7, null)', 0);
    await getState().check();
    expect(getState().grades['ask-for-it']).toMatchObject({ kind: 'graded', step: { passed: true } });
  });

  it('reports a transaction that was left open instead of judging it', async () => {
    const { getState } = await openPage();
    getState().editDraft(`begin; ${answer}`);
    await getState().check();
    expect(getState().transaction).toBe('open');
    expect(getState().grades['move-the-name']).toMatchObject({
      step: { passed: false, obstacle: { message: expect.stringContaining('transaction open') } },
    });
  });

  it('undoes a step: the tables are as it found them', async () => {
    const store = await openPage();
    await run(store, 'drop table line');
    await store.getState().openStep('move-the-name');
    expect(await run(store, 'select count(*) from line')).toEqual([['3']]);
  });

  it('starts ahead from the lesson’s own answers, and passes a step that is only read by going on', async () => {
    const store = await openPage();
    await store.getState().openStep('go-on');
    expect(await run(store, 'select count(*) from product')).toEqual([['2']]);
    await store.getState().goOn('go-on');
    expect(store.getState().records['forms/two-names']?.passedSteps).toEqual(['go-on']);
  });

  it('goes on with the tables that were kept when the database dies, and says so', async () => {
    const store = await openPage();
    await store.getState().submitSql("select repeat('[', 100000)::json", 0);
    expect(store.getState().lastRun?.outcome.statements[0]).toMatchObject({ failure: { kind: 'engine-lost' } });
    expect(store.getState().notices.map(({ id }) => id)).toEqual(['recovered']);
    expect(await run(store, 'select count(*) from line')).toEqual([['3']]);
  });

  it('keeps what was committed when it is stopped, and runs what was asked for meanwhile', async () => {
    const meanwhile: Promise<void>[] = [];
    const store = await openStoppedPage(() =>
      meanwhile.push(store.getState().submitSql('select count(*) from line', 0)),
    );
    await run(store, "delete from line where order_id = 1; do 'begin raise notice ''!''; end'; drop table line");
    expect(store.getState().lastRun?.outcome.statements.at(-1)?.kind).not.toBe('done');
    await Promise.all(meanwhile);
    expect(lastRows(store)).toEqual([['2']]);
    expect(store.getState()).toMatchObject({ notices: [], isRestarting: false, transaction: 'idle', activity: null });
  });

  it('judges nothing when a check is stopped', async () => {
    const store = await openStoppedPage();
    await run(
      store,
      `create function loud() returns boolean language plpgsql as 'begin raise notice ''!''; return true; end';
       create view product as select name from line where loud()`,
    );
    await store.getState().check();
    expect(store.getState().grades['move-the-name']).toMatchObject({
      kind: 'unavailable',
      failure: { kind: 'stopped', afterMs: expect.any(Number) },
    });
    expect(await run(store, 'select count(*) from line')).toEqual([['3']]);
  });

  it('waits for the tables when it is asked too early', async () => {
    const store = await openPage();
    const preparing = store.getState().openStep('ask-for-it');
    const asked = store.getState().submitSql('select count(*) from product', 0);
    await Promise.all([preparing, asked]);
    expect(lastRows(store)).toEqual([['2']]);
  });
});

describe('what is stored', () => {
  it('brings a learner back to the step, the text and the history', async () => {
    const storage = keptInMemory();
    const first = await openPage(storage);
    first.getState().editDraft(answer);
    await first.getState().check();
    await first.getState().goOn('move-the-name');
    first.getState().editDraft('select 1 + 1');
    const again = (await openPage(storage)).getState();
    expect(again.currentStep).toBe(1);
    expect(again.draft()).toBe('select 1 + 1');
    expect(again.records['forms/two-names']?.history.map(({ sql }) => sql)).toEqual([answer]);
    expect(again.catalog?.tables.map(({ name }) => name)).toEqual(['line', 'product']);
  });

  it('leads a learner who passed a step, and left, to the next one with its tables', async () => {
    const storage = keptInMemory();
    const first = await openPage(storage);
    first.getState().editDraft(answer);
    await first.getState().check();
    const again = await openPage(storage);
    expect(again.getState().currentStep).toBe(1);
    expect(await run(again, 'select count(*) from product')).toEqual([['2']]);
  });

  it.each([
    ['from a future version', JSON.stringify({ version: 99, value: {} })],
    ['of another shape', JSON.stringify({ version: 1, value: { passedSteps: 3 } })],
    ['that is no JSON', '{"version":1,'],
  ])('is set aside and said when it is a record %s', async (_, text) => {
    const storage = keptInMemory(new Map([['rowhouse:lesson:forms/two-names', text]]));
    const { getState } = await openPage(storage);
    expect(getState().database).toEqual({ kind: 'ready' });
    expect(storage.values.get('rowhouse:set-aside:lesson:forms/two-names')).toBe(text);
    expect(getState().notices.map(({ id }) => id)).toEqual(['set-aside-forms/two-names']);
  });

  it('is not needed: a full store is said once, and the lesson goes on', async () => {
    const { getState } = await openPage({ ...keptInMemory(), write: () => false });
    getState().editDraft('select 1');
    getState().editDraft('select 2');
    expect(getState().draft()).toBe('select 2');
    expect(getState().notices.map(({ id }) => id)).toEqual(['storage-full']);
  });
});

it('a lesson that does not exist is said to be unknown', async () => {
  const { getState } = await openPage(keptInMemory(), 'forms/none');
  expect(getState().lesson).toEqual({ kind: 'unavailable', id: 'forms/none', reason: { kind: 'unknown' } });
});
