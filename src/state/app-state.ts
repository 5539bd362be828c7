import type { StoreApi } from 'zustand/vanilla';
import type { During } from './activity.ts';
import type { AnswerSlice } from './answer-slice.ts';
import type { DatabaseDialogSlice } from '#state/database/database-dialog-slice.ts';
import type { DatabaseFileSlice } from '#state/database/database-file-slice.ts';
import type { LessonLabsSlice } from '#state/labs/lesson-labs-slice.ts';
import type { LabSlice } from '#state/labs/lab-slice.ts';
import type { SweepSlice } from '#state/labs/sweep-slice.ts';
import type { DiscoverySlice } from '#state/normalization/discovery-slice.ts';
import type { DependencyEditsSlice } from '#state/normalization/dependency-edits-slice.ts';
import type { AnomaliesSlice } from '#state/normalization/anomalies-slice.ts';
import type { DecomposeSlice } from '#state/normalization/decompose-slice.ts';
import type { JudgeSlice } from '#state/normalization/judge-slice.ts';
import type { NormalizationSlice } from '#state/normalization/normalization-slice.ts';
import type { TableLabSlice } from '#state/normalization/table-lab-slice.ts';
import type { ConstraintTestsSlice } from '#state/schema-lab/constraint-tests-slice.ts';
import type { DeletePreviewSlice } from '#state/schema-lab/delete-preview-slice.ts';
import type { DesignSlice } from '#state/schema-lab/design-slice.ts';
import type { DiagramFileSlice } from '#state/schema-lab/diagram-file-slice.ts';
import type { ExperimentSlice } from '#state/schema-lab/experiment-slice.ts';
import type { ReviewSlice } from '#state/schema-lab/review-slice.ts';
import type { SchemaFileSlice } from '#state/schema-lab/schema-file-slice.ts';
import type { SchemaLabSlice } from '#state/schema-lab/schema-lab-slice.ts';
import type { LessonSlice } from './lesson-slice.ts';
import type { NoticeSlice } from './notice-slice.ts';
import type { OfflineSlice } from './offline-slice.ts';
import type { PreferencesSlice } from './preferences-slice.ts';
import type { ProgressSlice } from './progress-slice.ts';
import type { Services } from './services.ts';
import type { DatabaseSession } from '#state/database/database-session.ts';
import type { UndoSlice } from '#state/undo/undo-slice.ts';
import type { WorkbenchSlice } from './workbench-slice.ts';

export type AppState = PreferencesSlice &
  ProgressSlice &
  NoticeSlice &
  DatabaseDialogSlice &
  OfflineSlice &
  DatabaseFileSlice &
  LessonSlice &
  LessonLabsSlice &
  LabSlice &
  SweepSlice &
  SchemaLabSlice &
  DesignSlice &
  DiagramFileSlice &
  ReviewSlice &
  ExperimentSlice &
  SchemaFileSlice &
  ConstraintTestsSlice &
  DeletePreviewSlice &
  NormalizationSlice &
  AnomaliesSlice &
  DecomposeSlice &
  JudgeSlice &
  DiscoverySlice &
  DependencyEditsSlice &
  TableLabSlice &
  AnswerSlice &
  WorkbenchSlice &
  UndoSlice;

/** What every slice is made of. `session` holds what is no state: the engine and the lesson's hold on it. */
export interface SliceContext {
  readonly set: StoreApi<AppState>['setState'];
  readonly get: () => AppState;
  readonly services: Services;
  readonly session: DatabaseSession;
  readonly during: During;
}
