import { Network } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { withoutArchive } from '#core/catalog/archive-schema.ts';
import { marksOf } from '#core/catalog/marks-of-diff.ts';
import { noMarks } from '#core/catalog/schema-marks.ts';
import type { Detail } from '#core/diagram/boxes.ts';
import { diagramOf } from '#core/diagram/diagram.ts';
import { drawnMarks } from '#core/diagram/drawn-marks.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { designOf } from '#state/schema-lab/design-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import styles from './diagram-panel.module.css';
import { DiagramView } from './diagram-view.tsx';
import { useDiagramActions } from './use-diagram-actions.ts';
import { useExport } from './use-export.ts';
import { useLaidOut } from './use-laid-out.ts';

interface DiagramPanelProps {
  /** The selected table is to be opened beside the picture, and has the focus there. */
  readonly onOpenTable?: () => void;
  /** Stands at the end of the bar. */
  readonly aside?: ReactNode;
}

/** The entity–relationship diagram of the live database, with what is drawn and not run. */
export function DiagramPanel({ onOpenTable, aside = null }: DiagramPanelProps) {
  const live = useAppStore((state) => state.catalog);
  const design = useAppStore(designOf);
  if (live === null || design === null) {
    return (
      <EmptyState icon={Network} title="No tables to draw yet">
        They stand here as soon as the database has started.
      </EmptyState>
    );
  }
  return <Diagram live={live} design={design} onOpenTable={onOpenTable} aside={aside} />;
}

interface DiagramProps {
  readonly live: Catalog;
  readonly design: Design;
  readonly onOpenTable: (() => void) | undefined;
  readonly aside: ReactNode;
}

/** So many tables can be read with all their columns, and so many with their keys. */
const mostWithColumns = 30;
const mostWithKeys = 80;

function Diagram({ live, design: { catalog: whole, lineage }, onOpenTable, aside }: DiagramProps) {
  const catalog = useMemo(() => withoutArchive(whole), [whole]);
  const changes = useAppStore((state) => state.changes);
  const selected = useAppStore((state) => state.selectedTable);
  const tablePlaces = useAppStore((state) => state.tablePlaces);
  const [chosenDetail, setChosenDetail] = useState<Detail | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLDivElement>(null);

  const detail = chosenDetail ?? fittingDetail(catalog);
  const diagram = useMemo(() => diagramOf(catalog, detail, opened), [catalog, detail, opened]);
  const marks = useMemo(
    () => ({
      drawn: drawnMarks(withoutArchive(live), catalog, lineage),
      run: changes === null ? noMarks : marksOf(changes),
    }),
    [live, catalog, lineage, changes],
  );
  const laidOut = useLaidOut(diagram, tablePlaces, frame);
  const actions = useDiagramActions(catalog, onOpenTable);
  const exportDiagram = useExport(catalog, laidOut);
  const onTogglePartitions = (key: string) => {
    setOpened((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  };

  return (
    <div className={styles.frame} ref={frame}>
      {laidOut === null ? (
        <p className={styles.waiting}>Laying out {diagram.boxes.length} tables…</p>
      ) : (
        <DiagramView
          laidOut={laidOut}
          marks={marks}
          selected={selected}
          detail={detail}
          onDetail={setChosenDetail}
          actions={{ ...actions, onTogglePartitions }}
          onExport={exportDiagram}
          aside={aside}
        />
      )}
    </div>
  );
}

function fittingDetail({ tables }: Catalog): Detail {
  const count = tables.filter(({ partitionOf }) => partitionOf === null).length;
  if (count <= mostWithColumns) return 'columns';
  return count <= mostWithKeys ? 'keys' : 'names';
}
