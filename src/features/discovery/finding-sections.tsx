import type { ReactNode } from 'react';
import { writeNames } from '#core/catalog/name-tokens.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import type { Finding, Findings } from '#core/discovery/findings.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import { Badge } from '#ui/badge.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { DependencyCheck } from './dependency-check.tsx';
import { breachWords, grounds, groundWords } from './discovery-words.ts';
import { FindingLine } from './finding-line.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './discovery.module.css';

interface FindingSectionsProps {
  readonly table: ObjectName;
  readonly findings: Findings;
  readonly rowCount: number;
  /** Whether all that there is was looked for. */
  readonly isComplete: boolean;
  /** The share of rows that may break what is nearly true; 0 where that was not asked. */
  readonly threshold: number;
  readonly onState: (dependency: WrittenDependency) => void;
}

/** What the rows show: what is unique, what holds, what nearly holds. */
export function FindingSections({ table, findings, onState, ...found }: FindingSectionsProps) {
  const { rowCount, isComplete, threshold } = found;
  const nothing = isComplete ? 'Nothing of this kind.' : 'Nothing of this kind among what was tried.';
  const stateOf = (finding: Finding): (() => void) | null =>
    finding.ground === 'rows' && finding.dependents.length > 0 ? () => onState(functional(finding)) : null;
  return (
    <>
      <ByGround
        title="Unique: no two rows agree in"
        none={isComplete ? 'None: some rows agree in all columns.' : 'None among what was tried.'}
        findings={findings.uniques}
      >
        {(finding) => (
          <FindingLine
            key={keyOf(finding)}
            dependency={functional(finding)}
            text={finding.determinant.length === 0 ? '{}' : `(${writeNames(finding.determinant)})`}
            note={finding.determinant.length === 0 ? 'there is at most one row' : undefined}
            onState={stateOf(finding)}
          />
        )}
      </ByGround>
      <ByGround title="Holds in every row" none={nothing} findings={findings.exact}>
        {(finding) => (
          <FindingLine
            key={keyOf(finding)}
            dependency={functional(finding)}
            note={finding.determinant.length === 0 ? 'the same in all rows' : undefined}
            onState={stateOf(finding)}
          />
        )}
      </ByGround>
      {threshold > 0 && (
        <Section
          title={`Nearly: broken by at most ${formatCount(threshold * 100)} % of the rows`}
          count={findings.nearly.length}
          none={nothing}
        >
          <FindingList label="Nearly true">
            {findings.nearly.map((finding) => (
              <DependencyCheck
                key={keyOf(finding)}
                table={table}
                dependency={functional(finding)}
                note={`${finding.ground === 'rows' ? '' : `${groundWords[finding.ground].word}, `}${breachWords(finding.brokenBy, rowCount)}`}
                isOpenAtFirst={false}
                onState={stateOf(finding)}
              />
            ))}
          </FindingList>
        </Section>
      )}
    </>
  );
}

interface ByGroundProps {
  readonly title: string;
  readonly none: string;
  readonly findings: readonly Finding[];
  readonly children: (finding: Finding) => ReactNode;
}

/** One list for each thing that answers for them. */
function ByGround({ title, none, findings, children }: ByGroundProps) {
  return (
    <Section title={title} count={findings.length} none={none}>
      {grounds.map((ground) => {
        const own = findings.filter((finding) => finding.ground === ground);
        const { word, icon, tone, meaning } = groundWords[ground];
        if (own.length === 0) return null;
        return (
          <div key={ground} className={styles.group}>
            <p className={styles.ground}>
              <Badge icon={icon} tone={tone}>
                {word}
              </Badge>
              <span className={styles.note}>{meaning}</span>
            </p>
            <FindingList label={`${title}, ${word}`}>{own.map(children)}</FindingList>
          </div>
        );
      })}
    </Section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count: number;
  /** What stands there where there is nothing. */
  readonly none: string;
  readonly children: ReactNode;
}

function Section({ title, count, none, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{formatCount(count)}</span>
      </h3>
      {count === 0 ? <p className={styles.note}>{none}</p> : children}
    </section>
  );
}

function functional({ determinant, dependents }: Finding): WrittenDependency {
  return { kind: 'functional', determinant, dependents };
}

function keyOf({ determinant, dependents, ground }: Finding): string {
  return JSON.stringify([determinant, dependents, ground]);
}
