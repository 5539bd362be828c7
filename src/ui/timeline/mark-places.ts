import type { TimelineMark } from './timeline-props.ts';

/** Where a moment lies between two others, 0 to 1. */
export function shareOf(index: number, from: number, to: number): number {
  return to > from ? Math.min(Math.max((index - from) / (to - from), 0), 1) : 0;
}

/** The mark nearest to a place, if there is one no farther than `within`. */
export function nearestMark(marks: readonly TimelineMark[], index: number, within: number): TimelineMark | null {
  let nearest: TimelineMark | null = null;
  for (const mark of marks) {
    const distance = Math.abs(mark.index - index);
    if (distance <= within && (nearest === null || distance < Math.abs(nearest.index - index))) nearest = mark;
  }
  return nearest;
}

/** Whether two lists of marks are drawn alike; callers make theirs anew for each moment. */
export function isSameMarks(some: readonly TimelineMark[], others: readonly TimelineMark[]): boolean {
  return (
    some.length === others.length &&
    some.every((mark, place) => mark.index === others[place]?.index && mark.label === others[place]?.label)
  );
}
