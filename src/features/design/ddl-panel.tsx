import { useState } from 'react';
import { createScript } from '#core/catalog/ddl/create-script.ts';
import { scriptOf } from '#core/catalog/ddl/ddl-statement.ts';
import { failureAdvice } from '#core/design/failure-advice.ts';
import { drawDesign } from '#core/design/draw-design.ts';
import type { AppState } from '#state/app-state.ts';
import { designOf } from '#state/schema-lab/design-of.ts';
import { statementsOf } from '#state/schema-lab/statements-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { DdlView, type DdlMode, type DdlViewProps } from './ddl-view.tsx';

/** What is drawn and not run, as the SQL that would make it so. Nothing where nothing is drawn. */
export function DdlPanel({ isFolded }: Pick<DdlViewProps, 'isFolded'>) {
  const [mode, setMode] = useState<DdlMode>('change');
  const live = useAppStore((state) => state.catalog);
  const design = useAppStore(designOf);
  const changes = useAppStore(statementsOf);
  const hasEdits = useAppStore(({ edits }) => edits.length > 0);
  const canRedo = useAppStore(canDrawAgain);
  const transaction = useAppStore((state) => state.transaction);
  const failure = useAppStore((state) => state.designFailure);
  const isBusy = useAppStore(({ activity, database }) => activity !== null || database.kind !== 'ready');
  const runDesign = useAppStore((state) => state.runDesign);
  const replaceDraft = useAppStore((state) => state.replaceDraft);
  const addEdit = useAppStore((state) => state.addEdit);
  if (live === null || design === null || (!hasEdits && !canRedo)) return null;

  const statements = mode === 'change' ? changes : createScript(design.catalog);
  return (
    <DdlView
      isFolded={isFolded}
      mode={mode}
      statements={hasEdits ? statements : []}
      problems={design.problems}
      transaction={transaction}
      failure={failure === null ? null : { ...failure, advice: failureAdvice(failure.failure, live, design) }}
      canRun={mode === 'change' && changes.length > 0 && !isBusy && transaction !== 'failed'}
      on={{
        mode: setMode,
        run: () => void runDesign(),
        edit: addEdit,
        putIntoEditor: (sql) => replaceDraft(sql ?? scriptOf(statements)),
      }}
    />
  );
}

/** Not what was just run: drawn again, it would change nothing. */
function canDrawAgain({ catalog, edits, undoneEdits }: AppState): boolean {
  if (catalog === null || undoneEdits.length === 0) return false;
  return drawDesign(catalog, [...edits, ...undoneEdits]).catalog !== drawDesign(catalog, edits).catalog;
}
