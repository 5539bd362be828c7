/** Things with a place of their own for as long as they last; a place is given again, the one left last first. */
export interface Slots<T> {
  readonly items: (T | null)[];
  readonly free: number[];
}

export function emptySlots<T>(): Slots<T> {
  return { items: [], free: [] };
}

export function takeSlot<T>({ items, free }: Slots<T>, item: T): number {
  const slot = free.pop() ?? items.length;
  items[slot] = item;
  return slot;
}

export function freeSlot<T>({ items, free }: Slots<T>, slot: number): void {
  items[slot] = null;
  free.push(slot);
}

/** What is in a place that is known to be taken. */
export function inSlot<T>({ items }: Slots<T>, slot: number): T {
  const item = items[slot];
  if (item === undefined || item === null) throw new RangeError(`nothing is in place ${slot}`);
  return item;
}

export function countSlots<T>({ items, free }: Slots<T>): number {
  return items.length - free.length;
}

export function copySlots<T>({ items, free }: Slots<T>, copyItem: (item: T) => T): Slots<T> {
  const copies: (T | null)[] = [];
  for (const item of items) copies.push(item === null ? null : copyItem(item));
  return { items: copies, free: free.slice() };
}
