import type { ShownSql } from '#content/lesson.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SqlText } from './sql-text.tsx';
import styles from './solution-dialog.module.css';

interface SolutionDialogProps {
  readonly isOpen: boolean;
  readonly solution: ShownSql;
  readonly onPutIntoEditor: () => void;
  readonly onClose: () => void;
}

/** One right answer, to be read or taken over. */
export function SolutionDialog({ isOpen, solution, onPutIntoEditor, onClose }: SolutionDialogProps) {
  function takeOver() {
    onPutIntoEditor();
    onClose();
  }

  return (
    <Dialog isOpen={isOpen} title="A solution" onClose={onClose}>
      <p className={styles.note}>One way of several: any answer that meets the goal is right.</p>
      <div className={styles.sql}>
        <SqlText highlighted={solution.highlighted} label="Solution" />
      </div>
      <div className={styles.actions}>
        <Button variant="primary" onClick={takeOver}>
          Put into the editor
        </Button>
      </div>
    </Dialog>
  );
}
