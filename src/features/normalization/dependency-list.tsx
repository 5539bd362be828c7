import { Lock, Pencil, Trash2 } from 'lucide-react';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { DeclaredDependency } from '#core/normalization/declared-dependencies.ts';
import type { StatedDependency } from '#state/normalization/normalization-slice.ts';
import { Badge } from '#ui/badge.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { dependencyText, type DependencyKind } from './dependency-words.ts';
import styles from './dependencies.module.css';

interface DependencyListProps {
  readonly declared: readonly DeclaredDependency[];
  readonly stated: readonly StatedDependency[];
  readonly pointed: FunctionalDependency | null;
  readonly onPoint: (dependency: FunctionalDependency | null) => void;
  /** Null where they are changed elsewhere. */
  readonly onChange: ((dependency: StatedDependency) => void) | null;
  readonly onRemove: (dependency: StatedDependency) => void;
}

/** What is known of the table: what PostgreSQL guards, and what the learner says. */
export function DependencyList({ declared, stated, pointed, onPoint, onChange, onRemove }: DependencyListProps) {
  return (
    <ul className={styles.list} aria-label="Dependencies">
      {declared.map((dependency, place) => (
        <li key={place} className={styles.item}>
          <span className={styles.itemWords}>
            <Arrow {...{ dependency, pointed, onPoint }} kind="functional" />
            <Badge tone="key" icon={Lock}>
              guarded by {dependency.by}
            </Badge>
          </span>
        </li>
      ))}
      {stated.map((dependency, place) => {
        const words = dependencyText(dependency, dependency.kind);
        return (
          <li key={`stated ${place}`} className={styles.item}>
            <span className={styles.itemWords}>
              <Arrow {...{ dependency, pointed, onPoint }} kind={dependency.kind} />
              {dependency.origin === 'found' && <Badge>found in the rows</Badge>}
            </span>
            <span className={styles.itemActions}>
              {onChange !== null && (
                <IconButton icon={Pencil} label={`Change ${words}`} onClick={() => onChange(dependency)} />
              )}
              <IconButton icon={Trash2} label={`Remove ${words}`} onClick={() => onRemove(dependency)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface ArrowProps extends Pick<DependencyListProps, 'pointed' | 'onPoint'> {
  readonly dependency: FunctionalDependency;
  readonly kind: DependencyKind;
}

/** A dependency that lights up in the picture when it is pressed. */
function Arrow({ dependency, kind, pointed, onPoint }: ArrowProps) {
  const isPointed = pointed === dependency;
  return (
    <button
      type="button"
      className={styles.arrow}
      aria-pressed={isPointed}
      title="Show it in the picture"
      onClick={() => onPoint(isPointed ? null : dependency)}
    >
      {dependencyText(dependency, kind)}
    </button>
  );
}
