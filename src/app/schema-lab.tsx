import { Database, PanelRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ConstraintsPanel } from '#features/constraints/constraints-panel.tsx';
import { DeletePanel } from '#features/constraints/delete-panel.tsx';
import { DdlPanel } from '#features/design/ddl-panel.tsx';
import { DesignPanel } from '#features/design/design-panel.tsx';
import { DiagramPanel } from '#features/diagram/diagram-panel.tsx';
import { TablesPanel } from '#features/diagram/tables-panel.tsx';
import { ReviewPanel } from '#features/review/review-panel.tsx';
import { TypesPanel } from '#features/review/types-panel.tsx';
import { SchemaFilePanel } from '#features/schema-file/schema-file-panel.tsx';
import type { SchemaLabView } from '#state/schema-lab/schema-lab-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useHeight } from '#ui/use-size.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { useFocusBack } from './use-focus-back.ts';
import styles from './schema-lab.module.css';

const views: readonly { readonly id: SchemaLabView; readonly label: string }[] = [
  { id: 'diagram', label: 'Diagram' },
  { id: 'tables', label: 'Tables' },
  { id: 'constraints', label: 'Constraints' },
  { id: 'delete', label: 'Delete' },
  { id: 'review', label: 'Review' },
  { id: 'types', label: 'Types' },
  { id: 'file', label: 'File' },
];

/** A live database to be seen, drawn and tried out: what has been drawn stands below until it is run. */
export function SchemaLab() {
  const view = useAppStore((state) => state.schemaLabView);
  const showView = useAppStore((state) => state.showSchemaLabView);
  const isStarting = useAppStore(({ catalog }) => catalog === null);
  const edits = useAppStore((state) => state.edits);
  const activity = useAppStore((state) => state.activity);
  const selected = useAppStore((state) => state.selectedTable);
  const runDesign = useAppStore((state) => state.runDesign);
  const lab = useRef<HTMLDivElement>(null);
  const isLow = useHeight(lab, lowPx) < lowPx;
  useFocusBack(lab, (root) => root.querySelector<HTMLElement>('[role=tab][aria-selected=true]'), [
    activity,
    edits,
    selected,
    view,
  ]);

  function runDrawing(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || edits.length === 0) return;
    // Here the keys of Run are for what is drawn, not for what stands in the editor.
    event.preventDefault();
    event.stopPropagation();
    void runDesign();
  }

  if (isStarting) return <Starting />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of Run, from wherever in it
    <div className={styles.lab} ref={lab} onKeyDown={runDrawing}>
      <Tabs
        label="Views of the schema"
        items={views.map(({ id, label }) => ({
          id,
          label,
          content: <PanelBoundary name={`The view ${label}`}>{contentOf(id)}</PanelBoundary>,
        }))}
        selected={view}
        onSelect={(id) => showView(views.find((candidate) => candidate.id === id)?.id ?? 'diagram')}
      />
      <PanelBoundary name="The drawn schema">
        {/* Asked for in one view, they need not be in another. */}
        <DdlPanel key={view} isFolded={view !== 'diagram' || isLow} />
      </PanelBoundary>
    </div>
  );
}

/** Below this height, in pixels, the statements of what is drawn would leave no room for the picture. */
const lowPx = 620;

function Starting() {
  const database = useAppStore((state) => state.database);
  return (
    <EmptyState icon={Database} title={database.kind === 'failed' ? 'No database' : 'The database is starting'}>
      {database.kind === 'failed' ? database.message : 'Its tables stand here in a moment.'}
    </EmptyState>
  );
}

function contentOf(view: SchemaLabView): ReactNode {
  switch (view) {
    case 'diagram':
      return <Drawing />;
    case 'tables':
      return <TablesPanel />;
    case 'constraints':
      return <ConstraintsPanel />;
    case 'delete':
      return <DeletePanel />;
    case 'review':
      return <ReviewPanel />;
    case 'types':
      return <TypesPanel />;
    case 'file':
      return <SchemaFilePanel />;
  }
}

/** The picture, with the form of the table that is chosen in it. */
function Drawing() {
  /** What the learner last asked for; before that the form is there when it has something to be about. */
  const [asked, setAsked] = useState<boolean | null>(null);
  const hasSelection = useAppStore(({ selectedTable }) => selectedTable !== null);
  const isRelating = useAppStore(({ relationDraft }) => relationDraft !== null);
  const isFormShown = isRelating || (asked ?? hasSelection);
  // Once it is there it stays, until it is hidden.
  if (asked === null && hasSelection) setAsked(true);
  const form = useRef<HTMLDivElement>(null);

  function openTable(): void {
    setAsked(true);
    // The form of the table is drawn first.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('input, button')?.focus());
  }

  return (
    <div className={styles.drawing} data-form={isFormShown}>
      <div className={styles.picture}>
        <DiagramPanel
          onOpenTable={openTable}
          aside={
            <IconButton
              icon={PanelRight}
              label={isFormShown ? 'Hide the form' : 'Show the form'}
              aria-expanded={isFormShown}
              onClick={() => setAsked(!isFormShown)}
            />
          }
        />
      </div>
      {isFormShown && (
        <div className={styles.form} ref={form}>
          <DesignPanel />
        </div>
      )}
    </div>
  );
}
