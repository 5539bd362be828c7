import { useState } from 'react';

/** A value that holds until `current` becomes another one: what a hand asked for, before it was done. */
export function useUntilChange<Value>(current: unknown): readonly [Value | null, (value: Value | null) => void] {
  const [kept, setKept] = useState<{ readonly value: Value; readonly over: unknown } | null>(null);
  const isOver = kept !== null && !Object.is(kept.over, current);
  // Forgotten for good: it must not come back when `current` does.
  if (isOver) setKept(null);
  return [
    kept === null || isOver ? null : kept.value,
    (value) => setKept(value === null ? null : { value, over: current }),
  ];
}
