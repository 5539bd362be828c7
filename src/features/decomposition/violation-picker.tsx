import { CircleCheck, Split, TriangleAlert } from 'lucide-react';
import { isSameObject, qualifiedName } from '#core/catalog/object-name.ts';
import type { ViolatingDependency } from '#core/normalization/table-split.ts';
import type { NormalFormViolation } from '#core/relational/normal-form.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { judgementOf } from '#state/normalization/judgement-of.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { standingSplits } from '#state/normalization/standing-splits.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { dependencyLine } from './dependency-line.ts';
import styles from './decomposition.module.css';

interface ViolationPickerProps {
  readonly relation: LiveRelation;
  /** What picking one leads to, as the end of `Pick one to …`. */
  readonly purpose: string;
}

/** The form that the table is in, and the violations to take on, of which one is at hand. */
export function ViolationPicker({ relation, purpose }: ViolationPickerProps) {
  const { violations, form, isCertain } = judgementOf(relation.scheme);
  const chosen = useAppStore(({ decomposition: at }) => (at.kind === 'none' ? null : at));
  const choose = useAppStore((state) => state.chooseViolation);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  // What came of a split has had its dependencies.
  const isOfKeysAlone = useAppStore(
    ({ doneSplits, catalog }) =>
      relation.stated.length + relation.stale.length === 0 &&
      !standingSplits(doneSplits, catalog ?? { tables: [] }).some(({ into }) =>
        into.some((table) => isSameObject(table, relation.table)),
      ),
  );
  const name = qualifiedName(relation.table);
  const isGood = violations.length === 0;
  return (
    <section className={styles.section} aria-label="Violations">
      <p className={styles.line}>
        <Badge tone={isGood ? 'good' : 'waiting'} icon={isGood ? CircleCheck : TriangleAlert}>
          {isCertain ? form : `${form} at least`}
        </Badge>
        <span>
          <InlineCode
            text={
              isGood
                ? `Nothing keeps \`${name}\` from ${form}, by what is known of it.`
                : `Of \`${name}\`: pick a dependency to ${purpose}.`
            }
          />
        </span>
      </p>
      {isGood && isOfKeysAlone && <StateFirst />}
      {!isGood && (
        <ul className={styles.violations}>
          {violations.map((violation) => {
            const dependency = ofViolation(violation);
            const isAtHand = chosen !== null && isSameData(chosen.dependency, dependency);
            return (
              <li key={dependencyLine(dependency)}>
                <button
                  type="button"
                  className={styles.violation}
                  aria-pressed={isAtHand}
                  aria-disabled={!isFree}
                  onClick={() => {
                    if (isFree) void choose(dependency, dependency.kind);
                  }}
                >
                  <Split aria-hidden="true" />
                  <span className={styles.formula}>{dependencyLine(dependency)}</span>
                  <span className={styles.against}>{kindWords[violation.kind]}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

export function ofViolation({ kind, dependency }: NormalFormViolation): ViolatingDependency {
  const { determinant, dependents } = dependency;
  return { kind: kind === 'multivalued' ? 'multivalued' : 'functional', determinant, dependents };
}

const kindWords: Readonly<Record<NormalFormViolation['kind'], string>> = {
  partial: 'against 2NF: on a part of a key',
  transitive: 'against 3NF: by way of no key',
  bcnf: 'against BCNF: on no whole key',
  multivalued: 'against 4NF: two facts in one row',
};

function StateFirst() {
  const showView = useAppStore((state) => state.showNormalizationView);
  return (
    <div className={styles.hint}>
      <p>Only its own keys are known. State what else is always true of it, and this is judged again.</p>
      <Button onClick={() => showView('dependencies')}>State dependencies</Button>
    </div>
  );
}
