/**
 * Where labels of one size go so that none covers another and together they are moved as little as can be (the sum of
 * squares): isotonic regression by pooling neighbours that collide (Best & Chakravarti, Mathematical Programming 47,
 * 1990). Where there is no room for all, they are spread over what there is.
 *
 * @param wanted the middles, in any order
 * @returns the middles in the same order, at least `size` apart, between `from` and `to`
 */
export function placeLabels(wanted: readonly number[], size: number, from: number, to: number): readonly number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const room = to - from - size * count;
  const gap = room < 0 && count > 1 ? (to - from - size) / (count - 1) : size;
  const lowest = from + size / 2;
  const order = wanted.map((_, place) => place).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));

  // Without the gaps between them, the labels need only not to change their order.
  const pools: { sum: number; count: number }[] = [];
  order.forEach((place, rank) => {
    let pool = { sum: (wanted[place] ?? 0) - rank * gap, count: 1 };
    for (let before = pools.at(-1); before !== undefined && meanOf(before) > meanOf(pool); before = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + before.sum, count: pool.count + before.count };
    }
    pools.push(pool);
  });

  const highest = Math.max(lowest, to - size / 2 - (count - 1) * gap);
  const placed: number[] = [];
  let rank = 0;
  for (const pool of pools) {
    const start = Math.min(Math.max(meanOf(pool), lowest), highest);
    for (let i = 0; i < pool.count; i++, rank++) placed[order[rank] ?? 0] = start + rank * gap;
  }
  return placed;
}

function meanOf(pool: { readonly sum: number; readonly count: number }): number {
  return pool.sum / pool.count;
}

/**
 * In which row each label goes so that labels in one row do not touch: the first row that is free at its place.
 *
 * @param spans where each label begins and ends
 */
export function stackLabels(spans: readonly (readonly [number, number])[]): readonly number[] {
  const order = spans.map((_, place) => place).toSorted((a, b) => (spans[a]?.[0] ?? 0) - (spans[b]?.[0] ?? 0));
  const ends: number[] = [];
  const rows: number[] = [];
  for (const place of order) {
    const [from, to] = spans[place] ?? [0, 0];
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = to;
    rows[place] = row;
  }
  return rows;
}
