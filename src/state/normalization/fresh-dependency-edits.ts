import type { StatedDependency } from './normalization-slice.ts';

/** What became of a table's list, so that it can be taken back. */
export interface DependencyEdit {
  readonly before: readonly StatedDependency[];
  readonly after: readonly StatedDependency[];
}

/** What of editing dependencies belongs to one lesson and ends with it. All by `objectKey` of the table. */
export const freshDependencyEdits: {
  readonly dependencyEdits: Readonly<Record<string, readonly DependencyEdit[]>>;
  /** Typed, and not taken over yet. */
  readonly dependencyTexts: Readonly<Record<string, string>>;
} = { dependencyEdits: {}, dependencyTexts: {} };
