/**
 * Sets of attributes as bits: attribute i of the scheme is bit i % 32 of word i / 32. Every operation makes a new set;
 * sets of one universe have the same number of words. Inside this folder only: what it returns are names.
 */
export type AttributeSet = Uint32Array;

/** Names to bits and back, for the attributes of one scheme. Names beside them throw: they are a caller's mistake. */
export class Universe {
  readonly names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #words: number;

  constructor(names: readonly string[]) {
    this.names = names;
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#words = Math.max(1, Math.ceil(names.length / 32));
  }

  /** The empty set. */
  none(): AttributeSet {
    return new Uint32Array(this.#words);
  }

  all(): AttributeSet {
    return this.setOf(this.names);
  }

  setOf(names: Iterable<string>): AttributeSet {
    const set = this.none();
    for (const name of names) add(set, this.placeOf(name));
    return set;
  }

  placeOf(name: string): number {
    const place = this.#places.get(name);
    if (place === undefined) throw new Error(`the relation has no attribute ${name}`);
    return place;
  }

  /** In the order of the scheme. */
  namesOf(set: AttributeSet): readonly string[] {
    return this.names.filter((_, place) => has(set, place));
  }
}

/** Changes the set: for sets that are still being made. */
export function add(set: AttributeSet, place: number): void {
  set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
}

export function has(set: AttributeSet, place: number): boolean {
  return (((set[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

export function union(one: AttributeSet, other: AttributeSet): AttributeSet {
  const result = one.slice();
  for (let word = 0; word < result.length; word++) result[word] = (result[word] ?? 0) | (other[word] ?? 0);
  return result;
}

export function intersection(one: AttributeSet, other: AttributeSet): AttributeSet {
  const result = one.slice();
  for (let word = 0; word < result.length; word++) result[word] = (result[word] ?? 0) & (other[word] ?? 0);
  return result;
}

export function difference(one: AttributeSet, other: AttributeSet): AttributeSet {
  const result = one.slice();
  for (let word = 0; word < result.length; word++) result[word] = (result[word] ?? 0) & ~(other[word] ?? 0);
  return result;
}

export function without(set: AttributeSet, place: number): AttributeSet {
  const result = set.slice();
  result[place >>> 5] = (result[place >>> 5] ?? 0) & ~(1 << (place & 31));
  return result;
}

export function isSubset(one: AttributeSet, other: AttributeSet): boolean {
  for (let word = 0; word < one.length; word++) if (((one[word] ?? 0) & ~(other[word] ?? 0)) !== 0) return false;
  return true;
}

export function isSame(one: AttributeSet, other: AttributeSet): boolean {
  for (let word = 0; word < one.length; word++) if (one[word] !== other[word]) return false;
  return true;
}

export function isEmpty(set: AttributeSet): boolean {
  return set.every((word) => word === 0);
}

export function size(set: AttributeSet): number {
  let count = 0;
  for (const word of set) for (let left = word; left !== 0; left = (left & (left - 1)) >>> 0) count += 1;
  return count;
}

/** Of its attributes, in their order. */
export function placesOf(set: AttributeSet): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < set.length * 32; place++) if (has(set, place)) places.push(place);
  return places;
}
