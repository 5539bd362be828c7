import { labKinds } from '#content/labs/registry.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCourse } from '#content/load-course.ts';
import type { DumpFormat, Engine } from '#core/engine/engine.ts';
import { err, ok } from '#core/shared/result.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { createLocalDiscoverer } from '#simulator/discovery/local-discoverer.ts';
import { createLocalSimulator } from '#simulator/local-simulator.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import { createAppStore, type AppStore } from '#state/app-store.ts';
import type { SavedFile } from '#state/services.ts';

const lesson = `---
title: A shop
summary: A shop.
minutes: 3
---

\`\`\`sql setup
create table product (id int);
insert into product values (1), (2);
\`\`\`

\`\`\`sql try
drop table product;
\`\`\`

## Look at it

\`\`\`sql solution
select 1;
\`\`\`

\`\`\`yaml check
- query: { sql: select count(*) from product, rows: [[3]] }
\`\`\`
`;

const files: Readonly<Record<string, string>> = {
  'course.yaml':
    'title: A course\ntracks:\n  - { id: forms, title: Forms, summary: Forms., lessons: [a-shop.md, b-shop.md] }\n',
  'forms/a-shop.md': lesson,
  'forms/b-shop.md': lesson,
};

const loadedCourse = await loadCourse({
  nameOf: (path) => path,
  read: (path) => Promise.resolve(files[path] ?? null),
  list: () => Promise.resolve(Object.keys(files)),
});

let engine: Engine;
let saved: SavedFile[];
let store: AppStore;

beforeEach(async () => {
  engine = await createNodeEngine();
  saved = [];
  store = createAppStore({
    courseSource: {
      course: loadedCourse.course,
      load: (id) => {
        const bundle = loadedCourse.lessons.find((candidate) => candidate.id === id)?.bundle;
        return Promise.resolve(bundle == null ? err({ kind: 'unknown' }) : ok(bundle));
      },
    },
    startEngine: () => Promise.resolve(ok(engine)),
    storage: { isLasting: true, read: () => null, write: () => true, remove: () => undefined },
    simulator: createLocalSimulator(labKinds),
    discovery: createLocalDiscoverer(),
    vault: memoryVault(),
    saveFile: (download) => saved.push(download),
    wallClock: () => new Date(2026, 0, 31, 23, 59).getTime(),
  });
  await store.getState().openLesson('forms/a-shop');
});

afterEach(() => engine.close());

function file(name: string, contents: string | Uint8Array<ArrayBuffer>): File {
  return new File([contents], name);
}

async function run(sql: string): Promise<unknown> {
  await store.getState().submitSql(sql, 0);
  const last = store.getState().lastRun?.outcome.statements.at(-1);
  return last?.kind === 'done' ? last.result?.rows : last;
}

function told(): unknown {
  return store.getState().notices.find(({ id }) => id === 'database-file');
}

describe('the database as a file', () => {
  it('can be undone when it was loaded, and redone', async () => {
    await run('insert into product values (3)');
    await store.getState().loadDatabase(file('other.sql', 'create table other (id int);'));
    const { undo, redo, lastGoodRun } = store.getState();
    // What was run before is no answer any more.
    expect(lastGoodRun).toBeNull();
    await undo();
    expect(store.getState().travelNote).toContain('before “Loaded other.sql”');
    expect(await run('select count(*) from product')).toEqual([['3']]);
    await redo();
    expect(store.getState().catalog?.tables.map(({ name }) => name)).toEqual(['other']);
  });

  it.each<[DumpFormat, name: string, type: string]>([
    ['sql', 'rowhouse-forms-a-shop-2026-01-31.sql', 'application/sql'],
    ['directory', 'rowhouse-forms-a-shop-2026-01-31.tar.gz', 'application/gzip'],
  ])('is downloaded as %s, and loaded back by its content', async (format, name, type) => {
    await run('insert into product values (3)');
    const downloading = store.getState().downloadDatabase(format);
    expect(store.getState().fileWork).toEqual({ kind: 'dump', format });
    await downloading;
    expect(saved.map((download) => [download.name, download.type])).toEqual([[name, type]]);
    expect(told()).toMatchObject({ tone: 'calm', text: `The database was downloaded as ${name}.` });

    await run('drop table product; begin');
    await store.getState().loadDatabase(file('some file', saved[0]?.contents ?? ''));
    expect(store.getState().fileWork).toBeNull();
    expect(store.getState().transaction).toBe('idle');
    expect(store.getState().catalog?.tables.map((table) => [table.name, table.rows.count])).toEqual([['product', 3]]);
    expect(told()).toMatchObject({ tone: 'calm', text: expect.stringContaining('some file is loaded') });
    await store.getState().check();
    expect(store.getState().grades['look-at-it']).toMatchObject({ kind: 'graded', step: { passed: true } });
  });

  it('is the learner’s, even while an example runs on a copy', async () => {
    const dropped = new Promise<void>((resolve) => {
      engine.subscribe(({ kind }) => kind === 'changed' && resolve());
    });
    const trying = store.getState().runTry(null, 0);
    await dropped;
    await Promise.all([trying, store.getState().downloadDatabase('sql')]);
    expect(new TextDecoder().decode(saved[0]?.contents)).toContain('CREATE TABLE public.product');
  });

  it('that cannot be loaded changes nothing, the open transaction included', async () => {
    await run('begin; delete from product');
    store.getState().showDatabaseDialog(true);
    await store.getState().loadDatabase(file('shop.sql', 'create table shop (a int);\nselect x;'));
    expect(store.getState().fileReport).toEqual({
      tone: 'failed',
      text: 'shop.sql was not loaded. Line 2 of the file: column "x" does not exist, 42703. Your tables are as they were.',
    });
    expect(told()).toBeUndefined();
    expect(store.getState().transaction).toBe('open');
    expect(await run('select count(*) from product')).toEqual([['0']]);
  });

  it('is given up when it is stopped', async () => {
    const loading = store.getState().loadDatabase(file('shop.sql', 'create table shop (a int)'));
    await store.getState().stopFileWork();
    await loading;
    expect(told()).toMatchObject({
      tone: 'warning',
      text: 'shop.sql was not loaded. It was stopped. Your tables are as they were.',
    });
  });

  it.each([
    [
      'that is too large',
      { name: 'shop.sql', size: 2e9, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) },
      'It is larger than a page can hold.',
    ],
    [
      'that is gone',
      { name: 'shop.sql', size: 1, arrayBuffer: () => Promise.reject(new Error('NotFoundError')) },
      'The browser could not read it.',
    ],
  ])('%s is not loaded', async (_, chosen, reason) => {
    await store.getState().loadDatabase(chosen);
    expect(told()).toMatchObject({ text: `shop.sql was not loaded. ${reason} Your tables are as they were.` });
  });

  it('is one at a time', async () => {
    const [first, second] = [store.getState().downloadDatabase('sql'), store.getState().downloadDatabase('sql')];
    await Promise.all([first, second]);
    expect(saved).toHaveLength(1);
  });

  it('that was read when the learner had turned to another lesson is not for that one', async () => {
    const loading = store.getState().loadDatabase(file('shop.sql', 'drop table if exists product'));
    await store.getState().openLesson('forms/b-shop');
    await loading;
    expect(await run('select count(*) from product')).toEqual([['2']]);
    expect(told()).toBeUndefined();
  });

  it('has a size, which grows', async () => {
    const before = store.getState().databaseBytes() ?? 0;
    await run('insert into product select generate_series(1, 50000)');
    expect(store.getState().databaseBytes()).toBeGreaterThan(before + 1_000_000);
  });
});
