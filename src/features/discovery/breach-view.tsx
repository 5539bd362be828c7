import { CircleCheck, CircleX } from 'lucide-react';
import { writeNames } from '#core/catalog/name-tokens.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { Breach } from '#state/normalization/fresh-discovery.ts';
import { DataTable } from '#ui/data-table.tsx';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { Progress } from '#ui/progress.tsx';
import { sentence } from './discovery-words.ts';
import styles from './discovery.module.css';

interface BreachViewProps {
  readonly dependency: FunctionalDependency;
  readonly breach: Breach;
}

/** The first of them say enough. */
const mostShown = 40;

/** Whether a dependency holds in the rows, with those that break it. */
export function BreachView({ dependency: { determinant, dependents }, breach }: BreachViewProps) {
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
      <p className={styles.verdict} data-holds="true">
        <CircleCheck aria-hidden="true" />
        It holds in every row there is now.
      </p>
    );
  }
  const [left, right] = [determinant, dependents].map((names) => writeNames(names));
  const beside =
    determinant.length === 0
      ? `Different values of ${right}, where all rows should have the same`
      : `The same ${left} beside different ${right}`;
  return (
    <div className={styles.breach}>
      <p className={styles.verdict} data-holds="false">
        <CircleX aria-hidden="true" />
        {breach.brokenBy === null
          ? `It does not hold: ${formatCount(breach.rowCount)} combinations contradict each other.`
          : `It does not hold: ${formatQuantity(breach.brokenBy, 'row')} would have to go.`}
      </p>
      <DataTable
        caption={`${beside}; in the last column, how many rows say so`}
        isCaptionShown
        columns={breach.columns}
        rows={breach.rows.slice(0, mostShown)}
        rowCount={breach.rowCount}
      />
    </div>
  );
}
