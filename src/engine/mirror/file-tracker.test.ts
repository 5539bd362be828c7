import { PGlite } from '@electric-sql/pglite';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChanges, baseState, type DirectoryState } from '#core/engine/directory-state.ts';
import { unpackFiles } from '#engine/file-archive.ts';
import { filesBelow } from '#engine/memory-image.ts';
import { readServerResources } from '#engine/node-engine.ts';
import { startPostgres, type Postgres } from '#engine/postgres.ts';
import { directoryFiles } from './directory-files.ts';

const { files } = await readServerResources();
const [, ...base] = unpackFiles(new Uint8Array(files.baseImage.slice(0)));

/** What makes, grows, shrinks, replaces and removes files of every kind. */
const statements = [
  'create table if not exists t (a int, b text)',
  "insert into t select i, repeat('x', i % 900) from generate_series(1, 3000) i",
  'delete from t where a % 3 = 0',
  'vacuum t',
  'vacuum full t',
  'truncate t',
  'create index on t (a)',
  'reindex table t',
  'drop table if exists t',
  'checkpoint',
  'analyze',
  'select pg_switch_wal()',
  'alter system set work_mem to 3000',
  'select lo_from_bytea(0, repeat($$y$$, 100000)::bytea)',
  'create database other',
  'drop database if exists other',
  'create unlogged table if not exists u as select 1 as a',
  'begin',
  'commit',
  'rollback',
] as const;

/** The data directory as the file system of the instance has it. */
async function actualFiles(postgres: Postgres): Promise<ReadonlyMap<string, string | null>> {
  const { image } = await postgres.capture();
  return contentsByPath(filesBelow(image, PGlite.paths.PGDATA));
}

function contentsByPath(
  listed: readonly { readonly path: string; readonly contents: Uint8Array | null }[],
): ReadonlyMap<string, string | null> {
  return new Map(
    listed
      .filter(({ path }) => path !== PGlite.paths.PGDATA && !/pgsql_tmp|postmaster\.pid/.test(path))
      .map(({ path, contents }): [string, string | null] => [
        path,
        contents === null ? null : Buffer.from(contents).toString('latin1'),
      ])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

it('knows every byte that any statement has changed, and none that was put back', async () => {
  let mirrored: DirectoryState = baseState(files.baseImageKey);
  const postgres = await startPostgres(files, Promise.resolve(mirrored), (changes) => {
    mirrored = applyChanges(mirrored, changes);
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...statements), { minLength: 3, maxLength: 12 }), async (script) => {
      const kept = { state: await postgres.capture(), mirrored };
      for (const statement of script) {
        await postgres.query(statement);
        postgres.reportChanges();
      }
      expect(contentsByPath(directoryFiles(base, mirrored))).toEqual(await actualFiles(postgres));
      await postgres.query('drop table if exists t; create table t as select 1 as a');
      postgres.reinstate(kept.state);
      ({ mirrored } = kept);
      expect(contentsByPath(directoryFiles(base, mirrored))).toEqual(await actualFiles(postgres));
      await postgres.query('rollback');
    }),
    { numRuns: 15 },
  );
  await postgres.close();
}, 60_000);
