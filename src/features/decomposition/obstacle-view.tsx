import { CircleX } from 'lucide-react';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import type { Decomposition } from '#state/normalization/fresh-decompose.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './decomposition.module.css';

interface ObstacleViewProps {
  readonly obstacles: readonly string[];
  readonly decomposition: Decomposition;
}

/** Why the table cannot be split as it is, with the rows that stand in the way. */
export function ObstacleView({ obstacles, decomposition }: ObstacleViewProps) {
  const { facts, table, split } = decomposition;
  const showView = useAppStore((state) => state.showNormalizationView);
  const isFunctional = split.dependency.kind === 'functional';
  return (
    <div className={styles.obstacles} role="alert">
      {obstacles.map((obstacle) => (
        <p key={obstacle} className={styles.line}>
          <CircleX className={styles.mark} aria-hidden="true" />
          <span>
            <InlineCode text={obstacle} />
          </span>
        </p>
      ))}
      {facts.contradictionCount > 0 && (
        <div className={styles.hint}>
          <p>Or the rows are right, and the dependency is what is wrong: then it is not always true, and goes.</p>
          <Button onClick={() => showView('dependencies')}>Look at the dependencies</Button>
        </div>
      )}
      {facts.contradictionCount > 0 && (
        <Rows
          caption={`${
            isFunctional
              ? 'Values that contradict each other, and how many rows say so'
              : 'Two rows that call for a combination, and the one that is not there'
          }${cutWords(decomposition)}`}
          rows={facts.contradictions}
        />
      )}
      {facts.homeless > 0 && (
        <Rows caption={`Rows of ${qualifiedName(table)} that would lose what they say`} rows={facts.homelessSample} />
      )}
    </div>
  );
}

/** A line of a functional one counts its rows; a multivalued one has several lines for a combination, counted alone. */
function cutWords({ facts: { contradictions, contradictionCount }, split }: Decomposition): string {
  if (split.dependency.kind === 'multivalued') return `. Missing in all: ${formatCount(contradictionCount)}`;
  const shown = contradictions.rows.reduce((sum, row) => sum + Number(row.at(-1) ?? 0), 0);
  return shown >= contradictionCount
    ? ''
    : `: the first ${formatCount(shown)} of ${formatQuantity(contradictionCount, 'row')}`;
}

function Rows({ caption, rows }: { readonly caption: string; readonly rows: ResultSet }) {
  return (
    <DataTable
      caption={caption}
      isCaptionShown
      columns={rows.columns.map(({ name, kind }) => ({ name, kind }))}
      rows={rows.rows}
      rowCount={rows.rowCount}
    />
  );
}
