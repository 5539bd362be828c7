import { Database } from 'lucide-react';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { SchemaView } from './schema-view.tsx';

/** What the database holds now, with what the last run changed. */
export function SchemaPanel() {
  const catalog = useAppStore((state) => state.catalog);
  const changes = useAppStore((state) => state.changes);
  if (catalog === null) {
    return (
      <EmptyState icon={Database} title="No tables to show yet">
        They stand here as soon as the database has started and the lesson’s tables are in it.
      </EmptyState>
    );
  }
  return <SchemaView catalog={catalog} changes={changes} />;
}
