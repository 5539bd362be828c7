import { useState } from 'react';
import type { RunOutcome } from '#core/engine/outcome.ts';

/** Counts the runs that have been shown: as a key, it lets each begin with its own lines open and closed. */
export function useRunCount(outcome: RunOutcome): number {
  const [shown, setShown] = useState({ outcome, count: 0 });
  if (shown.outcome === outcome) return shown.count;
  const count = shown.count + 1;
  setShown({ outcome, count });
  return count;
}
