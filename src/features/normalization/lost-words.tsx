import { CheckCircle2, TriangleAlert } from 'lucide-react';
import type { LostDependency } from '#core/relational/dependency-preservation.ts';
import { Badge } from '#ui/badge.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { lostDependencyWords } from './lost-dependency-words.ts';
import styles from './theory.module.css';

interface LostWordsProps {
  readonly lost: readonly LostDependency[];
  /** Where there is little room the dependencies are named, and no more. */
  readonly isShort?: boolean;
}

/** Which dependencies no key of a part guards any more. */
export function LostWords({ lost, isShort = false }: LostWordsProps) {
  if (lost.length === 0) {
    return (
      <p className={styles.verdict}>
        <Badge tone="good" icon={CheckCircle2}>
          keeps all dependencies
        </Badge>
        {!isShort && 'Each follows from what is in the parts, so that no rule needs a join to be checked.'}
      </p>
    );
  }
  return (
    <div className={styles.group}>
      <p className={styles.verdict}>
        <Badge tone="waiting" icon={TriangleAlert}>
          {lost.length === 1 ? 'loses a dependency' : `loses ${lost.length} dependencies`}
        </Badge>
        {!isShort && `No table alone can refuse rows that break ${lost.length === 1 ? 'it' : 'them'}:`}
      </p>
      <ul className={styles.lost}>
        {lost.map((each, place) => (
          <li key={place}>
            <InlineCode text={lostDependencyWords(each, isShort)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
