import { useState, type ReactNode } from 'react';
import { writeNames } from '#core/catalog/name-tokens.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import type { Finding, Findings } from '#core/discovery/findings.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { Button } from '#ui/button.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { DependencyCheck } from './dependency-check.tsx';
import { breachWords } from './discovery-words.ts';
import { FindingLine } from './finding-line.tsx';
import styles from './discovery.module.css';

interface FindingSectionsProps {
  readonly table: ObjectName;
  readonly findings: Findings;
  readonly rowCount: number;
  /** Rows that may break what is nearly true; 0 where that was not asked. */
  readonly threshold: number;
  readonly onState: (dependency: FunctionalDependency) => void;
}

/** What the rows show: what is unique, what holds, what nearly holds. */
export function FindingSections({ table, findings, rowCount, threshold, onState }: FindingSectionsProps) {
  const stateOf = (finding: Finding): (() => void) | null =>
    finding.ground === 'rows' && finding.dependents.length > 0 ? () => onState(finding) : null;
  return (
    <>
      <FindingList
        title="Unique: no two rows agree in"
        none="No columns: rows are there twice, or were not told apart."
      >
        {findings.uniques.map((finding) => (
          <FindingLine
            key={keyOf(finding)}
            dependency={finding}
            text={finding.determinant.length === 0 ? '{}' : `(${writeNames(finding.determinant)})`}
            ground={finding.ground}
            note={finding.determinant.length === 0 ? 'There is at most one row: it says nothing yet.' : undefined}
            onState={stateOf(finding)}
          />
        ))}
      </FindingList>
      <FindingList title="Holds in every row" none="Nothing that passes the filter.">
        {findings.exact.map((finding) => (
          <FindingLine
            key={keyOf(finding)}
            dependency={finding}
            ground={finding.ground}
            note={finding.determinant.length === 0 ? 'the same in all rows' : undefined}
            onState={stateOf(finding)}
          />
        ))}
      </FindingList>
      {threshold > 0 && (
        <FindingList
          title={`Nearly: broken by at most ${formatCount(threshold * 100)} % of the rows`}
          none="Nothing that passes the filter."
        >
          {findings.nearly.map((finding) => (
            <DependencyCheck
              key={keyOf(finding)}
              table={table}
              dependency={finding}
              ground={finding.ground === 'rows' ? null : finding.ground}
              note={breachWords(finding.brokenBy, rowCount)}
              isOpenAtFirst={false}
              onState={stateOf(finding)}
            />
          ))}
        </FindingList>
      )}
    </>
  );
}

interface FindingListProps {
  readonly title: string;
  /** What stands there where there is nothing. */
  readonly none: string;
  readonly children: readonly ReactNode[];
}

const shownAtFirst = 40;

function FindingList({ title, none, children }: FindingListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? children : children.slice(0, shownAtFirst);
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{formatCount(children.length)}</span>
      </h3>
      {children.length === 0 ? <p className={styles.note}>{none}</p> : <ul className={styles.list}>{shown}</ul>}
      {shown.length < children.length && (
        <div>
          <Button variant="quiet" onClick={() => setIsWhole(true)}>
            Show all {formatCount(children.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

function keyOf({ determinant, dependents, ground }: Finding): string {
  return JSON.stringify([determinant, dependents, ground]);
}
