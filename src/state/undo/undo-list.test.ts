import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentOf,
  goTo,
  nextId,
  push,
  redo,
  shorten,
  startOf,
  statesLetGo,
  toRedo,
  toUndo,
  undo,
  type Moment,
  type UndoLimits,
  type UndoList,
} from './undo-list.ts';

type Numbered = Moment<number>;

const roomy: UndoLimits = { moments: 1_000, bytes: 1_000, always: 20, mostBytes: 1_000 };
const opening: Numbered = { id: 0, state: 0, isChange: false };

function listOf(pattern: string): UndoList<Numbered> {
  return Array.from(pattern).reduce<UndoList<Numbered>>(
    (list, letter, index) => push(list, { id: index + 1, state: index + 1, isChange: letter === 'C' }),
    startOf(opening),
  );
}

const noBytes = (): number => 0;

describe('an undo list', () => {
  it('has nothing to undo or redo at first', () => {
    const list = startOf(opening);
    expect([toUndo(list), toRedo(list)]).toEqual([null, null]);
    expect([undo(list), redo(list)]).toEqual([list, list]);
  });

  it('undoes the last change past what only looked, and redo leads back to where undo began', () => {
    const list = listOf('CCLL');
    expect(toUndo(list)?.id).toBe(2);
    const undone = undo(list);
    expect(currentOf(undone).id).toBe(1);
    expect(currentOf(redo(undone)).id).toBe(4);
  });

  it('puts a change in the place of all that was undone', () => {
    const undone = undo(undo(listOf('CCC')));
    const pushed = push(undone, { id: nextId(undone), state: 4, isChange: true });
    expect(pushed.moments.map(({ id }) => id)).toEqual([0, 1, 4]);
    expect(statesLetGo(undone, pushed)).toEqual([2, 3]);
  });

  it('keeps the way forward when something only looked', () => {
    const undone = undo(listOf('CC'));
    const looked = push(undone, { id: 3, state: 1, isChange: false });
    expect(looked.moments.map(({ id }) => id)).toEqual([0, 1, 3, 2]);
    expect(currentOf(redo(looked)).id).toBe(2);
    expect(statesLetGo(undone, looked)).toEqual([]);
  });

  it('goes to any moment, and stays where it is when that is gone', () => {
    const list = listOf('CCC');
    expect(currentOf(goTo(list, 1)).id).toBe(1);
    expect(goTo(list, 9)).toBe(list);
  });
});

describe('a list that grows too long', () => {
  it('lets go what only looked before any change', () => {
    const kept = shorten(listOf('LCLCC'), { ...roomy, moments: 4 }, noBytes);
    expect(kept.moments.map(({ id }) => id)).toEqual([0, 2, 4, 5]);
    expect([currentOf(kept).id, kept.isShortened]).toEqual([5, false]);
  });

  it('then lets the oldest go, and says so', () => {
    const kept = shorten(listOf('CCCC'), { ...roomy, moments: 3 }, noBytes);
    expect(kept.moments.map(({ id }) => id)).toEqual([2, 3, 4]);
    expect([currentOf(kept).id, kept.isShortened]).toEqual([4, true]);
  });

  it.each([
    ['beyond its bytes keeps the last 20 changes', 1_000, 20],
    ['far beyond them keeps what there is room for', 75, 6],
    ['beyond any bound keeps the last change', 5, 1],
  ])('%s', (_, mostBytes, changes) => {
    const kept = shorten(listOf('C'.repeat(30)), { ...roomy, bytes: 50, mostBytes }, ({ length }) => 10 * length);
    expect(kept.moments.slice(1)).toHaveLength(changes);
    expect([currentOf(kept).id, kept.isShortened]).toEqual([30, true]);
  });

  it('lets the farthest go of who has gone back to the beginning', () => {
    const kept = shorten(goTo(listOf('CCCC'), 0), { ...roomy, moments: 3 }, noBytes);
    expect(kept.moments.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(currentOf(kept).id).toBe(0);
  });
});

type Step =
  | { readonly kind: 'push'; readonly isChange: boolean }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'go'; readonly to: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('push' as const), isChange: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('go' as const), to: fc.nat(60) }) },
  ),
  { maxLength: 60 },
);

/** The same by two stacks, as one would write it down on paper: what was done, and what was undone, nearest first. */
class TwoStacks {
  done: Numbered[] = [];
  undone: Numbered[] = [];

  push(moment: Numbered): void {
    this.done.push(moment);
    if (moment.isChange) this.undone = [];
  }

  back(): void {
    const moment = this.done.pop();
    if (moment !== undefined) this.undone.unshift(moment);
  }

  forth(): void {
    const moment = this.undone.shift();
    if (moment !== undefined) this.done.push(moment);
  }

  undo(): void {
    if (!this.done.some(({ isChange }) => isChange)) return;
    do this.back();
    while (!this.isChange(this.undone[0]));
  }

  redo(): void {
    if (!this.undone.some(({ isChange }) => isChange)) return;
    do this.forth();
    while (!this.isChange(this.done.at(-1)));
    while (this.undone.length > 0 && !this.isChange(this.undone[0])) this.forth();
  }

  isChange(moment: Numbered | undefined): boolean {
    return moment?.isChange ?? false;
  }

  go(id: number): void {
    while (this.done.some((moment) => moment.id === id) && this.done.at(-1)?.id !== id) this.back();
    while (this.undone.some((moment) => moment.id === id)) this.forth();
  }
}

it('does what two stacks do, and holds each state for as long as a moment has it', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const model = new TwoStacks();
      let list = startOf(opening);
      const held = new Set([0]);
      for (const step of taken) {
        const before = list;
        if (step.kind === 'push') {
          const id = nextId(list);
          const state = step.isChange ? id : currentOf(list).state;
          held.add(state);
          model.push({ id, state, isChange: step.isChange });
          list = push(list, { id, state, isChange: step.isChange });
        } else if (step.kind === 'go') {
          list = goTo(list, step.to);
          if (step.to > 0) model.go(step.to);
          else while (model.done.length > 0) model.back();
        } else {
          list = step.kind === 'undo' ? undo(list) : redo(list);
          model[step.kind]();
        }
        for (const state of statesLetGo(before, list)) held.delete(state);
        expect(list.moments).toEqual([opening, ...model.done, ...model.undone]);
        expect(currentOf(list)).toEqual(model.done.at(-1) ?? opening);
        expect(held).toEqual(new Set(list.moments.map(({ state }) => state)));
      }
    }),
    { numRuns: 500 },
  );
});

it('stays within its limits, and keeps the last 20 changes where they fit', () => {
  const limits: UndoLimits = { moments: 30, bytes: 100, always: 20, mostBytes: 200 };
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(6)), { maxLength: 90 }), (runs) => {
      const bytesOf = (moments: readonly Numbered[]): number =>
        moments.reduce((sum, { id }) => sum + (runs[id - 1]?.[1] ?? 0), 0);
      let list = startOf(opening);
      for (const [index, [isChange]] of runs.entries()) {
        list = shorten(push(list, { id: index + 1, state: index + 1, isChange }), limits, bytesOf);
      }
      const changes = list.moments.slice(1).filter(({ isChange }) => isChange).length;
      const all = runs.filter(([isChange]) => isChange).length;
      expect(currentOf(list).id).toBe(runs.length);
      expect(list.moments.length).toBeLessThanOrEqual(30);
      expect(bytesOf(list.moments) <= 100 || changes <= 20).toBe(true);
      expect(changes).toBeGreaterThanOrEqual(Math.min(all, 20));
    }),
  );
});
