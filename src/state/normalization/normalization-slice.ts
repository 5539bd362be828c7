import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { SliceContext } from '#state/app-state.ts';
import { openLessonOf } from '#state/lesson-slice.ts';
import { freshNormalization } from './fresh-normalization.ts';

/** What the normalization lab shows. */
export type NormalizationView = 'dependencies' | 'theory' | 'rows' | 'anomalies' | 'decompose' | 'judge';

/** What the learner says is always true of a table. */
export interface StatedDependency extends FunctionalDependency {
  readonly kind: 'functional' | 'multivalued';
  /** Written down by hand, or taken over from what the rows show. */
  readonly origin: 'stated' | 'found';
}

export interface NormalizationSlice {
  readonly normalizationView: NormalizationView;
  /** The table that the lab is about; null for the one it would choose itself. It may have been dropped since. */
  readonly normalizationTable: ObjectName | null;
  /** By `objectKey` of the table; what the table's own keys say is not among them. */
  readonly statedDependencies: Readonly<Record<string, readonly StatedDependency[]>>;
  readonly showNormalizationView: (view: NormalizationView) => void;
  readonly chooseNormalizationTable: (table: ObjectName) => void;
  /** Puts another list in the place of what was said of a table; it outlives a reload. */
  readonly stateDependencies: (table: ObjectName, dependencies: readonly StatedDependency[]) => void;
}

export function createNormalizationSlice({ set, get }: Pick<SliceContext, 'set' | 'get'>): NormalizationSlice {
  return {
    ...freshNormalization,
    showNormalizationView: (normalizationView) => set({ normalizationView }),
    chooseNormalizationTable: (normalizationTable) => set({ normalizationTable }),
    stateDependencies: (table, dependencies) => {
      set(({ statedDependencies }) => ({
        statedDependencies: { ...statedDependencies, [objectKey(table)]: dependencies },
      }));
      const lesson = openLessonOf(get());
      if (lesson !== null) get().changeRecord(lesson.id, () => ({ dependencies: { ...get().statedDependencies } }));
    },
  };
}
