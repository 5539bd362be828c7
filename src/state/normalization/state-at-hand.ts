import type { SnapshotId } from '#core/engine/engine.ts';
import type { AppState } from '#state/app-state.ts';
import { currentOf } from '#state/undo/undo-list.ts';

/** The state of the database that is looked at: another one when something was run since. A run that only read shares it. */
export function stateAtHand({ undoList }: Pick<AppState, 'undoList'>): SnapshotId | null {
  return undoList === null ? null : currentOf(undoList).state;
}
