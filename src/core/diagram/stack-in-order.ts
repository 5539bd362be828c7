/**
 * Where things that stand one below another, in this order, come as near as they can to where each wishes its middle:
 * least squares under order constraints, by pooling adjacent violators (Barlow et al., "Statistical inference under order
 * restrictions", 1972). Returns their tops. Linear in their number.
 */
export function stackInOrder(
  things: readonly { readonly height: number; readonly wish: number }[],
  gap: number,
): readonly number[] {
  // A thing's wish, less what stands above it, must not be less than that of the one before.
  const pools: { sum: number; count: number }[] = [];
  let above = 0;
  const offsets = things.map(({ height }) => {
    const offset = above;
    above += height + gap;
    return offset;
  });
  for (const [place, { height, wish }] of things.entries()) {
    let pool = { sum: wish - height / 2 - (offsets[place] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum * pool.count > pool.sum * last.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const starts = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return offsets.map((offset, place) => offset + (starts[place] ?? 0));
}
