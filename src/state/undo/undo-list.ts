/** The database at one moment, and what led to it. */
export interface Moment<State> {
  /** Counts on from 0, the first one, for as long as the list lives. */
  readonly id: number;
  readonly state: State;
  /** Whether it differs from the moment before it. One that does not may share that one's state. */
  readonly isChange: boolean;
}

/**
 * Where one can go back and forth, as in an editor: after going back, a change takes the place of all that was undone.
 * What changes nothing does not: looking around must not cost the way forward.
 */
export interface UndoList<M> {
  /** The first is what all others began with; what led to it cannot be undone. */
  readonly moments: readonly M[];
  /** The moment that the database stands at. */
  readonly at: number;
  /** Moments were let go at the beginning, to save memory. */
  readonly isShortened: boolean;
}

export interface UndoLimits {
  /** More moments than this are not kept. */
  readonly moments: number;
  /** From this many bytes on the oldest are let go, as long as more than `always` changes are left. */
  readonly bytes: number;
  readonly always: number;
  /** More bytes than this are not held for anything but the last change. */
  readonly mostBytes: number;
}

export function startOf<M>(first: M): UndoList<M> {
  return { moments: [first], at: 0, isShortened: false };
}

/** The id that the next moment is to have: larger than all before it. */
export function nextId<M extends { readonly id: number }>({ moments }: UndoList<M>): number {
  return Math.max(...moments.map(({ id }) => id)) + 1;
}

export function currentOf<M>({ moments, at }: UndoList<M>): M {
  const current = moments[at];
  if (current === undefined) throw new Error(`there is no moment ${at}`);
  return current;
}

/** The list after something was done. */
export function push<M extends Moment<unknown>>(list: UndoList<M>, moment: M): UndoList<M> {
  const { moments, at } = list;
  const undone = moment.isChange ? [] : moments.slice(at + 1);
  return { ...list, moments: [...moments.slice(0, at + 1), moment, ...undone], at: at + 1 };
}

/** What undo would take back: the last change that is in effect. */
export function toUndo<M extends Moment<unknown>>({ moments, at }: UndoList<M>): M | null {
  return moments.slice(1, at + 1).findLast(({ isChange }) => isChange) ?? null;
}

/** What redo would bring back: the first change that is undone. */
export function toRedo<M extends Moment<unknown>>({ moments, at }: UndoList<M>): M | null {
  return moments.slice(at + 1).find(({ isChange }) => isChange) ?? null;
}

/** To the moment before the last change, past whatever only looked; the same list when there is none. */
export function undo<M extends Moment<unknown>>(list: UndoList<M>): UndoList<M> {
  const undone = toUndo(list);
  return undone === null ? list : { ...list, at: list.moments.indexOf(undone) - 1 };
}

/** Past the first undone change and whatever only looked after it, so that it takes back what undo did. */
export function redo<M extends Moment<unknown>>(list: UndoList<M>): UndoList<M> {
  const redone = toRedo(list);
  if (redone === null) return list;
  const from = list.moments.indexOf(redone);
  const next = list.moments.findIndex(({ isChange }, index) => index > from && isChange);
  return { ...list, at: (next === -1 ? list.moments.length : next) - 1 };
}

/** To the moment `id`; the same list when it is not there any more. */
export function goTo<M extends Moment<unknown>>(list: UndoList<M>, id: number): UndoList<M> {
  const at = list.moments.findIndex((moment) => moment.id === id);
  return at === -1 ? list : { ...list, at };
}

/**
 * The list as far as it may be kept. First goes what only looked, then the oldest; the moment that the database stands
 * at stays. Costs one call of `bytesOf` and one more for each moment that is let go for its bytes.
 */
export function shorten<M extends Moment<unknown>>(
  list: UndoList<M>,
  limits: UndoLimits,
  bytesOf: (moments: readonly M[]) => number,
): UndoList<M> {
  let kept = list;
  while (kept.moments.length > limits.moments) kept = withoutOneLook(kept) ?? withoutOldest(kept);
  for (let changes = changesIn(kept); changes > 1; changes = changesIn(kept)) {
    const allowed = changes > limits.always ? limits.bytes : limits.mostBytes;
    if (bytesOf(kept.moments) <= allowed) break;
    kept = withoutOldest(kept);
  }
  return kept;
}

/** The states that `before` holds and `after` does not. */
export function statesLetGo<State>(before: UndoList<Moment<State>>, after: UndoList<Moment<State>>): readonly State[] {
  const kept = new Set(after.moments.map(({ state }) => state));
  return [...new Set(before.moments.map(({ state }) => state))].filter((state) => !kept.has(state));
}

function withoutOneLook<M extends Moment<unknown>>(list: UndoList<M>): UndoList<M> | null {
  const index = list.moments.findIndex(({ isChange }, place) => place > 0 && place !== list.at && !isChange);
  if (index === -1) return null;
  return { ...list, moments: list.moments.toSpliced(index, 1), at: index < list.at ? list.at - 1 : list.at };
}

/** Who has gone back to the first moment of all loses the way forward at its end instead. */
function withoutOldest<M>({ moments, at }: UndoList<M>): UndoList<M> {
  if (at === 0) return { moments: moments.slice(0, -1), at, isShortened: true };
  return { moments: moments.slice(1), at: at - 1, isShortened: true };
}

function changesIn({ moments }: UndoList<Moment<unknown>>): number {
  return moments.slice(1).filter(({ isChange }) => isChange).length;
}
