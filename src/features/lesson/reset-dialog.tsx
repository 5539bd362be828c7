import { ConfirmDialog } from '#ui/confirm-dialog.tsx';

/** `undo`: this step; `jump`: to another step, or to this one once more; `lesson`: everything. */
export type ResetScope = 'undo' | 'jump' | 'lesson';

interface ResetDialogProps {
  readonly isOpen: boolean;
  readonly scope: ResetScope;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const wording: Readonly<Record<ResetScope, { title: string; label: string; effect: string }>> = {
  undo: {
    title: 'Reset this step?',
    label: 'Reset step',
    effect:
      'The tables go back to how this step found them. The text in your editor is kept, and Undo brings the tables back.',
  },
  jump: {
    title: 'Go to where this step begins?',
    label: 'Go there',
    effect:
      'The tables are put to where this step begins; what you ran is undone. Your texts and the steps you have passed are kept.',
  },
  lesson: {
    title: 'Start the lesson again?',
    label: 'Start again',
    effect:
      'The tables go back to how the lesson found them, and no step counts as passed any more. Your texts and the history of your runs are kept.',
  },
};

/** Asks before rows and tables are undone. */
export function ResetDialog({ isOpen, scope, onConfirm, onClose }: ResetDialogProps) {
  const { title, label, effect } = wording[scope];
  return (
    <ConfirmDialog isOpen={isOpen} title={title} confirmLabel={label} onConfirm={onConfirm} onClose={onClose}>
      <p>{effect}</p>
    </ConfirmDialog>
  );
}
