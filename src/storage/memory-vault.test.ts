import { describe, expect, it } from 'vitest';
import { memoryVault } from './memory-vault.ts';
import { chunk, contents, nextEvent, state, writeAndWait } from './test-vault.ts';

describe('the vault in memory', () => {
  it('gives back what was written last', async () => {
    const vault = memoryVault();
    const shelf = await vault.open('forms/first');
    expect(await shelf.read()).toEqual({ condition: 'sound', contents: null });
    const written = contents({ live: state([chunk(1)]) });
    expect(await writeAndWait(shelf, written)).toEqual({ kind: 'saved' });
    await shelf.close();
    expect((await (await vault.open('forms/first')).read()).contents).toBe(written);
  });

  it('has one owner a lesson', async () => {
    const vault = memoryVault();
    const [first, second] = [await vault.open('forms/first'), await vault.open('forms/first')];
    second.write(contents({}));
    expect((await first.read()).contents).toBeNull();
    const told = nextEvent(first);
    await second.takeOver();
    expect(await told).toEqual({ kind: 'taken-over' });
    expect([first.isOwner, second.isOwner]).toEqual([false, true]);
  });
});
