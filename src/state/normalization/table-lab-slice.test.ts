import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { openShop } from '#state/test-shop.ts';
import { relationOf } from './relation-of.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

describe('a lab on a table', () => {
  it('asks its panel to the front, with the table as it stands, each time anew', async () => {
    const { getState } = await openShop(engine);
    await getState().submitSql(
      'create schema old; create table old."Line items" (id int, name text); create table wide (a int, b int, c int)',
      0,
    );
    // A state is put on the list after the run was answered.
    await getState().goToMoment(-1);
    getState().openTableLab({ panel: 'normalization', table: 'old.Line items' });
    const first = getState().panelAsked;
    expect(first).toEqual({ panel: 'normalization' });
    expect(relationOf(getState())?.table).toMatchObject({ schema: 'old', name: 'Line items' });
    getState().openTableLab({ panel: 'normalization', table: 'wide' });
    expect(relationOf(getState())?.table.name).toBe('wide');
    expect(getState().panelAsked).not.toBe(first);
  });

  it('opens on the table that was chosen before where its own is gone', async () => {
    const { getState } = await openShop(engine);
    await getState().submitSql('create table one (a int, b int); create table two (a int)', 0);
    // A state is put on the list after the run was answered.
    await getState().goToMoment(-1);
    getState().openTableLab({ panel: 'normalization', table: 'two' });
    getState().openTableLab({ panel: 'normalization', table: 'three' });
    expect(relationOf(getState())?.table.name).toBe('two');
  });

  it('asks for nothing any more in another lesson', async () => {
    const { getState } = await openShop(engine);
    getState().openTableLab({ panel: 'normalization', table: 'goods' });
    await getState().openLesson('shop/adds');
    expect(getState().panelAsked).toBeNull();
  });
});
