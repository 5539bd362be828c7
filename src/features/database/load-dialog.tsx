import { ConfirmDialog } from '#ui/confirm-dialog.tsx';

interface LoadDialogProps {
  /** The file to load; null while none is chosen. */
  readonly file: File | null;
  readonly hasTransaction: boolean;
  readonly onConfirm: (file: File) => void;
  readonly onClose: () => void;
}

/** Asks before a file's tables take the place of the learner's. */
export function LoadDialog({ file, hasTransaction, onConfirm, onClose }: LoadDialogProps) {
  return (
    <ConfirmDialog
      isOpen={file !== null}
      title="Load this file?"
      confirmLabel="Load it"
      onConfirm={() => file !== null && onConfirm(file)}
      onClose={onClose}
    >
      <p>
        The tables in <strong>{file?.name}</strong> take the place of yours: all of yours are dropped
        {hasTransaction && ', and your open transaction with them'}. Your texts, the history of your runs and the steps
        you have passed are kept. Undo brings your tables back until you leave this step; download them first if you may
        want them later.
      </p>
    </ConfirmDialog>
  );
}
