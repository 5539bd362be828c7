import { checkState, type CheckLine, type CheckState } from './check-line.ts';
import { CheckItem } from './check-item.tsx';
import styles from './goal-card.module.css';

interface CheckListProps {
  readonly lines: readonly CheckLine[];
  /** What holds for every line whatever its verdict: a passed step keeps no verdicts over a reload. */
  readonly all?: CheckState;
  /** Says what holds and what does not, but not why: that stands elsewhere. */
  readonly isBrief?: boolean;
}

export function CheckList({ lines, all, isBrief = false }: CheckListProps) {
  return (
    <ul className={styles.checks}>
      {lines.map((line) => (
        <CheckItem
          key={line.id}
          description={line.description}
          state={all ?? checkState(line)}
          verdict={isBrief ? null : line.verdict}
        />
      ))}
    </ul>
  );
}
