import { TableProperties } from 'lucide-react';
import { useMemo } from 'react';
import { withoutArchive } from '#core/catalog/archive-schema.ts';
import { diagramOf } from '#core/diagram/diagram.ts';
import { drawnMarks } from '#core/diagram/drawn-marks.ts';
import { designOf } from '#state/schema-lab/design-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { TablesView } from './tables-view.tsx';

/** The diagram as tables: all that the picture shows, to be read. */
export function TablesPanel() {
  const live = useAppStore((state) => state.catalog);
  const design = useAppStore(designOf);
  const diagram = useMemo(
    () => (design === null ? null : diagramOf(withoutArchive(design.catalog), 'columns')),
    [design],
  );
  const drawn = useMemo(
    () => (live === null || design === null ? null : drawnMarks(live, design.catalog, design.lineage)),
    [live, design],
  );
  if (design === null || diagram === null || drawn === null || diagram.boxes.length === 0) {
    return (
      <EmptyState icon={TableProperties} title="No tables yet">
        <InlineCode text="Every `create table` you run, and every table you draw, stands here with its columns and relations." />
      </EmptyState>
    );
  }
  return <TablesView catalog={withoutArchive(design.catalog)} diagram={diagram} drawn={drawn} />;
}
