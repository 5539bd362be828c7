import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { LabParameters } from './lab-parameters.tsx';
import type { LabState } from './lab-state.ts';
import styles from './solution-dialog.module.css';

interface LabSolutionDialogProps {
  readonly isOpen: boolean;
  readonly lab: LabState;
  readonly onPutIntoLab: () => void;
  readonly onClose: () => void;
}

/** Values that reach a lab's goal, to be read or taken over. */
export function LabSolutionDialog({ isOpen, lab, onPutIntoLab, onClose }: LabSolutionDialogProps) {
  function takeOver() {
    onPutIntoLab();
    onClose();
  }

  return (
    <Dialog isOpen={isOpen} title="A solution" onClose={onClose}>
      <p className={styles.note}>One way of several: any values whose run reaches the goal are right.</p>
      <div className={styles.sql}>
        <LabParameters caption={lab.title} parameters={lab.solution} />
      </div>
      <div className={styles.actions}>
        <Button variant="primary" onClick={takeOver}>
          Put into the lab
        </Button>
      </div>
    </Dialog>
  );
}
