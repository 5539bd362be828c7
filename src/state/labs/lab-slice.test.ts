import { describe, expect, it, vi } from 'vitest';
import { exampleValues } from '#content/labs/lab-values.ts';
import { poolCard } from '#content/labs/pool/pool-card.ts';
import { labKinds } from '#content/labs/registry.ts';
import type { Simulator } from '#content/labs/simulator.ts';
import { createLocalDiscoverer } from '#simulator/discovery/local-discoverer.ts';
import { createLocalSimulator } from '#simulator/local-simulator.ts';
import { createAppStore, type AppStore } from '#state/app-store.ts';
import type { Services } from '#state/services.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import type { LabOpening, OpenLab } from './open-lab.ts';

function storeOn(simulator: Simulator = createLocalSimulator(labKinds)): AppStore {
  const services: Services = {
    courseSource: {
      course: { title: 'A course', tracks: [] },
      load: () => Promise.reject(new Error('no lesson is asked for')),
    },
    startEngine: () => Promise.reject(new Error('no database is asked for')),
    storage: { isLasting: false, read: () => null, write: () => true, remove: () => undefined },
    vault: memoryVault(),
    simulator,
    discovery: createLocalDiscoverer(),
    saveFile: () => undefined,
    wallClock: () => 0,
  };
  return createAppStore(services);
}

function opening(part: Partial<LabOpening> = {}): LabOpening {
  const values = { ...exampleValues(poolCard), forS: 20 };
  return {
    kind: 'pool',
    place: { kind: 'own' },
    initial: values,
    values,
    problems: [],
    controls: poolCard.fields.map(({ path }) => path),
    seed: 1,
    seedProblem: null,
    at: null,
    fork: null,
    ...part,
  };
}

function labOf({ getState }: AppStore): OpenLab {
  const { lab } = getState();
  if (lab === null) throw new Error('no lab is open');
  return lab;
}

/** Waits until the store says so. */
async function until(store: AppStore, isSo: (lab: OpenLab) => boolean): Promise<OpenLab> {
  await vi.waitFor(() => expect(isSo(labOf(store))).toBe(true), { timeout: 20_000, interval: 5 });
  return labOf(store);
}

const hasEnded = ({ run, moment }: OpenLab): boolean => run.kind === 'ended' && moment !== null;

async function opened(part: Partial<LabOpening> = {}, store = storeOn()): Promise<AppStore> {
  store.getState().openLab(opening(part));
  await until(store, hasEnded);
  await until(store, ({ moment, run }) => (moment?.index ?? 0) > 0 && run.kind === 'ended');
  return store;
}

async function at(store: AppStore, index: number): Promise<OpenLab> {
  return until(store, ({ moment }) => moment?.index === index);
}

