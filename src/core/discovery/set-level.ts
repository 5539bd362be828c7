/**
 * Sets of columns of one size with what each determines, flat and in lexicographic order. A million of them are as many
 * small arrays otherwise.
 */
export class SetLevel {
  readonly size: number;
  /** Words of 32 columns. */
  readonly words: number;
  count = 0;
  #columns: Uint16Array;
  #determined: Uint32Array;

  /** `bits` is how many words of what is determined go with each set. */
  constructor(size: number, words: number) {
    this.size = size;
    this.words = words;
    this.#columns = new Uint16Array(Math.max(1, size) * 16);
    this.#determined = new Uint32Array(words * 16);
  }

  /** Sets come in lexicographic order. */
  push(columns: ArrayLike<number>, determined: Uint32Array): void {
    if ((this.count + 1) * this.words > this.#determined.length) this.#grow();
    for (let place = 0; place < this.size; place++) this.#columns[this.count * this.size + place] = columns[place] ?? 0;
    this.#determined.set(determined, this.count * this.words);
    this.count += 1;
  }

  column(index: number, place: number): number {
    return this.#columns[index * this.size + place] ?? 0;
  }

  /** Adds what set `index` determines. */
  collect(index: number, into: Uint32Array): void {
    const from = index * this.words;
    for (let word = 0; word < this.words; word++) {
      into[word] = (into[word] ?? 0) | (this.#determined[from + word] ?? 0);
    }
  }

  /** Word `word` of what set `index` determines. */
  word(index: number, word: number): number {
    return this.#determined[index * this.words + word] ?? 0;
  }

  /** Whether two sets differ in their last column only. */
  sharesPrefix(one: number, other: number): boolean {
    for (let place = 0; place < this.size - 1; place++) {
      if (this.column(one, place) !== this.column(other, place)) return false;
    }
    return true;
  }

  /** The place of `columns` without the one at `left`, or -1. */
  indexWithout(columns: ArrayLike<number>, left: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, columns, left);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #compare(index: number, columns: ArrayLike<number>, left: number): number {
    for (let place = 0; place < this.size; place++) {
      const order = this.column(index, place) - (columns[place < left ? place : place + 1] ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  }

  #grow(): void {
    const columns = new Uint16Array(this.#columns.length * 2);
    columns.set(this.#columns);
    this.#columns = columns;
    const determined = new Uint32Array(this.#determined.length * 2);
    determined.set(this.#determined);
    this.#determined = determined;
  }
}
