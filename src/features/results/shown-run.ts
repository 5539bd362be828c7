import type { RunOutcome } from '#core/engine/outcome.ts';

/** A run to show, and the editor's text that its offsets are about. */
export interface ShownRun {
  readonly outcome: RunOutcome;
  /** Where what was run began in the editor's text. */
  readonly offset: number;
  readonly editorText: string;
  /** Drawn, so that its text stands in no editor. */
  readonly isDrawing: boolean;
}
