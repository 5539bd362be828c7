import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { findingKey, type Finding } from '#core/review/finding.ts';
import { engineForTests } from '#engine/test-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { isReviewStale } from './review-slice.ts';

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

function findings(): readonly Finding[] {
  const { review } = store.getState();
  if (review.kind !== 'ready') throw new Error(JSON.stringify(review));
  return review.review.findings;
}

const prices = 'create table offer (id int primary key, price float8 not null); insert into offer values (1, 0.1)';

describe('the review of a lesson’s database', () => {
  it('is of what is there, and stale when that was changed, not when it was read', async () => {
    await run(prices);
    await store.getState().startReview();
    expect(findings().map(({ rule }) => rule)).toEqual(['float-money']);
    await run('select * from offer');
    expect(isReviewStale(store.getState())).toBe(false);
    await run('insert into offer values (2, 0.2)');
    expect(isReviewStale(store.getState())).toBe(true);
    await store.getState().undo();
    expect(isReviewStale(store.getState())).toBe(false);
  });

  it('leaves out what the lesson has put away', async () => {
    await run(`${prices}; create schema kept; create table kept.offer as table offer`);
    await store.getState().startReview();
    expect(findings().map(({ table }) => table.schema)).toEqual(['public']);
  });

  it('runs a fix as the learner’s own, which Undo takes back, and reviews again', async () => {
    await run(prices);
    await store.getState().startReview();
    const fix = findings()[0]?.fixes[0];
    if (fix === undefined) throw new Error('no fix');
    await store.getState().runFix(fix);
    expect(findings()).toEqual([]);
    expect(isReviewStale(store.getState())).toBe(false);
    expect(store.getState().records['shop/sells']?.history.at(-1)?.sql).toBe(fix.sql);
    await store.getState().undo();
    expect(store.getState().catalog?.tables.find(({ name }) => name === 'offer')?.columns[1]?.type).toBe(
      'double precision',
    );
    expect(isReviewStale(store.getState())).toBe(true);
  });

  it('says why a fix failed, and leaves no transaction behind', async () => {
    await run(prices);
    await store.getState().runFix({ label: 'bad', sql: 'drop table offer;\ndrop table nowhere;' });
    expect(store.getState().fixFailure).toBe('42P01 table "nowhere" does not exist');
    expect(store.getState().transaction).toBe('idle');
    expect((await engine.probe('select * from offer')).statements[0]?.kind).toBe('done');
  });

  it('does not end a transaction of the learner', async () => {
    await run(`begin; ${prices}`);
    await store.getState().startReview();
    const fix = findings()[0]?.fixes[0];
    if (fix === undefined) throw new Error('no fix');
    await store.getState().runFix({ ...fix, sql: `${fix.sql}\nselect 1;` });
    expect(store.getState().transaction).toBe('open');
    await run('rollback');
    expect(store.getState().catalog?.tables.map(({ name }) => name)).toEqual(['product']);
  });

  it('is not made in a transaction that has failed', async () => {
    await run('begin; select 1 / 0');
    await store.getState().startReview();
    expect(store.getState().review).toMatchObject({ kind: 'failed', message: expect.stringContaining('25P02') });
  });

  it('remembers what is meant so until the lesson is left', async () => {
    await run(prices);
    await store.getState().startReview();
    const [finding] = findings();
    if (finding === undefined) throw new Error('no finding');
    store.getState().dismissFinding(finding, true);
    await store.getState().startReview();
    expect(store.getState().dismissedFindings).toEqual(findings().map(findingKey));
    store.getState().dismissFinding(finding, false);
    expect(store.getState().dismissedFindings).toEqual([]);
    store.getState().dismissFinding(finding, true);
    await store.getState().openLesson('shop/adds');
    expect(store.getState()).toMatchObject({ dismissedFindings: [], review: { kind: 'none' } });
  });

  it('can be stopped, and is told so; the tables are there', async () => {
    await run(prices);
    const reviewing = store.getState().startReview();
    while (store.getState().activity === null) await Promise.resolve();
    await store.getState().stopRun();
    await reviewing;
    const { review } = store.getState();
    // It may have been quicker than the stop.
    const words = review.kind === 'failed' ? review.message : 'The review was not finished: Stopped';
    expect(words).toMatch(/^The (review was not finished|tables could not be read): Stopped/);
    expect((await engine.probe('select * from offer')).statements[0]?.kind).toBe('done');
  });
});
