import { createStore, type StoreApi } from 'zustand/vanilla';
import { createDuring } from './activity.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { createAnswerSlice } from './answer-slice.ts';
import { createDatabaseDialogSlice } from '#state/database/database-dialog-slice.ts';
import { createDatabaseFileSlice } from '#state/database/database-file-slice.ts';
import { DatabaseSession } from '#state/database/database-session.ts';
import { createLabSlice } from '#state/labs/lab-slice.ts';
import { createSweepSlice } from '#state/labs/sweep-slice.ts';
import { createLessonLabsSlice } from '#state/labs/lesson-labs-slice.ts';
import { createDiscoverySlice } from '#state/normalization/discovery-slice.ts';
import { createDependencyEditsSlice } from '#state/normalization/dependency-edits-slice.ts';
import { createAnomaliesSlice } from '#state/normalization/anomalies-slice.ts';
import { createDecomposeSlice } from '#state/normalization/decompose-slice.ts';
import { createJudgeSlice } from '#state/normalization/judge-slice.ts';
import { createNormalizationSlice } from '#state/normalization/normalization-slice.ts';
import { createTableLabSlice } from '#state/normalization/table-lab-slice.ts';
import { createConstraintTestsSlice } from '#state/schema-lab/constraint-tests-slice.ts';
import { createDeletePreviewSlice } from '#state/schema-lab/delete-preview-slice.ts';
import { createDesignSlice } from '#state/schema-lab/design-slice.ts';
import { createDiagramFileSlice } from '#state/schema-lab/diagram-file-slice.ts';
import { createExperimentSlice } from '#state/schema-lab/experiment-slice.ts';
import { createReviewSlice } from '#state/schema-lab/review-slice.ts';
import { createSchemaFileSlice } from '#state/schema-lab/schema-file-slice.ts';
import { createSchemaLabSlice } from '#state/schema-lab/schema-lab-slice.ts';
import { createLessonSlice } from './lesson-slice.ts';
import { createNoticeSlice } from './notice-slice.ts';
import { createOfflineSlice } from './offline-slice.ts';
import { createPreferencesSlice } from './preferences-slice.ts';
import { createProgressSlice } from './progress-slice.ts';
import type { Services } from './services.ts';
import { createUndoSlice } from '#state/undo/undo-slice.ts';
import { createWorkbenchSlice } from './workbench-slice.ts';

export type AppStore = StoreApi<AppState>;

/** One store out of all slices; a test makes its own with its own services. */
export function createAppStore(services: Services): AppStore {
  return createStore<AppState>((set, get) => {
    const session = new DatabaseSession(services);
    const context: SliceContext = { set, get, services, session, during: createDuring({ set, get }) };
    return {
      ...createNoticeSlice(context),
      ...createOfflineSlice(context),
      ...createPreferencesSlice(context),
      ...createProgressSlice(context),
      ...createDatabaseDialogSlice(context),
      ...createWorkbenchSlice(context),
      ...createUndoSlice(context),
      ...createLessonSlice(context),
      ...createLessonLabsSlice(context),
      ...createLabSlice(context),
      ...createSweepSlice(context),
      ...createSchemaLabSlice(context),
      ...createDesignSlice(context),
      ...createDiagramFileSlice(context),
      ...createReviewSlice(context),
      ...createExperimentSlice(context),
      ...createSchemaFileSlice(context),
      ...createConstraintTestsSlice(context),
      ...createDeletePreviewSlice(context),
      ...createNormalizationSlice(context),
      ...createAnomaliesSlice(context),
      ...createDecomposeSlice(context),
      ...createJudgeSlice(context),
      ...createDiscoverySlice(context),
      ...createDependencyEditsSlice(context),
      ...createTableLabSlice(context),
      ...createAnswerSlice(context),
      ...createDatabaseFileSlice(context),
    };
  });
}
