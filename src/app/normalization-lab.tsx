import { Database, Table2 } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { AnomaliesPanel } from '#features/decomposition/anomalies-panel.tsx';
import { DecomposePanel } from '#features/decomposition/decompose-panel.tsx';
import { JudgePanel } from '#features/decomposition/judge-panel.tsx';
import { DiscoveryPanel } from '#features/discovery/discovery-panel.tsx';
import { DependenciesPanel } from '#features/normalization/dependencies-panel.tsx';
import { TheoryPanel } from '#features/normalization/theory-panel.tsx';
import type { NormalizationView } from '#state/normalization/normalization-slice.ts';
import { relationOf, tablesToNormalize } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { useFocusBack } from './use-focus-back.ts';
import styles from './normalization-lab.module.css';

const views: readonly { readonly id: NormalizationView; readonly label: string }[] = [
  { id: 'dependencies', label: 'Dependencies' },
  { id: 'rows', label: 'Rows' },
  { id: 'anomalies', label: 'Anomalies' },
  { id: 'decompose', label: 'Decompose' },
  { id: 'judge', label: 'Your tables' },
  { id: 'theory', label: 'Theory' },
];

/** One table of the live database at a time: what depends on what in it, what that costs, and how it is split. */
export function NormalizationLab() {
  const view = useAppStore((state) => state.normalizationView);
  const showView = useAppStore((state) => state.showNormalizationView);
  const activity = useAppStore((state) => state.activity);
  const table = useAppStore((state) => relationOf(state)?.table ?? null);
  const lab = useRef<HTMLDivElement>(null);
  useFocusBack(lab, (root) => root.querySelector<HTMLElement>('[role=tab][aria-selected=true]'), [
    activity,
    table,
    view,
  ]);
  if (table === null) return <NoTable />;
  return (
    <div className={styles.lab} ref={lab}>
      <h2>
        <VisuallyHidden>Normalization of {qualifiedName(table)}</VisuallyHidden>
      </h2>
      <TableChoice />
      <Tabs
        label="Views of the table"
        items={views.map(({ id, label }) => ({
          id,
          label,
          // What was typed about one table is not about another.
          content: (
            <PanelBoundary key={objectKey(table)} name={`The view ${label}`}>
              {contentOf(id)}
            </PanelBoundary>
          ),
        }))}
        selected={view}
        onSelect={(id) => showView(views.find((candidate) => candidate.id === id)?.id ?? 'dependencies')}
      />
    </div>
  );
}

function TableChoice() {
  const catalog = useAppStore((state) => state.catalog);
  const chosen = useAppStore((state) => relationOf(state)?.table ?? null);
  const choose = useAppStore((state) => state.chooseNormalizationTable);
  if (catalog === null || chosen === null) return null;
  const tables = tablesToNormalize(catalog);
  const { rows, columns } = chosen;
  return (
    <div className={styles.choice}>
      <ChoiceSelect
        label="Table"
        isLabelShown={false}
        choices={tables.map((table) => ({ value: objectKey(table), label: qualifiedName(table) }))}
        chosen={objectKey(chosen)}
        onChoose={(key) => {
          const table = tables.find((candidate) => objectKey(candidate) === key);
          if (table !== undefined) choose({ schema: table.schema, name: table.name });
        }}
      />
      <span>
        {columns.length} {columns.length === 1 ? 'column' : 'columns'}, {rows.exact ? '' : 'about '}
        {rows.count.toLocaleString('en')} {rows.count === 1 ? 'row' : 'rows'}
      </span>
    </div>
  );
}

function NoTable() {
  const database = useAppStore((state) => state.database);
  const isStarting = useAppStore(({ catalog }) => catalog === null);
  if (isStarting) {
    return (
      <EmptyState icon={Database} title={database.kind === 'failed' ? 'No database' : 'The database is starting'}>
        {database.kind === 'failed' ? database.message : 'Its tables stand here in a moment.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Table2} title="No table yet">
      Make a table with <code>create table</code>, and fill it. What depends on what in it is worked out here.
    </EmptyState>
  );
}

function contentOf(view: NormalizationView): ReactNode {
  switch (view) {
    case 'dependencies':
      return <DependenciesPanel />;
    case 'rows':
      return <DiscoveryPanel />;
    case 'anomalies':
      return <AnomaliesPanel />;
    case 'decompose':
      return <DecomposePanel />;
    case 'judge':
      return <JudgePanel />;
    case 'theory':
      return <TheoryPanel />;
  }
}
