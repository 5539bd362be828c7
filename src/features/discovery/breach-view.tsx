import { CircleCheck, CircleX } from 'lucide-react';
import { writeNames } from '#core/catalog/name-tokens.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import type { Breach } from '#state/normalization/fresh-discovery.ts';
import { DataTable } from '#ui/data-table.tsx';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { Progress } from '#ui/progress.tsx';
import { sentence } from './discovery-words.ts';
import styles from './discovery.module.css';

interface BreachViewProps {
  readonly dependency: WrittenDependency;
  readonly breach: Breach;
}

/** The first of them say enough. */
const mostShown = 40;

/** Whether a dependency holds in the rows, with those that break it. */
export function BreachView({ dependency, breach }: BreachViewProps) {
  switch (breach.kind) {
    case 'asking':
      return <Progress label="Asking the rows" />;
    case 'failed':
      return (
        <p className={styles.problem} role="alert">
          The rows gave no answer: {sentence(breach.message)} Your tables are as they were.
        </p>
      );
    case 'answered':
      break;
  }
  if (breach.rowCount === 0) {
    return (
      <p className={styles.verdict} data-holds="true" role="status">
        <CircleCheck aria-hidden="true" />
        It holds in every row there is now.
      </p>
    );
  }
  return (
    <div className={styles.breach}>
      <p className={styles.verdict} data-holds="false" role="status">
        <CircleX aria-hidden="true" />
        It does not hold: {reasonOf(dependency, breach)}
      </p>
      <DataTable
        caption={captionOf(dependency)}
        isCaptionShown
        columns={breach.columns}
        rows={breach.rows.slice(0, mostShown)}
        rowCount={breach.rowCount}
      />
    </div>
  );
}

function reasonOf({ kind }: WrittenDependency, { brokenBy, rowCount }: Breach & { readonly kind: 'answered' }): string {
  if (kind === 'multivalued') return 'two rows call for a third that is not there.';
  if (brokenBy === null) return `${formatCount(rowCount)} combinations contradict each other.`;
  return `${formatQuantity(brokenBy, 'row')} would have to go.`;
}

function captionOf({ kind, determinant, dependents }: WrittenDependency): string {
  if (kind === 'multivalued') return 'Rows that are there, and under each two the one that is missing';
  const right = writeNames(dependents);
  const beside =
    determinant.length === 0
      ? `Different values of ${right}, where all rows should have the same`
      : `The same ${writeNames(determinant)} beside different ${right}`;
  return `${beside}; in the last column, how many rows say so`;
}
