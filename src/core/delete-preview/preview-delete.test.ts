import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import type { DeletePreview } from './fall.ts';
import { previewDelete } from './preview-delete.ts';
import { previewWords } from './preview-words.ts';

let engine: Engine;

const { putBack } = engineForTests((started) => (engine = started));

async function previewOf(sql: string, table: string, condition: string): Promise<DeletePreview> {
  const { statements } = await engine.run(sql);
  const failed = statements.find(({ kind }) => kind === 'failed');
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error('no catalog');
  const found = catalog.value.tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`no table ${table}`);
  const preview = await previewDelete(catalog.value, found, condition, (script) => engine.probe(script));
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  return preview.value;
}

const actions = ['cascade', 'cascade', 'cascade', 'set null', 'set default', 'restrict', 'no action'] as const;

/** Tables that refer to each other and to themselves at will, with up to ten rows each. */
const someSchema = fc.gen().map((draw) => {
  const count = draw(fc.integer, { min: 1, max: 4 });
  const rows = draw(fc.integer, { min: 1, max: 10 });
  const at = (most: number): number => draw(fc.nat, { max: most });
  const columns = Array.from({ length: count }, () => Array.from({ length: at(2) + 1 }, () => at(count - 1)));
  const creates = columns.map((keys, place) => {
    const list = keys.map(
      (_, key) => `"k ${key}" int${at(5) === 0 ? ' not null' : ''}${at(2) === 0 ? ' default 1' : ''}`,
    );
    return `create table "t ${place}" (id int primary key, ${list.join(', ')})`;
  });
  const inserts = columns.flatMap((keys, place) =>
    Array.from({ length: rows }, (_, row) => {
      const values = keys.map(() => 1 + at(rows - 1));
      return `insert into "t ${place}" values (${[row + 1, ...values].join(', ')})`;
    }),
  );
  const alters = columns.flatMap((keys, place) =>
    keys.map((target, key) => {
      const late = at(4) === 0 ? ' deferrable initially deferred' : '';
      return `alter table "t ${place}" add foreign key ("k ${key}") references "t ${target}" on delete ${actions[at(6)]}${late}`;
    }),
  );
  return { sql: [...creates, ...inserts, ...alters].join(';\n'), condition: `id <= ${1 + at(2)}` };
});

describe('previewDelete', () => {
  it('counts what PostgreSQL deletes, and says refused exactly where it refuses', async () => {
    let decided = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(someSchema, async ({ sql, condition }) => {
        await putBack();
        const { fall, truth, agree } = await previewOf(sql, 't 0', condition);
        expect({ agree, fall, truth }).toMatchObject({ agree: true });
        all += 1;
        if (fall.verdict === 'uncertain') return;
        decided += 1;
        expect(truth.kind).toBe(fall.verdict === 'goes' ? 'went' : 'refused');
      }),
      { numRuns: 40 },
    );
    expect(decided / all).toBeGreaterThan(0.5);
  }, 200_000);

  it('counts a row that two ways reach once, level by level, and says so', async () => {
    const { fall, agree } = await previewOf(
      `create table u (id int primary key, boss int references u on delete cascade);
       insert into u values (1, null), (2, 1), (3, 2), (4, 1), (5, null);
       create table o (id int primary key, u int references u on delete cascade, seller int references u on delete cascade);
       insert into o values (1, 1, 2), (2, 3, 3), (3, 5, 5);
       create table p (o int references o on delete set null);
       insert into p values (1), (2), (3)`,
      'u',
      'id = 1',
    );
    expect(agree).toBe(true);
    expect(fall.totals).toEqual(
      expect.arrayContaining([
        { table: { schema: 'public', name: 'u' }, deleted: 4, changed: 0, blocking: 0 },
        { table: { schema: 'public', name: 'o' }, deleted: 2, changed: 0, blocking: 0 },
        { table: { schema: 'public', name: 'p' }, deleted: 0, changed: 2, blocking: 0 },
      ]),
    );
    const below = fall.root.children.find(({ by }) => by?.constraint === 'u_boss_fkey');
    expect(below).toMatchObject({ count: 3, levels: 2 });
    expect(below?.children.map(({ count, alsoReached }) => [count, alsoReached])).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('follows rows into partitions, and keys of several columns', async () => {
    const { fall, agree } = await previewOf(
      `create table a (x int, y int, primary key (x, y)); insert into a values (1, 1), (1, 2);
       create table m (id int, x int, y int, foreign key (x, y) references a on delete cascade) partition by list (id);
       create table m1 partition of m for values in (1); create table m2 partition of m default;
       insert into m values (1, 1, 1), (2, 1, 1), (3, 1, 2)`,
      'a',
      'y = 1',
    );
    expect(agree).toBe(true);
    expect(fall.totals).toContainEqual({ table: { schema: 'public', name: 'm' }, deleted: 2, changed: 0, blocking: 0 });
  });

  it('tells in words what stands in the way, and what is no condition', async () => {
    const preview = await previewOf(
      `create table u (id int primary key); insert into u values (1);
       create table pay (u int references u on delete restrict); insert into pay values (1)`,
      'u',
      '',
    );
    expect(preview.statement).toBe('delete from u');
    expect(previewWords(preview)).toMatch(
      /^1 row of u would have to go\. 1 row of pay stands in the way\. .*\(23001\)\.$/,
    );
    await expect(previewOf('', 'u', 'id = 1); drop table u; --')).rejects.toThrow('statement');
  });
});
