import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '#core/catalog/catalog.ts';
import { diffCatalogs } from '#core/catalog/diff.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { rowsOf } from '#engine/test-questions.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { currentOf } from '#state/undo/undo-list.ts';
import type { ImportPlan, ImportProblem } from './import-report.ts';

let engine: Engine;
let store: AppStore;

engineForTests((started) => (engine = started));

beforeEach(async () => {
  store = await openShop(engine);
});

async function settle(): Promise<void> {
  // A state is put on the list after the run was answered.
  await store.getState().goToMoment(-1);
}

async function tried(text: string): Promise<ImportPlan> {
  store.getState().editSchemaText(text);
  await store.getState().tryImport();
  const { schemaImport } = store.getState();
  if (schemaImport.kind !== 'ready') throw new Error(JSON.stringify(schemaImport));
  return schemaImport.plan;
}

async function refused(text: string): Promise<ImportProblem> {
  store.getState().editSchemaText(text);
  await store.getState().tryImport();
  const { schemaImport } = store.getState();
  if (schemaImport.kind !== 'failed') throw new Error(JSON.stringify(schemaImport));
  return schemaImport.problem;
}

function names({ tables }: Pick<Catalog, 'tables'>): readonly string[] {
  return tables.map(qualifiedName);
}

async function live(): Promise<Catalog> {
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error('no catalog');
  return catalog.value;
}

const migration = `create table supplier (id int primary key, name text not null);
alter table product add column supplier_id int references supplier;
insert into supplier values (1, 'Mill');`;

describe('a schema file', () => {
  it('is looked at without a trace, and then taken over as one step that Undo takes back', async () => {
    await settle();
    const before = await live();
    const plan = await tried(migration);
    const diff = diffCatalogs(plan.before, plan.after);
    expect(names({ tables: diff.tables.added })).toEqual(['supplier']);
    expect(diff.tables.changed[0]?.columns.added[0]?.name).toBe('supplier_id');
    expect(await live()).toEqual(before);

    await store.getState().takeOverImport();
    await settle();
    expect(store.getState().schemaImport).toEqual({ kind: 'taken', name: 'pasted SQL' });
    expect(await rowsOf(engine, 'select name from supplier')).toEqual([['Mill']]);
    expect(await rowsOf(engine, 'select count(*) from product')).toEqual([['2']]);
    const { undoList } = store.getState();
    expect(undoList !== null && currentOf(undoList)).toMatchObject({ kind: 'event', title: 'Imported pasted SQL' });
    expect(names(store.getState().catalog ?? before)).toEqual(['product', 'supplier']);

    await store.getState().undo();
    expect(names(await live())).toEqual(['product']);
    await store.getState().redo();
    expect(names(await live())).toEqual(['product', 'supplier']);
  });

  it('takes the place of all that is there, where that is wanted', async () => {
    store.getState().setImportInstead(true);
    const plan = await tried('create table other (id int primary key); create schema two; create table two.x (id int)');
    const diff = diffCatalogs(plan.before, plan.after);
    expect([names({ tables: diff.tables.removed }), names({ tables: diff.tables.added })]).toEqual([
      ['product'],
      ['other', 'two.x'],
    ]);
    expect(diff.sequences.removed.map(({ name }) => name)).toEqual(['receipt']);
    expect(names(await live())).toEqual(['product']);
    await store.getState().takeOverImport();
    await settle();
    expect(names(await live())).toEqual(['other', 'two.x']);
    await store.getState().undo();
    expect(await rowsOf(engine, 'select name from product order by id')).toEqual([['Bread'], ['Milk']]);
  });

  it('leaves the settings of a dump with the dump', async () => {
    const before = await rowsOf(engine, 'show search_path');
    await tried(`select pg_catalog.set_config('search_path', '', false); create table public.b (id int);`);
    await store.getState().takeOverImport();
    expect(await rowsOf(engine, 'show search_path')).toEqual(before);
  });

  it('is shown once more where the database has changed since', async () => {
    await tried(migration);
    await store.getState().submitSql('alter table product add column price numeric', 0);
    await settle();
    await store.getState().takeOverImport();
    expect(store.getState().schemaImport).toMatchObject({ kind: 'ready', hasChanged: true });
    expect(names(await live())).toEqual(['product']);
    await store.getState().takeOverImport();
    expect(store.getState().schemaImport.kind).toBe('taken');
    expect(names(await live())).toEqual(['product', 'supplier']);
  });

  it('lists with its line what it passed over', async () => {
    const { passedOver, statements } = await tried(
      `-- a\ncreate role bob;\n\\set x 1\ncreate table b (id int);\ngrant select on b\n  to bob;`,
    );
    expect(passedOver.map(({ line, statement }) => [line, statement])).toEqual([
      [2, 'create role bob'],
      [3, '\\set x 1'],
      [5, 'grant select on b to bob'],
    ]);
    expect(statements).toBe(1);
  });
});

