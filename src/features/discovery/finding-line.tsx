import type { ReactNode } from 'react';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { writeDependency } from '#core/relational/dependency-text.ts';
import type { Ground } from '#core/discovery/findings.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { groundWords } from './discovery-words.ts';
import styles from './discovery.module.css';

interface FindingLineProps {
  readonly dependency: FunctionalDependency;
  /** In its place for what is not written with an arrow. */
  readonly text?: string | undefined;
  readonly ground: Ground | null;
  readonly note?: string | undefined;
  /** Null where there is nothing to state: it is known already. */
  readonly onState: (() => void) | null;
  readonly children?: ReactNode;
}

/** One dependency, what answers for it, and what can be done about it. */
export function FindingLine({ dependency, text, ground, note, onState, children }: FindingLineProps) {
  const words = text ?? writeDependency({ kind: 'functional', ...dependency }, 'reading');
  return (
    <li className={styles.finding}>
      <div className={styles.line}>
        <code className={styles.theory}>{words}</code>
        {ground !== null && <GroundBadge ground={ground} />}
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {onState !== null && (
          <Button variant="quiet" aria-label={`State it: ${words}`} onClick={onState}>
            State it
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}

function GroundBadge({ ground }: { readonly ground: Ground }) {
  const { word, icon, tone } = groundWords[ground];
  return (
    <Badge icon={icon} tone={tone}>
      {word}
    </Badge>
  );
}