describe('the lab that is open', () => {
  it('is computed, and looked at in its middle', async () => {
    const store = await opened();
    const length = labOf(store).run.summary?.length ?? 0;
    expect(length).toBeGreaterThan(3000);
    const { moment, speed } = await at(store, Math.floor(length / 2));
    expect(moment?.frame).toMatchObject({ timeMs: moment?.timeMs });
    expect(speed).toBe(0.1);
  });

  it('opens at the moment that is asked for', async () => {
    const store = await opened({ at: 700 });
    expect((await at(store, 700)).moment?.index).toBe(700);
  });

  it('is at the same moment ten steps back and ten forward', async () => {
    const store = await opened({ at: 1200 });
    const before = (await at(store, 1200)).moment;
    for (let step = 1; step <= 10; step++) {
      store.getState().stepLab(-1);
      await at(store, 1200 - step);
    }
    for (let step = 1; step <= 10; step++) {
      store.getState().stepLab(1);
      await at(store, 1190 + step);
    }
    expect(labOf(store).moment).toEqual(before);
  });

  it('says at the field what is not allowed, and stays as it was', async () => {
    const store = await opened();
    const { values, run } = labOf(store);
    store.getState().setLabValue('arrivalsPerS', 0);
    expect(labOf(store)).toMatchObject({ values, run });
    expect(labOf(store).problems).toEqual([{ path: 'arrivalsPerS', message: 'must be from 0.1 to 100,000; found 0' }]);
    store.getState().setLabSeed('lucky');
    expect(labOf(store).seedProblem).toBe('must be a whole number from 0 to 4,294,967,295; found “lucky”');
    expect(labOf(store).seed).toBe(1);
  });

  it('runs again with what was set last, and looks at the same time', async () => {
    const store = await opened();
    const timeMs = labOf(store).moment?.timeMs ?? 0;
    for (const size of [7, 8, 9, 20]) store.getState().setLabValue('maxOpen', size);
    const { moment, run } = await until(store, (lab) => hasEnded(lab) && lab.run.summary?.metrics['meanWaitMs'] === 0);
    expect(labOf(store).values['maxOpen']).toBe(20);
    expect(run.kind).toBe('ended');
    expect(Math.abs((moment?.timeMs ?? 0) - timeMs)).toBeLessThan(100);
    store.getState().resetLab();
    await until(store, (lab) => hasEnded(lab) && (lab.run.summary?.metrics['meanWaitMs'] ?? 0) > 0);
    expect(labOf(store).values).toEqual(labOf(store).initial);
  });

  it('finds the next moment of a kind, and says where there is none', async () => {
    const store = await opened({ at: 100 });
    await at(store, 100);
    await store.getState().jumpLab('waits', 'forwards');
    const { moment } = await until(store, (lab) => (lab.moment?.index ?? 0) > 100);
    expect(moment?.event?.kind).toBe('waits');
    await store.getState().jumpLab('database-dies', 'forwards');
    expect(labOf(store).note).toBe('After this moment there is no “The database dies”.');
  });

  it('plays on by the time that went by, up to its end', async () => {
    const store = await opened({ at: 10 });
    const from = (await at(store, 10)).moment?.timeMs ?? 0;
    store.getState().playLab();
    expect(store.getState().advanceLab(500)).toBe(true);
    expect(store.getState().advanceLab(500)).toBe(true);
    await until(store, ({ moment }) => (moment?.timeMs ?? 0) > from + 900 && (moment?.timeMs ?? 0) <= from + 1000);
    expect(store.getState().advanceLab(1e9)).toBe(false);
    const { moment, run } = await until(store, (lab) => lab.moment?.index === lab.run.summary?.length);
    expect(moment?.index).toBe(run.summary?.length);
  });
});

describe('a fork', () => {
  it('is the same future until something is changed, and another one after', async () => {
    const store = await opened({ at: 1500 });
    await at(store, 1500);
    store.getState().forkLab();
    const same = await until(store, ({ fork }) => fork?.run.kind === 'ended');
    expect(same.fork?.index).toBe(1500);
    expect(same.fork?.timeMs).toBe(same.moment?.timeMs);
    store.getState().seekLab(1700);
    const both = await until(
      store,
      ({ moment, fork }) => moment?.index === 1700 && fork?.moment?.timeMs === moment.timeMs,
    );
    expect(both.fork?.moment?.frame).toEqual(both.moment?.frame);

    store.getState().setLabValue('maxOpen', 30);
    const other = await until(store, ({ fork }) => fork?.run.kind === 'ended' && fork.values['maxOpen'] === 30);
    expect(other.values['maxOpen']).toBe(6);
    await until(store, ({ fork, moment }) => {
      const [there, here] = [fork?.moment?.frame, moment?.frame];
      return there !== undefined && JSON.stringify(there) !== JSON.stringify(here);
    });
    store.getState().seekLab(10);
    expect((await at(store, 10)).fork?.moment).toBeNull();

    store.getState().adoptFork();
    const adopted = await until(store, (lab) => hasEnded(lab) && lab.fork === null);
    expect(adopted.values['maxOpen']).toBe(30);
  });

  it('says what cannot change in mid-run, and stays', async () => {
    const store = await opened({ at: 500 });
    await at(store, 500);
    store.getState().forkLab();
    await until(store, ({ fork }) => fork !== null);
    store.getState().setLabValue('applications', 3);
    const { problems, fork } = await until(store, (lab) => lab.problems.length > 0);
    expect(problems[0]).toMatchObject({ path: 'applications' });
    expect(fork?.values['applications']).toBe(1);
    store.getState().dropFork();
    expect(labOf(store)).toMatchObject({ fork: null, problems: [] });
  });

  it('comes back with the address that was shared', async () => {
    const values = { ...opening().values, maxOpen: 12 };
    const store = await opened({ at: 900, fork: { at: 400, values } });
    const { fork, moment } = await until(store, (lab) => lab.fork?.run.kind === 'ended' && lab.fork.moment !== null);
    expect(fork).toMatchObject({ index: 400, values });
    expect(fork?.timeMs).toBeLessThan(moment?.timeMs ?? 0);
  });
});

