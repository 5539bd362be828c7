import type { Verdict } from '#content/checks/check-kind.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { CheckState } from './check-line.ts';
import { CheckMark } from './check-mark.tsx';
import { EvidenceView } from './evidence-view.tsx';
import styles from './check-item.module.css';

interface CheckItemProps {
  readonly description: string;
  readonly state: CheckState;
  /** What the last grading found; a failure is shown with its reasons. */
  readonly verdict: Verdict | null;
}

const words: Readonly<Record<CheckState, string>> = {
  unchecked: 'Not checked yet: ',
  passed: 'Holds: ',
  failed: 'Does not hold: ',
};

/** One line of a goal: what is asked, whether it holds, and if not, why not. */
export function CheckItem({ description, state, verdict }: CheckItemProps) {
  return (
    <li className={styles.item} data-state={state}>
      <CheckMark state={state} />
      <div className={styles.body}>
        <p className={styles.description}>
          <VisuallyHidden>{words[state]}</VisuallyHidden>
          <InlineCode text={description} />
        </p>
        {state === 'failed' && verdict !== null && <Reason verdict={verdict} />}
      </div>
    </li>
  );
}

function Reason({ verdict }: { readonly verdict: Verdict }) {
  return (
    <div className={styles.reason}>
      <p>
        <InlineCode text={verdict.message} />
      </p>
      {verdict.evidence?.map((evidence, place) => (
        <EvidenceView key={place} evidence={evidence} />
      ))}
    </div>
  );
}
