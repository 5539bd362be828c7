import { KeyRound, Link2 } from 'lucide-react';
import type { Change } from '#core/catalog/schema-marks.ts';
import type { BoxLine } from '#core/diagram/boxes.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './table-node.module.css';

interface ColumnLineProps {
  readonly line: BoxLine;
  readonly mark: 'drawn' | Change | undefined;
}

const markWords = { drawn: 'drawn, not run', new: 'new', changed: 'changed' };

/** A column: its signs, its name, its type, and whether it is unique and may be NULL. */
export function ColumnLine({ line, mark }: ColumnLineProps) {
  const { column, name, type, isKey, isReference, isUnique, isNullable } = line;
  return (
    <li className={styles.line} data-mark={mark} data-key={isKey} title={column}>
      <span className={styles.signs}>
        {isKey && (
          <span className={styles.key}>
            <KeyRound aria-hidden="true" />
            <VisuallyHidden>primary key </VisuallyHidden>
          </span>
        )}
        {isReference && (
          <span className={styles.link}>
            <Link2 aria-hidden="true" />
            <VisuallyHidden>foreign key </VisuallyHidden>
          </span>
        )}
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.type}>{type}</span>
      {(isUnique || isNullable) && (
        <span className={styles.marks}>
          {isUnique && <abbr title="unique">U</abbr>}
          {isNullable && <span title="may be null">null</span>}
        </span>
      )}
      {mark !== undefined && <VisuallyHidden> {markWords[mark]}</VisuallyHidden>}
    </li>
  );
}
