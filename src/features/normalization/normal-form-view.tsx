import { ArrowRight, CheckCircle2, TriangleAlert } from 'lucide-react';
import { normalForms, type FunctionalDependency, type NormalForm } from '#core/relational/dependency.ts';
import type { NormalFormJudgement, NormalFormViolation } from '#core/relational/normal-form.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { dependencyText, type DependencyKind } from './dependency-words.ts';
import { followsWords, formWords, kindOf, violationWords } from './violation-words.ts';
import styles from './normal-form-view.module.css';

interface NormalFormViewProps {
  readonly judgement: NormalFormJudgement;
  readonly attributes: readonly string[];
  /** Nothing is stated beside the table's own keys: the form says little then. */
  readonly isByKeysAlone?: boolean;
  /** Not even a key is known: whatever form that is says nothing. */
  readonly isUnknown?: boolean;
  /** Leads to where the table is split by it; null where that makes no sense. */
  readonly onSplit: ((dependency: FunctionalDependency, kind: DependencyKind) => void) | null;
}

/** So many violations of a form are read at once; the others open on demand. */
const mostAtOnce = 12;

/** The form that a relation is in, and each dependency that keeps it from the next ones. */
export function NormalFormView(props: NormalFormViewProps) {
  const { judgement, attributes, isByKeysAlone = false, isUnknown = false, onSplit } = props;
  const { form, isCertain, violations } = judgement;
  if (isUnknown)
    return <p className={styles.note}>Which form it is in cannot be told before something is known of it.</p>;
  const broken = normalForms.filter((each) => violations.some(({ breaks }) => breaks === each));
  return (
    <>
      <p className={styles.form}>
        <Badge
          tone={violations.length === 0 ? 'good' : 'waiting'}
          icon={violations.length === 0 ? CheckCircle2 : TriangleAlert}
        >
          {isCertain ? form : `${form} at least`}
        </Badge>
        <span>
          {violations.length === 0
            ? `${isByKeysAlone ? 'By its keys alone nothing' : 'Nothing'} keeps it from ${form}: ${formWords[form]}.`
            : summaryWords(judgement)}
        </span>
      </p>
      {!isCertain && (
        <p className={styles.note}>
          There are too many keys to tell of every attribute whether it is in one: it may be in a higher form.
        </p>
      )}
      {broken.map((each) => (
        <Broken
          key={each}
          form={each}
          violations={violations.filter(({ breaks }) => breaks === each)}
          attributes={attributes}
          onSplit={onSplit}
        />
      ))}
    </>
  );
}

interface BrokenProps extends Pick<NormalFormViewProps, 'attributes' | 'onSplit'> {
  readonly form: NormalForm;
  readonly violations: readonly NormalFormViolation[];
}

function Broken({ form, violations, attributes, onSplit }: BrokenProps) {
  const others = violations.slice(mostAtOnce);
  return (
    <section className={styles.broken} aria-label={`Against ${form}`}>
      <h4 className={styles.title}>
        Against {form}: {formWords[form]}
      </h4>
      <ViolationList violations={violations.slice(0, mostAtOnce)} {...{ attributes, onSplit }} />
      {others.length > 0 && (
        <Disclosure summary={`${formatCount(others.length)} more`}>
          <ViolationList violations={others} {...{ attributes, onSplit }} />
        </Disclosure>
      )}
    </section>
  );
}

function ViolationList({ violations, attributes, onSplit }: Omit<BrokenProps, 'form'>) {
  return (
    <ul className={styles.list}>
      {violations.map((violation, place) => {
        const words = dependencyText(violation.dependency, kindOf(violation));
        const follows = followsWords(violation);
        return (
          <li key={place} className={styles.violation}>
            <p className={styles.dependency}>{words}</p>
            <p className={styles.why}>
              <InlineCode text={violationWords(violation, attributes)} />
              {follows !== null && (
                <>
                  {' '}
                  <InlineCode text={follows} />
                </>
              )}
            </p>
            {onSplit !== null && (
              <Button
                variant="quiet"
                aria-label={`Split by this: ${words}`}
                onClick={() => onSplit(violation.dependency, kindOf(violation))}
              >
                Split by this
                <ArrowRight aria-hidden="true" />
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function summaryWords({ form, violations }: NormalFormJudgement): string {
  const next = violations[0]?.breaks ?? form;
  const count = violations.filter(({ breaks }) => breaks === next).length;
  return `${count === 1 ? 'One dependency keeps' : `${count} dependencies keep`} it from ${next}.`;
}