describe('an error in a schema file is said at its place, and changes nothing', () => {
  it.each<[what: string, text: string, line: number, column: number, sqlState: string, marked: string]>([
    [
      'in line 812',
      `${'create table if not exists a (id int);\n'.repeat(811)}  create table b (id integre);\n`,
      812,
      22,
      '42704',
      'integre',
    ],
    [
      'in the middle of a statement of many lines',
      'create table a (\n  id int,\n  name txet,\n  n int\n);',
      3,
      8,
      '42704',
      'txet',
    ],
    ['with the line ends of Windows', 'create table a (\r\n  id int,\r\n  name txet\r\n);\r\n', 3, 8, '42704', 'txet'],
    ['behind a mark of the byte order', '\uFEFFcreate table a (id itn);', 1, 20, '42704', 'itn'],
    ['after emoji', 'select \'😀😀\'; create table "😀" (id itn);', 1, 35, '42704', 'itn'],
    ['at a quote without an end', "select 1;\nselect 'it''s;\nselect 2;\n", 2, 8, '42601', "'it''s;"],
    [
      'at a dollar quote without an end',
      'select 1;\ncreate function f() returns int language sql as $$\nselect 1;\n',
      2,
      49,
      '42601',
      '$',
    ],
    ['in the rows of a COPY', 'create table a (id int);\ncopy a from stdin;\n1\ntwo\n\\.\n', 4, 1, '22P02', 'two'],
    [
      'where only the statement is known',
      'create table a (id int);\ninsert into a values (1);\nalter table a add column b int not null;',
      3,
      1,
      '23502',
      'alter',
    ],
  ])('%s', async (_, text, line, column, sqlState, marked) => {
    const before = await live();
    const problem = await refused(text);
    expect(problem).toMatchObject({ sqlState, place: { line, column } });
    const shown = problem.place?.excerpt.find((one) => one.before !== null);
    expect(shown?.text.slice(shown.before?.length)).toContain(marked.slice(0, 6));
    expect(await live()).toEqual(before);
  });

  it('where a transaction is not ended', async () => {
    expect(await refused('select 1;\nbegin;\ncreate table a (id int);')).toMatchObject({
      sqlState: null,
      statement: 'begin',
      place: { line: 2 },
    });
    expect(names(await live())).toEqual(['product']);
  });

  it('where there is nothing in it, or a transaction of the learner is open', async () => {
    expect((await refused('-- nothing\n')).message).toMatch(/no statement/);
    await store.getState().submitSql('begin; delete from product', 0);
    expect((await refused(migration)).hint).toMatch(/COMMIT or ROLLBACK/);
    expect(store.getState().transaction).toBe('open');
  });

  it.each<[what: string, bytes: Uint8Array<ArrayBuffer>, words: RegExp]>([
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), /not text in UTF-8/],
    ['a dump for pg_restore', new TextEncoder().encode('PGDMP...'), /only pg_restore can read/],
  ])('where the file is %s', async (_, bytes, words) => {
    await store.getState().readSchemaFile({
      name: 'a.sql',
      size: bytes.length,
      arrayBuffer: () => Promise.resolve(bytes.buffer),
    });
    expect(store.getState().schemaImport).toMatchObject({ problem: { message: expect.stringMatching(words) } });
  });
});

describe('a look at a file', () => {
  it('can be stopped, and the tables are there', async () => {
    store.getState().editSchemaText('create table a (id int); select 1;'.repeat(1));
    const trying = store.getState().tryImport();
    while (store.getState().activity === null) await Promise.resolve();
    await store.getState().stopRun();
    await trying;
    expect(names(await live())).toEqual(['product']);
    expect(await rowsOf(engine, 'select count(*) from product')).toEqual([['2']]);
  });
});
