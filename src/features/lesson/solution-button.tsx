import { useState } from 'react';
import type { ShownSql } from '#content/lesson.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { SolutionDialog } from './solution-dialog.tsx';

interface SolutionButtonProps {
  readonly solution: ShownSql;
  /** The step is passed, or the solution was seen before: nothing is given away. */
  readonly isKnown: boolean;
  readonly onShow: () => void;
  readonly onPutIntoEditor: (sql: string) => void;
}

type Open = 'nothing' | 'question' | 'solution';

/** Shows the reference answer, after one question to those who have not found theirs yet. */
export function SolutionButton({ solution, isKnown, onShow, onPutIntoEditor }: SolutionButtonProps) {
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
        Show solution
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
      <SolutionDialog
        isOpen={open === 'solution'}
        solution={solution}
        onPutIntoEditor={() => onPutIntoEditor(solution.sql)}
        onClose={() => setOpen('nothing')}
      />
    </>
  );
}
