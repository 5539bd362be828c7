import { describe, expect, it, vi } from 'vitest';
import { normalizationCard } from '#content/labs/normalization/normalization-card.ts';
import { labKinds } from '#content/labs/registry.ts';
import { createLocalDiscoverer } from '#simulator/discovery/local-discoverer.ts';
import { createLocalSimulator } from '#simulator/local-simulator.ts';
import { createAppStore, type AppStore } from '#state/app-store.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import type { OpenLab } from './open-lab.ts';

/** A relation on paper, opened on its own. */
async function opened(): Promise<AppStore> {
  const store = createAppStore({
    courseSource: {
      course: { title: 'A course', tracks: [] },
      load: () => Promise.reject(new Error('no lesson is asked for')),
    },
    startEngine: () => Promise.reject(new Error('no database is asked for')),
    storage: { isLasting: false, read: () => null, write: () => true, remove: () => undefined },
    vault: memoryVault(),
    simulator: createLocalSimulator(labKinds),
    saveFile: () => undefined,
    discovery: createLocalDiscoverer(),
    wallClock: () => 0,
  });
  const values = { attributes: 'id, day, van', dependencies: 'id -> day', meant: '' };
  store.getState().openLab({
    kind: 'normalization',
    place: { kind: 'own' },
    initial: values,
    values,
    problems: [],
    controls: normalizationCard.fields.map(({ path }) => path),
    seed: 1,
    seedProblem: null,
    at: null,
    fork: null,
  });
  await ended(store);
  return store;
}

function labOf({ getState }: AppStore): OpenLab {
  const { lab } = getState();
  if (lab === null) throw new Error('no lab is open');
  return lab;
}

async function ended(store: AppStore): Promise<OpenLab> {
  await vi.waitFor(() => expect([labOf(store).run.kind, labOf(store).moment === null]).toEqual(['ended', false]));
  return labOf(store);
}

describe('a relation on paper', () => {
  it('shows its one moment, and what follows from other lines', async () => {
    const store = await opened();
    expect(labOf(store).run.summary?.metrics).toMatchObject({ candidateKeys: 1, normalForm: 0 });
    store.getState().setLabValue('dependencies', 'id -> day, van\nday, van -> id');
    await vi.waitFor(() => expect(labOf(store).run.summary?.metrics['candidateKeys']).toBe(2));
    expect((await ended(store)).moment).toMatchObject({ index: 0, metrics: { normalForm: 3 } });
  });

  it('keeps a text that is wrong in its field, and goes on with the one before', async () => {
    const store = await opened();
    store.getState().setLabValue('dependencies', 'id -> day, driver');
    expect(labOf(store)).toMatchObject({
      values: { dependencies: 'id -> day' },
      asked: { dependencies: 'id -> day, driver' },
      problems: [{ path: 'dependencies' }],
    });
    store.getState().setLabValue('dependencies', 'id -> van');
    expect(labOf(store)).toMatchObject({ values: { dependencies: 'id -> van' }, asked: {}, problems: [] });
  });

  it('takes both texts once the second fits the first', async () => {
    const store = await opened();
    // An attribute goes of which a line still speaks.
    store.getState().setLabValue('attributes', 'id, van');
    expect(labOf(store)).toMatchObject({
      values: { attributes: 'id, day, van' },
      problems: [{ path: 'dependencies' }],
    });
    store.getState().setLabValue('dependencies', 'id -> van');
    expect(labOf(store)).toMatchObject({
      values: { attributes: 'id, van', dependencies: 'id -> van' },
      asked: {},
      problems: [],
    });
  });

  it('forgets what was not taken when it is reset', async () => {
    const store = await opened();
    store.getState().setLabValue('attributes', '');
    store.getState().resetLab();
    expect(labOf(store)).toMatchObject({ values: { attributes: 'id, day, van' }, asked: {}, problems: [] });
  });
});
