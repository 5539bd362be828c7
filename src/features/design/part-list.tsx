import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import styles from './form.module.css';

interface PartListProps {
  readonly label: string;
  readonly parts: readonly {
    readonly name: string;
    readonly words: string;
    /** What can be changed about it. */
    readonly form?: ReactNode;
  }[];
  readonly onDrop: (name: string) => void;
}

/** Constraints or indexes by name, each with a button that drops it. */
export function PartList({ label, parts, onDrop }: PartListProps) {
  if (parts.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {parts.map(({ name, words, form }) => (
        <li key={name}>
          <div className={styles.part}>
            <p className={styles.partWords}>
              <b>{name}</b> <code>{words}</code>
            </p>
            <IconButton icon={Trash2} label={`Drop ${name}`} onClick={() => onDrop(name)} />
          </div>
          {form}
        </li>
      ))}
    </ul>
  );
}
