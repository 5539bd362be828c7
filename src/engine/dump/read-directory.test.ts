import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { done, rowsOf } from '#engine/test-questions.ts';
import { gunzip } from './gunzip.ts';
import { readTar } from './tar-archive.ts';
import { bytes, dumpOf, loadInto, refusalOf } from './test-files.ts';

let engine: Engine;
/** The data directory of a database with one table, packed by tar only. */
let tar: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  engine = await createNodeEngine();
  await done(engine, 'create table t (a int); insert into t values (1), (2)');
  tar = Uint8Array.from(gunzipSync(await dumpOf(engine, 'directory')));
});

afterAll(() => engine.close());

interface Entry {
  readonly path: string;
  readonly contents: Uint8Array | null;
  readonly type?: string;
}

/** Packs as tar does; a directory is an entry without contents. */
function packTar(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const blocks = entries.flatMap(({ path, contents, type }) => {
    const header = new Uint8Array(512);
    const put = (text: string, at: number) => header.set(bytes(text), at);
    put(path, 0);
    put('0000644\0', 100);
    put(`${(contents?.length ?? 0).toString(8).padStart(11, '0')}\0`, 124);
    put('        ', 148);
    put(type ?? (contents === null ? '5' : '0'), 156);
    put('ustar\x0000', 257);
    put(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    const body = new Uint8Array(Math.ceil((contents?.length ?? 0) / 512) * 512);
    body.set(contents ?? []);
    return [header, body];
  });
  return new Uint8Array(Buffer.concat([...blocks, new Uint8Array(1024)]));
}

function packedEntries(): readonly Entry[] {
  const read = readTar(tar);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** The archive with other contents of one file. */
function withFile(name: string, contents: (before: Uint8Array) => Uint8Array): Uint8Array<ArrayBuffer> {
  return packTar(
    packedEntries().map((entry) =>
      entry.path.endsWith(name) && entry.contents !== null
        ? { ...entry, contents: contents(Uint8Array.from(entry.contents)) }
        : entry,
    ),
  );
}

describe('a data directory is loaded', () => {
  it.each([
    ['gzipped', () => Uint8Array.from(gzipSync(tar))],
    ['not gzipped', () => tar],
    [
      'packed in a directory of its own',
      () => packTar(packedEntries().map((entry) => ({ ...entry, path: `./pgdata${entry.path}` }))),
    ],
    [
      'packed without entries for directories, and with those of other kinds',
      () =>
        packTar([
          { path: 'pax_global_header', contents: bytes('19 comment=whatever\n'), type: 'g' },
          ...packedEntries().filter(({ contents }) => contents !== null),
          { path: 'postmaster.pid', contents: bytes('1\n/elsewhere\n') },
        ]),
    ],
  ])('%s', async (_, archive) => {
    const other = await createNodeEngine();
    await loadInto(other, 'directory', archive());
    expect(await rowsOf(other, 'select a from t order by a')).toEqual([['1'], ['2']]);
    await other.close();
  });

  it('of a PGlite that was set up otherwise, and our settings hold', async () => {
    const foreign = await PGlite.create();
    await foreign.exec('create table t (a int); insert into t values (7)');
    const archive = await foreign.dumpDataDir('gzip');
    await foreign.close();
    const other = await createNodeEngine();
    await loadInto(other, 'directory', new Uint8Array(await archive.arrayBuffer()));
    expect(
      await rowsOf(other, "select a, current_setting('max_stack_depth'), current_setting('shared_buffers') from t"),
    ).toEqual([['7', '100kB', '16MB']]);
    await other.close();
  });
});

describe('a data directory is refused', () => {
  const cases: readonly (readonly [name: string, archive: () => Uint8Array, reason: string])[] = [
    ['garbage', () => bytes('x'.repeat(5_000)), 'The file cannot be loaded: it is not an archive made by tar.'],
    ['nothing', () => new Uint8Array(), 'The file cannot be loaded: it is not an archive made by tar.'],
    [
      'a gzipped script',
      () => gzipSync(bytes('select 1;'.repeat(1_000))),
      'The file cannot be loaded: it is not an archive made by tar.',
    ],
    ['half of it', () => tar.subarray(0, tar.length / 2), 'The file cannot be loaded: it ends too early.'],
    [
      'half of it, gzipped',
      () => gzipSync(tar).subarray(0, 500_000),
      'The file is damaged or incomplete: it cannot be unpacked.',
    ],
    [
      'a damaged header',
      () => {
        const damaged = tar.slice();
        // The first entry is a directory, of a header only.
        damaged[512] = 1;
        return damaged;
      },
      'The file cannot be loaded: it is damaged.',
    ],
    [
      'another archive',
      () => packTar([{ path: 'letter.txt', contents: bytes('Dear') }]),
      'The file is no data directory of PostgreSQL: it has no global/pg_control.',
    ],
    [
      'one without a version',
      () => packTar(packedEntries().filter(({ path }) => !path.endsWith('PG_VERSION'))),
      'The file is no data directory of PostgreSQL: it has no PG_VERSION.',
    ],
    [
      'a path that leads out',
      () => packTar([...packedEntries(), { path: '/base/../../../etc/passwd', contents: bytes('x') }]),
      'The file cannot be loaded: /base/../../../etc/passwd leads out of the data directory.',
    ],
    [
      'a link',
      () => packTar([...packedEntries(), { path: 'pg_tblspc/1', contents: bytes(''), type: '2' }]),
      'The file cannot be loaded: it holds pg_tblspc/1, which is neither a file nor a directory.',
    ],
    [
      'an older PostgreSQL',
      () => withFile('PG_VERSION', () => bytes('16\n')),
      'The data directory was made by PostgreSQL 16, and this page runs 18. A dump as SQL can be loaded.',
    ],
    [
      'an early 18',
      () => withFile('pg_control', (control) => control.fill(1, 12, 13)),
      "The data directory was made by another version of PostgreSQL: its catalogs are of version 202506241, this page's of 202506291. A dump as SQL can be loaded.",
    ],
    [
      'one of a 64-bit machine',
      () => withFile('pg_control', (control) => control.fill(1, 248, 249)),
      'The data directory was made by PostgreSQL on another kind of machine: this page runs it for 32 bits. A dump as SQL can be loaded.',
    ],
    [
      'a short control file',
      () => withFile('pg_control', (control) => control.slice(0, 100)),
      'The data directory is damaged: global/pg_control is too short.',
    ],
  ];

  it.each(cases)('%s', async (_, archive, reason) => {
    expect(await refusalOf(engine, 'directory', Uint8Array.from(archive()))).toBe(reason);
    expect(await rowsOf(engine, 'select count(*) from t')).toEqual([['2']]);
  });

  it.each([
    ['a control file that lies', () => withFile('pg_control', (control) => control.fill(7, 32, 40))],
    ['no catalog', () => packTar(packedEntries().filter(({ path }) => !/\/base\/5\/(1259|1249|1255)$/.test(path)))],
    ['a damaged catalog', () => withFile('/base/5/1259', (table) => table.fill(1))],
  ])('%s, because no server starts on it', async (_, archive) => {
    expect(await refusalOf(engine, 'directory', archive())).toMatch(/^PostgreSQL cannot use this data directory/);
    expect(await rowsOf(engine, 'select count(*) from t')).toEqual([['2']]);
  });

  it('too much', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(2_000_000)));
    expect(await gunzip(bomb, 1_000_000)).toEqual({ ok: false, error: 'too large' });
    expect(await gunzip(bomb, 2_000_000)).toMatchObject({ ok: true, value: { length: 2_000_000 } });
  });
});
