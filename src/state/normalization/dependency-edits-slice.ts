import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import { freshDependencyEdits, type DependencyEdit } from './fresh-dependency-edits.ts';
import type { StatedDependency } from './normalization-slice.ts';

export interface DependencyEditsSlice {
  readonly dependencyEdits: typeof freshDependencyEdits.dependencyEdits;
  readonly dependencyTexts: typeof freshDependencyEdits.dependencyTexts;
  /** States another list, which can be taken back. */
  readonly editDependencies: (table: ObjectName, dependencies: readonly StatedDependency[]) => void;
  readonly takeBackDependencies: (table: ObjectName) => void;
  /** Keeps what is typed; null when it was taken over or thrown away. */
  readonly typeDependencies: (table: ObjectName, text: string | null) => void;
}

export function createDependencyEditsSlice({ set, get }: Pick<SliceContext, 'set' | 'get'>): DependencyEditsSlice {
  return {
    ...freshDependencyEdits,
    editDependencies: (table, after) => {
      const key = objectKey(table);
      const before = get().statedDependencies[key] ?? [];
      get().stateDependencies(table, after);
      set(({ dependencyEdits }) => ({
        dependencyEdits: { ...dependencyEdits, [key]: [...(dependencyEdits[key] ?? []), { before, after }] },
      }));
    },
    takeBackDependencies: (table) => {
      const edit = lastEdit(get(), table);
      if (edit === null) return;
      const key = objectKey(table);
      get().stateDependencies(table, edit.before);
      set(({ dependencyEdits }) => ({
        dependencyEdits: { ...dependencyEdits, [key]: dependencyEdits[key]?.slice(0, -1) ?? [] },
      }));
    },
    typeDependencies: (table, text) =>
      set(({ dependencyTexts }) => {
        const key = objectKey(table);
        if (text !== null) return { dependencyTexts: { ...dependencyTexts, [key]: text } };
        return {
          dependencyTexts: Object.fromEntries(Object.entries(dependencyTexts).filter(([each]) => each !== key)),
        };
      }),
  };
}

/** The edit that can be taken back: none once the list was changed elsewhere, since that change would go with it. */
export function lastEdit(
  { dependencyEdits, statedDependencies }: Pick<AppState, 'dependencyEdits' | 'statedDependencies'>,
  table: ObjectName,
): DependencyEdit | null {
  const key = objectKey(table);
  const edit = dependencyEdits[key]?.at(-1);
  return edit !== undefined && edit.after === statedDependencies[key] ? edit : null;
}
