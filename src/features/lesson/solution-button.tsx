import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';

interface SolutionButtonProps {
  readonly label: string;
  /** The step is passed, or the solution was seen before: nothing is given away. */
  readonly isKnown: boolean;
  readonly onShow: () => void;
  /** The dialog that shows it. */
  readonly children: (isOpen: boolean, onClose: () => void) => ReactNode;
}

type Open = 'nothing' | 'question' | 'solution';

/** Shows the reference answer, after one question to those who have not found theirs yet. */
export function SolutionButton({ label, isKnown, onShow, children }: SolutionButtonProps) {
  const [open, setOpen] = useState<Open>('nothing');

  function show() {
    onShow();
    setOpen('solution');
  }

  // Closing the question must not close the solution that was opened by its answer.
  function closeQuestion() {
    setOpen((now) => (now === 'question' ? 'nothing' : now));
  }

  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(isKnown ? 'solution' : 'question')}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={open === 'question'}
        title="See a solution?"
        confirmLabel="Show it"
        onConfirm={show}
        onClose={closeQuestion}
      >
        <p>An answer you have found stays longer than one you have read. The step can still be passed afterwards.</p>
      </ConfirmDialog>
      {children(open === 'solution', () => setOpen('nothing'))}
    </>
  );
}
