import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { lastEdit } from './dependency-edits-slice.ts';
import type { StatedDependency } from './normalization-slice.ts';
import { relationOf } from './relation-of.ts';

let engine: Engine;
let store: AppStore;

engineForTests((started) => (engine = started));

const product = { schema: 'public', name: 'product' };

beforeEach(async () => {
  store = await openShop(engine);
  store.getState().chooseNormalizationTable(product);
});

function says(determinant: string, dependent: string): StatedDependency {
  return { kind: 'functional', origin: 'stated', determinant: [determinant], dependents: [dependent] };
}

function stated(): readonly StatedDependency[] {
  return relationOf(store.getState())?.stated ?? [];
}

const one = says('name', 'id');
const other = says('id', 'name');

describe('edits of dependencies', () => {
  it('are taken back one by one', () => {
    const { editDependencies, takeBackDependencies } = store.getState();
    expect(lastEdit(store.getState(), product)).toBeNull();
    editDependencies(product, [one]);
    editDependencies(product, [one, other]);
    takeBackDependencies(product);
    expect(stated()).toEqual([one]);
    takeBackDependencies(product);
    expect(stated()).toEqual([]);
    expect(lastEdit(store.getState(), product)).toBeNull();
    takeBackDependencies(product);
    expect(stated()).toEqual([]);
  });

  it('are not taken back over what was stated elsewhere since', () => {
    const { editDependencies, stateDependencies, takeBackDependencies } = store.getState();
    editDependencies(product, [one]);
    stateDependencies(product, [one, other]);
    expect(lastEdit(store.getState(), product)).toBeNull();
    takeBackDependencies(product);
    expect(stated()).toEqual([one, other]);
  });

  it('are of their table alone', () => {
    const { editDependencies } = store.getState();
    editDependencies(product, [one]);
    expect(lastEdit(store.getState(), { schema: 'public', name: 'other' })).toBeNull();
  });

  it('wait as text until they are taken over, for each table', () => {
    const { typeDependencies } = store.getState();
    typeDependencies(product, 'name -> i');
    typeDependencies({ schema: 'public', name: 'other' }, 'a');
    typeDependencies(product, null);
    expect(Object.values(store.getState().dependencyTexts)).toEqual(['a']);
  });

  it('are stale, and kept, while their column is gone', async () => {
    store.getState().editDependencies(product, [one]);
    await store.getState().submitSql('alter table product drop column name', 0);
    await store.getState().refreshCatalog();
    const relation = relationOf(store.getState());
    expect([relation?.stated, relation?.stale]).toEqual([[], [one]]);
  });
});
