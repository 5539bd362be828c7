import { objectKey } from '#core/catalog/object-name.ts';
import type { DiagramActions } from './diagram-actions.ts';
import styles from './diagram-view.module.css';
import { NameField } from './name-field.tsx';

interface NewTableFieldProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onAdd: DiagramActions['onAddTable'];
  /** With the key of what was drawn. */
  readonly onEnd: (drawn: string | null) => void;
}

/** The field stands where the table will, and is as large as ever, however far away the picture is. */
export function NewTableField({ at, onAdd, onEnd }: NewTableFieldProps) {
  return (
    <div className={styles.newTable} style={{ transform: `translate(${at.x}px, ${at.y}px) scale(var(--unzoom))` }}>
      <NameField
        label="Name of the new table"
        action="Draw table"
        onName={(name) => {
          const problem = onAdd(name, at);
          if (problem === null) onEnd(objectKey({ schema: 'public', name }));
          return problem;
        }}
        onCancel={() => onEnd(null)}
      />
    </div>
  );
}
