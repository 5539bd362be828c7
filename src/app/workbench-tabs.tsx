import { Suspense, useState, type ReactNode } from 'react';
import type { PanelName } from '#content/lesson.ts';
import { isUnchanged, type CatalogDiff } from '#core/catalog/diff.ts';
import { HistoryPanel } from '#features/history/history-panel.tsx';
import { ResultsPanel } from '#features/results/results-panel.tsx';
import { SchemaPanel } from '#features/schema/schema-panel.tsx';
import { openLessonOf } from '#state/lesson-slice.ts';
import type { LastRun } from '#state/undo/lesson-moment.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Progress } from '#ui/progress.tsx';
import { Tabs, type TabItem } from '#ui/tabs.tsx';
import { useUntilChange } from '#ui/use-until-change.ts';
import { LiveLabContent } from './live-lab-content.tsx';
import { PanelBoundary } from './panel-boundary.tsx';

interface WorkbenchTabsProps {
  /** Shows an offset of the editor's text. */
  readonly onShowPlace: (offset: number) => void;
  /** Stands at the end of the row. */
  readonly aside: ReactNode;
}

/** The panels that exist so far; a lesson may name others, which come with their labs. */
const available = ['results', 'schema', 'diagram', 'normalization', 'history'] as const satisfies readonly PanelName[];
type AvailablePanel = (typeof available)[number];

/** What a lesson that names none has. */
const usual: readonly AvailablePanel[] = ['results', 'schema', 'diagram', 'history'];

export function WorkbenchTabs({ onShowPlace, aside }: WorkbenchTabsProps) {
  const wanted = useAppStore((state) => openLessonOf(state)?.panels);
  const changes = useAppStore((state) => state.changes);
  const named = available.filter((name) => wanted?.includes(name));
  const panels = named.length === 0 ? usual : named;
  const front = wanted?.find((name): name is AvailablePanel => panels.some((panel) => panel === name));
  const asked = useAppStore((state) => state.panelAsked);
  // Until another panel is asked for from elsewhere.
  const [chosen, setChosen] = useUntilChange<string>(asked);
  /** The changes that stood in the schema's panel when it was last looked at. */
  const [seen, setSeen] = useState<CatalogDiff | null>(null);
  const selected = panels.find((name) => name === (chosen ?? asked?.panel)) ?? front ?? 'results';
  const lastRun = useAppStore((state) => state.lastRun);
  /** The run whose answer was in front when it came, or has been looked at since. */
  const [seenRun, setSeenRun] = useState<LastRun | null>(null);
  if (selected === 'results' && seenRun !== lastRun) setSeenRun(lastRun);
  const isAnswered = lastRun !== null && !lastRun.isDrawing && lastRun !== seenRun;
  const isNews = changes !== null && changes !== seen && selected !== 'schema' && !isUnchanged(changes);

  function select(id: string): void {
    // On the way in and on the way out: a run in between is seen too.
    if (id === 'schema' || selected === 'schema') setSeen(changes);
    setChosen(id);
  }

  const items: Record<AvailablePanel, Omit<TabItem, 'id'>> = {
    results: {
      label: 'Results',
      content: <ResultsPanel onShowPlace={onShowPlace} />,
      ...(isAnswered ? { mark: 'answered' } : {}),
    },
    schema: {
      label: 'Schema',
      content: <SchemaPanel />,
      ...(isNews ? { mark: 'changed' } : {}),
    },
    diagram: {
      label: 'Diagram',
      content: (
        <Suspense fallback={<Progress label="Opening the diagram" />}>
          <LiveLabContent kind="schema" />
        </Suspense>
      ),
    },
    normalization: {
      label: 'Normalization',
      content: (
        <Suspense fallback={<Progress label="Opening the normalization lab" />}>
          <LiveLabContent kind="normalization" />
        </Suspense>
      ),
    },
    history: { label: 'History', content: <HistoryPanel /> },
  };
  return (
    <Tabs
      label="Panels"
      items={panels.map((id) => ({
        id,
        ...items[id],
        content: <PanelBoundary name={`The panel ${items[id].label}`}>{items[id].content}</PanelBoundary>,
      }))}
      selected={selected}
      onSelect={select}
      aside={aside}
    />
  );
}
