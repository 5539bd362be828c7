/**
 * A whole number that goes up and down, and when it last came to each of its values: so the highest that it was since any
 * earlier moment is known, of which only a copy was kept. Plain data; a list as long as the highest value.
 */
export interface ReachedLevels {
  level: number;
  /** How often it has changed: a clock that never stands still between two changes at one time. */
  changes: number;
  /** By value: the number of the change that last led to it; 0 where none did. */
  readonly reached: number[];
}

export function levelsAtZero(): ReachedLevels {
  return { level: 0, changes: 0, reached: [] };
}

export function changeLevel(levels: ReachedLevels, by: number): void {
  levels.level += by;
  levels.changes++;
  while (levels.reached.length <= levels.level) levels.reached.push(0);
  levels.reached[levels.level] = levels.changes;
}

/** The highest value since an earlier moment, the one that it had then among them. */
export function highestSince({ reached }: ReachedLevels, { level, changes }: ReachedLevels): number {
  return Math.max(
    level,
    reached.findLastIndex((change) => change > changes),
  );
}

export function copyLevels(levels: ReachedLevels): ReachedLevels {
  return { ...levels, reached: levels.reached.slice() };
}