describe('a curve over a parameter', () => {
  it('is measured point by point, and can be stopped with what there is', async () => {
    const store = await opened();
    await store.getState().startSweep('pool-size');
    const { sweep } = store.getState();
    expect(sweep.kind).toBe('ended');
    if (sweep.kind !== 'ended') return;
    expect(sweep.points).toHaveLength(sweep.total);
    expect(sweep.points.find(({ x }) => x === 6)?.metrics['meanWaitMs']).toBeGreaterThan(0);

    const again = store.getState().startSweep('pool-size');
    const stop = store.subscribe(({ sweep: next, stopSweep }) => {
      if (next.kind === 'running' && next.points.length > 0) stopSweep();
    });
    await again;
    stop();
    const stopped = store.getState().sweep;
    expect(stopped).toMatchObject({ kind: 'ended', total: sweep.total });
    expect(stopped.kind === 'ended' ? stopped.points.length : Infinity).toBeLessThan(sweep.total);
  });
});

describe('a simulator that is lost', () => {
  /** A simulator whose runs are lost until it is mended. */
  function breakable() {
    const simulator = createLocalSimulator(labKinds);
    const faults = { isLost: true };
    const store = storeOn({
      begin: (request) => {
        const handle = simulator.begin(request);
        if (!faults.isLost) return handle;
        const done = Promise.resolve({ ok: false as const, error: { kind: 'lost' as const, reason: 'It died.' } });
        return { ...bound(handle), done };
      },
      sweep: (...asked) => simulator.sweep(...asked),
      close: () => simulator.close(),
    });
    return { store, faults };
  }

  it('is said, and the next run has another', async () => {
    const { store, faults } = breakable();
    store.getState().openLab(opening());
    await until(store, ({ run }) => run.kind === 'lost');
    faults.isLost = false;
    store.getState().resetLab();
    expect((await until(store, ({ run }) => run.kind === 'ended')).values).toEqual(opening().values);
  });

  it('computes again what was set, and its fork', async () => {
    const { store, faults } = breakable();
    const values = { ...opening().values, maxOpen: 9 };
    const forked = { ...values, maxOpen: 14 };
    faults.isLost = false;
    store.getState().openLab(opening({ values, at: 800, fork: { at: 400, values: forked } }));
    await until(store, ({ fork }) => fork?.run.kind === 'ended');
    faults.isLost = true;
    store.getState().setLabSeed('2');
    await until(store, ({ run }) => run.kind === 'lost');
    faults.isLost = false;
    store.getState().recomputeLab();
    const again = await until(store, ({ run }) => run.kind === 'ended');
    expect(again).toMatchObject({ values, seed: 2 });
    store.getState().forkLab();
    await until(store, ({ fork }) => fork?.run.kind === 'ended');
    store.getState().setLabValue('maxOpen', 14);
    await until(store, ({ fork }) => fork?.values['maxOpen'] === 14 && fork.run.kind === 'ended');
    store.getState().recomputeLab();
    expect((await until(store, ({ fork }) => fork?.run.kind === 'ended')).fork?.values).toEqual(forked);
  });
});

function bound(handle: ReturnType<Simulator['begin']>): Omit<ReturnType<Simulator['begin']>, 'done'> {
  return {
    stop: () => handle.stop(),
    onProgress: (listener) => handle.onProgress(listener),
    moment: (where) => handle.moment(where),
    find: (...asked) => handle.find(...asked),
    fork: (...asked) => handle.fork(...asked),
    close: () => handle.close(),
  };
}
