import { withDistinctNulls, type CodedColumn } from './coded-table.ts';
import type {
  ColumnSet,
  DiscoveryEnd,
  DiscoveryProgress,
  DiscoveryQuestion,
  DiscoveryReport,
  FoundDependency,
} from './discovery.ts';
import { SetLevel } from './set-level.ts';
import { refine, rowsToRemove, StrippedPartition, Tally } from './stripped-partition.ts';

/**
 * All minimal nontrivial dependencies with one column on the right that hold in the rows of a table, exactly or nearly,
 * and all minimal sets of columns in which no two rows agree.
 *
 * Determinants are tried by size. As in FUN (Novelli & Cicchetti, FUN: an efficient algorithm for mining functional and
 * embedded dependencies, ICDT 2001) only free sets are: a set in which one column is determined by the others is the
 * minimal determinant of nothing, and none of its supersets is. No set is tried either that contains a unique one, or a
 * smaller one that determines the same column. Whether a dependency holds is seen on the stripped partition of TANE
 * (Huhtala et al. 1999), where the first class that contradicts is mostly the first of all. Unlike in TANE no partition is
 * kept: sets come in lexicographic order, and the one at hand is its prefix's, split once more. So the memory taken is
 * that of the sets of two sizes. Columns with many values come first, which makes prefixes small early.
 *
 * What holds nearly is minimal by the same rule (g3 never grows with the determinant), and is found on the way: a set that
 * is not free splits the rows no further than a smaller one.
 *
 * Left out: sampling of pairs of rows beforehand (HyFD, Papenbrock & Naumann 2016), which pays for large tables of long
 * determinants, and takes far more memory.
 */
export class DependencySearch {
  readonly #question: DiscoveryQuestion;
  readonly #rowCount: number;
  /** In the order in which they are tried, with their places in the table. */
  readonly #columns: readonly CodedColumn[];
  readonly #places: readonly number[];
  readonly #words: number;
  readonly #tally: Tally;
  /** By number of columns: those of the prefix at hand; and one more. */
  readonly #partitions: StrippedPartition[] = [];
  readonly #prefix: number[] = [];
  readonly #mostRemoved: number;
  readonly #uniques: ColumnSet[] = [];
  readonly #exact: FoundDependency[] = [];
  readonly #nearly: FoundDependency[] = [];
  readonly #steps: Iterator<void, void>;
  /** So many looks at a row, and then the caller is heard. */
  #pauseAt = 0;
  #progress: DiscoveryProgress = { size: 0, tried: 0, candidates: 1, triedInAll: 0 };
  #end: DiscoveryEnd | null = null;

  constructor(question: DiscoveryQuestion) {
    const { rowCount, columns } = question.nulls === 'equal' ? question.table : withDistinctNulls(question.table);
    this.#question = question;
    this.#rowCount = rowCount;
    this.#places = columns
      .map((_, place) => place)
      .toSorted((one, other) => (columns[other]?.distinct ?? 0) - (columns[one]?.distinct ?? 0));
    this.#columns = this.#places.flatMap((place) => columns[place] ?? []);
    this.#words = Math.ceil(columns.length / 32);
    this.#tally = new Tally(columns);
    this.#mostRemoved = mostRows(question.threshold, rowCount);
    this.#steps = this.#search();
  }

  get report(): DiscoveryReport {
    return {
      rowCount: this.#rowCount,
      uniques: this.#uniques,
      exact: this.#exact,
      nearly: this.#nearly,
      progress: this.#progress,
      end: this.#end,
    };
  }

