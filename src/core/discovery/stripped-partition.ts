import type { CodedColumn } from './coded-table.ts';

/**
 * The rows in classes that agree in some columns, classes of one row left out (Huhtala, Kärkkäinen, Porkka & Toivonen,
 * TANE, The Computer Journal 42(2), 1999, section 3.4). It is written over again and again, so that a search of a million
 * sets leaves no garbage.
 */
export class StrippedPartition {
  /** The rows, class after class; what stands after the last class is of no meaning. */
  readonly rows: Int32Array;
  /** Where class i begins; at `classes` stands where the last one ends. */
  readonly starts: Int32Array;
  classes = 0;

  constructor(rowCount: number) {
    this.rows = new Int32Array(rowCount);
    this.starts = new Int32Array((rowCount >>> 1) + 2);
  }

  /** How many rows are in classes of two or more. */
  get size(): number {
    return this.starts[this.classes] ?? 0;
  }

  /** All rows in one class: they agree in no columns at all. */
  takeAll(): void {
    const { rows, starts } = this;
    for (let row = 0; row < rows.length; row++) rows[row] = row;
    this.classes = rows.length > 1 ? 1 : 0;
    starts[0] = 0;
    starts[this.classes] = this.classes * rows.length;
  }
}

/** Counters by code, all zero between two uses. */
export class Tally {
  /** How many rows were looked at. */
  looks = 0;
  readonly counts: Int32Array;
  readonly places: Int32Array;

  constructor(columns: readonly CodedColumn[]) {
    const most = columns.reduce((sum, { distinct }) => Math.max(sum, distinct), 0);
    this.counts = new Int32Array(most);
    this.places = new Int32Array(most);
  }
}

/** Writes into `target` the classes of `source` split by one more column. Costs time linear in the size of `source`. */
export function refine(target: StrippedPartition, source: StrippedPartition, codes: Int32Array, tally: Tally): void {
  const { counts, places } = tally;
  tally.looks += 3 * source.size;
  let next = 0;
  let classes = 0;
  for (let group = 0; group < source.classes; group++) {
    const start = source.starts[group] ?? 0;
    const end = source.starts[group + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const code = codes[source.rows[at] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    for (let at = start; at < end; at++) {
      const row = source.rows[at] ?? 0;
      const code = codes[row] ?? 0;
      const count = counts[code] ?? 0;
      if (count > 1) {
        target.starts[classes] = next;
        classes += 1;
        places[code] = next;
        next += count;
        // It has a place from now on.
        counts[code] = -1;
      }
      if (count === 1) continue;
      const place = places[code] ?? 0;
      target.rows[place] = row;
      places[code] = place + 1;
    }
    for (let at = start; at < end; at++) counts[codes[source.rows[at] ?? 0] ?? 0] = 0;
  }
  target.starts[classes] = next;
  target.classes = classes;
}

/**
 * How many rows must go, at least, so that the rest of each class agrees in the column: g3 times the number of rows
 * (Kivinen & Mannila, Approximate inference of functional dependencies from relations, TCS 149, 1995). It stops counting
 * above `limit`: what it returns then is larger than that, and no more than true.
 */
export function rowsToRemove(
  { rows, starts, classes }: StrippedPartition,
  codes: Int32Array,
  limit: number,
  tally: Tally,
): number {
  const { counts } = tally;
  let removed = 0;
  for (let group = 0; group < classes && removed <= limit; group++) {
    const start = starts[group] ?? 0;
    const end = starts[group + 1] ?? 0;
    const first = codes[rows[start] ?? 0] ?? 0;
    let at = start + 1;
    while (at < end && codes[rows[at] ?? 0] === first) at += 1;
    tally.looks += at - start;
    if (at === end) continue;
    if (limit === 0) return 1;
    let most = 0;
    for (at = start; at < end; at++) {
      const code = codes[rows[at] ?? 0] ?? 0;
      const count = (counts[code] ?? 0) + 1;
      counts[code] = count;
      if (count > most) most = count;
    }
    removed += end - start - most;
    tally.looks += 2 * (end - start);
    for (at = start; at < end; at++) counts[codes[rows[at] ?? 0] ?? 0] = 0;
  }
  return removed;
}
