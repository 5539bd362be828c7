import type { ResultSet } from '#core/engine/outcome.ts';
import { DataTable } from '#ui/data-table.tsx';

interface SmallResultProps {
  /** One sentence for a screen reader; what the eye needs stands above the table. */
  readonly caption: string;
  readonly result: ResultSet;
}

const shownRows = 8;

/** The first rows of a result, without types: enough to see the point, and no more of the page than that. */
export function SmallResult({ caption, result }: SmallResultProps) {
  return (
    <DataTable
      caption={caption}
      columns={result.columns.map(({ name, kind }) => ({ name, kind }))}
      rows={result.rows.slice(0, shownRows)}
      rowCount={result.rowCount}
    />
  );
}
