import { TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { findingsOf } from '#core/discovery/findings.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import { isDiscoveryStale } from '#state/normalization/discovery-slice.ts';
import type { Discovery } from '#state/normalization/fresh-discovery.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { countWords, endWords, nullWords } from './discovery-words.ts';
import { FindingFilter, filtered, noFilter } from './finding-filter.tsx';
import { FindingSections } from './finding-sections.tsx';
import styles from './discovery.module.css';

interface DiscoveryResultProps {
  readonly discovery: Discovery;
  readonly relation: LiveRelation;
  readonly onState: (dependency: WrittenDependency) => void;
}

/** All that the rows showed, with how much of them was looked at. */
export function DiscoveryResult({ discovery, relation, onState }: DiscoveryResultProps) {
  const [filter, setFilter] = useState(noFilter);
  const lists = useRef<HTMLDivElement>(null);
  const { report, columns, table, options } = discovery;
  const { attributes } = relation.scheme;
  const isSameColumns = attributes.length === columns.length && columns.every((name) => attributes.includes(name));
  const findings = useMemo(() => {
    const isOfTable = ({ determinant, dependents }: FunctionalDependency): boolean =>
      [...determinant, ...dependents].every((name) => columns.includes(name));
    const stated = relation.stated.filter(({ kind }) => kind === 'functional');
    return findingsOf(report, columns, {
      declared: relation.declared.filter(isOfTable),
      stated: stated.filter(isOfTable),
    });
  }, [report, columns, relation]);

  /** What is stated leaves its list, and its button with it: the one that takes its place is the next to be pressed. */
  function stateOne(dependency: WrittenDependency): void {
    // Of columns that are gone nothing can be said.
    if (!isSameColumns) return;
    const place = stateButtons(lists.current).findIndex((button) => button === document.activeElement);
    onState(dependency);
    requestAnimationFrame(() => {
      const left = stateButtons(lists.current);
      if (place !== -1) (left[place] ?? left.at(-1))?.focus();
    });
  }

  return (
    <div className={styles.result} ref={lists}>
      <Summary discovery={discovery} />
      {report.exact.length + report.nearly.length > 0 && (
        <FindingFilter columns={columns} filter={filter} onFilter={setFilter} />
      )}
      <FindingSections
        table={table}
        findings={filtered(findings, filter)}
        rowCount={report.rowCount}
        isComplete={report.end?.kind === 'complete'}
        threshold={options.threshold}
        onState={stateOne}
      />
    </div>
  );
}

function stateButtons(lists: HTMLElement | null): readonly HTMLElement[] {
  return [...(lists?.querySelectorAll<HTMLElement>('[data-states]') ?? [])];
}

function Summary({ discovery: { report, rowsInAll, options, loss } }: { readonly discovery: Discovery }) {
  const isStale = useAppStore(isDiscoveryStale);
  const { rowCount, end } = report;
  const looked =
    rowCount < rowsInAll
      ? `Of ${formatQuantity(rowsInAll, 'row')} the first ${formatCount(rowCount)} were looked at`
      : `All ${formatQuantity(rowCount, 'row')} were looked at`;
  return (
    <div className={styles.summary}>
      <p role="status">
        <strong>{countWords(report)}.</strong> {looked}. {nullWords[options.nulls]}. {end !== null && endWords(end)}
        {loss !== null && ` The search was lost (${loss}); what it had found is kept, and is not complete.`}
        {rowCount <= 1 && ' With so few rows everything holds: they say nothing yet.'}
      </p>
      {isStale && (
        <p className={styles.warning}>
          <TriangleAlert aria-hidden="true" />
          The database has changed since: look again.
        </p>
      )}
    </div>
  );
}