  /** Goes on for about `rows` looks at a row; true when there is no more to do. */
  advance(rows: number): boolean {
    this.#pauseAt = this.#tally.looks + rows;
    if (this.#end === null) this.#steps.next();
    return this.#end !== null;
  }

  /** Gives up what is not found yet. */
  stop(): void {
    this.#end ??= { kind: 'stopped', size: this.#progress.size - 1 };
  }

  *#search(): Generator<void, void> {
    const all = this.#partition(0);
    all.takeAll();
    const hasDuplicates = this.#hasDuplicates();
    const none = new Uint32Array(this.#words * 2);
    let level = new SetLevel(0, this.#words * 2);
    if (this.#visit([], none, all, hasDuplicates)) level.push([], none);
    this.#progress = { ...this.#progress, tried: 1, triedInAll: 1 };
    while (level.count > 0) {
      const candidates = pairsIn(level, this.#columns.length);
      const { limits } = this.#question;
      if (candidates > 0 && limits.determinantSize !== null && level.size >= limits.determinantSize) {
        this.#end ??= { kind: 'determinant-size', size: level.size };
        return;
      }
      const next: SetLevel = new SetLevel(level.size + 1, this.#words * 2);
      this.#progress = { ...this.#progress, size: next.size, tried: 0, candidates };
      yield* this.#grow(level, next, hasDuplicates);
      if (this.#end !== null) return;
      level = next;
    }
    this.#end ??= { kind: 'complete', size: this.#columns.length };
  }

  /** Tries all sets of one more column than those of `level`, and keeps those that may be part of a larger determinant. */
  *#grow(level: SetLevel, next: SetLevel, hasDuplicates: boolean): Generator<void, void> {
    const { limits } = this.#question;
    const columns: number[] = [];
    const determined = new Uint32Array(this.#words * 2);
    for (let one = 0; one < level.count; one++) {
      for (let place = 0; place < level.size; place++) columns[place] = level.column(one, place);
      const partners = partnersOf(level, one, this.#columns.length);
      for (let partner = 0; partner < partners; partner++) {
        columns[level.size] = level.size === 0 ? partner : level.column(one + 1 + partner, level.size - 1);
        // What only other sets are asked about costs something, too.
        this.#tally.looks += level.size + this.#columns.length;
        this.#progress = { ...this.#progress, tried: this.#progress.tried + 1 };
        if (!this.#inherit(level, columns, determined)) continue;
        this.#progress = { ...this.#progress, triedInAll: this.#progress.triedInAll + 1 };
        if (this.#visit(columns, determined, null, hasDuplicates)) next.push(columns, determined);
        if (this.#exact.length + this.#nearly.length >= limits.found) this.#give('found', next.size - 1);
        if (next.count > limits.sets) this.#give('sets', next.size - 1);
        if (this.#tally.looks >= this.#pauseAt) yield;
        if (this.#end !== null) return;
      }
    }
  }

  #give(kind: DiscoveryEnd['kind'], size: number): void {
    this.#end ??= { kind, size };
  }

  /** What its subsets determine; false where one of them rules the set out. */
  #inherit(level: SetLevel, columns: readonly number[], determined: Uint32Array): boolean {
    determined.fill(0);
    for (let left = columns.length - 1; left >= 0; left--) {
      const index = level.indexWithout(columns, left);
      if (index === -1) return false;
      const column = columns[left] ?? 0;
      if (((level.word(index, column >>> 5) >>> (column & 31)) & 1) === 1) return false;
      level.collect(index, determined);
    }
    return true;
  }

  /** Finds what `columns` determine beyond `determined`, and adds it there. False where no superset is of interest. */
  #visit(
    columns: readonly number[],
    determined: Uint32Array,
    known: StrippedPartition | null,
    hasDuplicates: boolean,
  ): boolean {
    const open = this.#openColumns(columns, determined);
    if (open.length === 0) {
      if (!hasDuplicates) this.#uniques.push(this.#setOf(columns));
      return false;
    }
    const partition = known ?? this.#partitionOf(columns);
    const isUnique = partition.classes === 0;
    if (isUnique) this.#uniques.push(this.#setOf(columns));
    let isAllDetermined = true;
    for (const column of open) {
      const brokenBy = isUnique ? 0 : this.#test(partition, column, determined);
      if (brokenBy > 0) isAllDetermined = false;
      if (brokenBy > this.#mostRemoved) continue;
      add(determined, this.#words, column);
      if (brokenBy === 0) add(determined, 0, column);
      const list = brokenBy === 0 ? this.#exact : this.#nearly;
      list.push({ determinant: this.#setOf(columns), dependent: this.#places[column] ?? 0, brokenBy });
    }
    // Where all is determined and rows still agree, they are duplicates: there is nothing more to find.
    return !isUnique && !isAllDetermined;
  }

  /** Which of them is not yet known to be determined. */
  #openColumns(columns: readonly number[], determined: Uint32Array): readonly number[] {
    const open: number[] = [];
    for (let column = 0; column < this.#columns.length; column++) {
      if (!has(determined, 0, column) && !columns.includes(column)) open.push(column);
    }
    return open;
  }

  #test(partition: StrippedPartition, column: number, determined: Uint32Array): number {
    const codes = this.#columns[column]?.codes ?? new Int32Array(0);
    // What is known to hold nearly is only asked whether it holds.
    const limit = has(determined, this.#words, column) ? 0 : this.#mostRemoved;
    const removed = rowsToRemove(partition, codes, limit, this.#tally);
    return removed > limit ? Number.POSITIVE_INFINITY : removed;
  }

  /** Splits what is there of its prefix. */
  #partitionOf(columns: readonly number[]): StrippedPartition {
    let depth = 0;
    while (depth < columns.length - 1 && this.#prefix[depth] === columns[depth]) depth += 1;
    for (; depth < columns.length; depth++) {
      const source = this.#partition(depth);
      refine(this.#partition(depth + 1), source, this.#codes(columns[depth]), this.#tally);
      this.#prefix.length = depth;
      this.#prefix.push(columns[depth] ?? 0);
    }
    return this.#partition(columns.length);
  }

  #partition(size: number): StrippedPartition {
    const partition = this.#partitions[size] ?? new StrippedPartition(this.#rowCount);
    this.#partitions[size] = partition;
    return partition;
  }

  #codes(column: number | undefined): Int32Array {
    return this.#columns[column ?? 0]?.codes ?? new Int32Array(0);
  }

  /** Whether two rows agree in all columns: then no set is unique. */
  #hasDuplicates(): boolean {
    let from = this.#partition(0);
    let to = this.#partition(1);
    const spare = this.#partition(2);
    for (const { codes } of this.#columns) {
      refine(to, from, codes, this.#tally);
      [from, to] = [to, from === this.#partition(0) ? spare : from];
    }
    return from.classes > 0;
  }

  #setOf(columns: readonly number[]): ColumnSet {
    return columns.map((column) => this.#places[column] ?? 0).toSorted((one, other) => one - other);
  }
}

/** The most rows of which the share is at most `threshold`. */
function mostRows(threshold: number, rowCount: number): number {
  let rows = Math.ceil(threshold * rowCount);
  while (rows > 0 && rows / rowCount > threshold) rows -= 1;
  return rows;
}

/** How many sets after `one` differ from it in their last column only; of the empty set, how many columns there are. */
function partnersOf(level: SetLevel, one: number, columnCount: number): number {
  if (level.size === 0) return columnCount;
  let other = one + 1;
  while (other < level.count && level.sharesPrefix(one, other)) other += 1;
  return other - one - 1;
}

function pairsIn(level: SetLevel, columnCount: number): number {
  let pairs = 0;
  for (let one = 0; one < level.count; one++) pairs += partnersOf(level, one, columnCount);
  return pairs;
}

function has(bits: Uint32Array, from: number, column: number): boolean {
  return (((bits[from + (column >>> 5)] ?? 0) >>> (column & 31)) & 1) === 1;
}

function add(bits: Uint32Array, from: number, column: number): void {
  const word = from + (column >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (column & 31));
}
