import type { ReactNode } from 'react';
import { Dialog } from '#ui/dialog.tsx';

interface DatabaseDialogProps {
  readonly isOpen: boolean;
  /** What can be done with the database, one section each. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

export function DatabaseDialog({ isOpen, children, onClose }: DatabaseDialogProps) {
  return (
    <Dialog isOpen={isOpen} title="Database" onClose={onClose}>
      {children}
    </Dialog>
  );
}
