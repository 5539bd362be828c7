import { Table2 } from 'lucide-react';
import { EmptyState } from '#ui/empty-state.tsx';

export function ResultsEmpty() {
  return (
    <EmptyState icon={Table2} title="No results to show">
      Run the SQL in the editor, and what PostgreSQL answers stands here: rows, counts, notices and failures.
    </EmptyState>
  );
}
