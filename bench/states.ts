import { PGlite } from '@electric-sql/pglite';
import { applyChanges, baseState, bytesOfStates, type DirectoryState } from '#core/engine/directory-state.ts';
import type { MemoryImage } from '#engine/memory-image.ts';
import { readServerResources } from '#engine/node-engine.ts';
import { startPostgres, type Postgres } from '#engine/postgres.ts';

/**
 * What it costs to keep a state of the database, and to go back to it: by an image of the machine's memory, by the mirror
 * of its files, and by dumping and loading its data directory. Prints one table for each number of rows; figures are
 * medians of `rounds`, in milliseconds and megabytes. Nothing is asserted: docs/adr/0004 says what follows from it.
 */
const rowCounts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 50_000, 500_000];
const rounds = 5;

const { files } = await readServerResources();

interface Measured {
  readonly what: string;
  readonly ms: number;
  readonly megabytes: number;
}

for (const rows of rowCounts) {
  console.log(`\n${rows.toLocaleString('en-US')} rows`);
  console.table(await measure(rows));
}

async function measure(rows: number): Promise<readonly Measured[]> {
  let mirrored: DirectoryState = baseState(files.baseImageKey);
  const postgres = await startPostgres(files, Promise.resolve(mirrored), (changes) => {
    mirrored = applyChanges(mirrored, changes);
  });
  await postgres.query('create table t (id int primary key, a int, b text)');
  await postgres.query(`insert into t select i, i % 97, md5(i::text) from generate_series(1, ${rows}) i`);
  await postgres.query('vacuum (analyze) t');
  await postgres.query('checkpoint');
  postgres.reportChanges();
  const measured: Measured[] = [];

  const first = await timed(() => postgres.capture());
  measured.push({ what: 'memory image, the first', ms: first.ms, megabytes: megabytesOfImages([first.value.image]) });

  for (const [what, sql] of [
    ['one row', 'update t set a = a + 1 where id = 500'],
    ['every row', 'update t set a = a + 1'],
  ] as const) {
    const keepMirror: number[] = [];
    const keepImage: number[] = [];
    const putBack: number[] = [];
    const restart: number[] = [];
    let mirrorBytes = 0;
    let imageBytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = { image: await postgres.capture(), state: mirrored };
      await postgres.query(sql);
      // As after each run.
      await postgres.checkpointBeyond(0);
      keepMirror.push((await timed(() => Promise.resolve(postgres.reportChanges()))).ms);
      mirrorBytes = bytesOfStates([before.state, mirrored]) - bytesOfStates([before.state]);
      const after = await timed(() => postgres.capture());
      keepImage.push(after.ms);
      imageBytes = megabytesOfImages([before.image.image, after.value.image]) - megabytesOfImages([before.image.image]);
      const state = mirrored;
      restart.push((await timed(() => answerOf(startPostgres(files, Promise.resolve(state), () => undefined)))).ms);
      putBack.push((await timed(() => Promise.resolve(postgres.reinstate(before.image)))).ms);
      mirrored = before.state;
    }
    measured.push(
      { what: `${what} updated: keep by memory image`, ms: median(keepImage), megabytes: imageBytes },
      { what: `${what} updated: keep by the mirror`, ms: median(keepMirror), megabytes: mirrorBytes / 1e6 },
      { what: `${what} updated: back by memory image`, ms: median(putBack), megabytes: 0 },
      { what: `${what} updated: back by the mirror, to the first answer`, ms: median(restart), megabytes: 0 },
    );
  }
  await postgres.close();
  return [...measured, ...(await measureDump(rows))].map(({ what, ms, megabytes }) => ({
    what,
    ms: Math.round(ms * 10) / 10,
    megabytes: Math.round(megabytes * 100) / 100,
  }));
}

/** PGlite's own way. */
async function measureDump(rows: number): Promise<readonly Measured[]> {
  const database = await PGlite.create();
  await database.exec(`create table t (id int primary key, a int, b text);
    insert into t select i, i % 97, md5(i::text) from generate_series(1, ${rows}) i`);
  await database.exec('vacuum (analyze) t');
  await database.exec('checkpoint');
  const dumped = await timed(() => database.dumpDataDir('none'));
  await database.close();
  const loaded = await timed(async () => {
    const copy = await PGlite.create({ loadDataDir: dumped.value });
    await copy.query('select 1');
    await copy.close();
  });
  return [
    { what: 'data directory dumped', ms: dumped.ms, megabytes: dumped.value.size / 1e6 },
    { what: 'data directory loaded, to the first answer', ms: loaded.ms, megabytes: 0 },
  ];
}

async function answerOf(starting: Promise<Postgres>): Promise<void> {
  const postgres = await starting;
  const answer = await postgres.query('select count(*) from t');
  if (!answer.ok || answer.value.ending.kind !== 'complete') throw new Error('the restarted database has no table t');
  await postgres.close();
}

/** The bytes of the pages that some images hold together. */
function megabytesOfImages(images: readonly MemoryImage[]): number {
  const pages = new Set(
    images
      .flatMap(({ memory, files: kept }) => [memory, ...kept.map(({ contents }) => contents)])
      .flatMap((held) => held.pages),
  );
  return [...pages].reduce((sum, page) => sum + (page?.length ?? 0), 0) / 1e6;
}

async function timed<T>(task: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const started = performance.now();
  const value = await task();
  return { value, ms: performance.now() - started };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
