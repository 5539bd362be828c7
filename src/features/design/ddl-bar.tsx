import { ChevronDown, ChevronUp, Redo2, Trash2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { IconButton } from '#ui/icon-button.tsx';
import styles from './ddl.module.css';

interface DdlBarProps {
  /** It was run in a transaction that is still open. */
  readonly isUncommitted: boolean;
  /** Whether the statements are shown. */
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** What is done with all of it. */
  readonly children: ReactNode;
}

/** How much is drawn, and its strokes one back, one forth, or all away. */
export function DdlBar({ isUncommitted, isOpen, onToggle, children }: DdlBarProps) {
  const [isAsking, setIsAsking] = useState(false);
  const strokes = useAppStore(({ edits }) => edits.length);
  const undone = useAppStore(({ undoneEdits }) => undoneEdits.length);
  const undoEdit = useAppStore((state) => state.undoEdit);
  const redoEdit = useAppStore((state) => state.redoEdit);
  const discardEdits = useAppStore((state) => state.discardEdits);
  const words = formatQuantity(strokes, 'stroke');
  return (
    <div className={styles.bar}>
      <h3 className={styles.title}>
        {strokes === 0
          ? 'Nothing is drawn'
          : isUncommitted
            ? 'Run in your transaction, not committed'
            : 'Drawn, not run'}{' '}
        <small>{strokes > 0 && words}</small>
      </h3>
      <IconButton
        icon={isOpen ? ChevronDown : ChevronUp}
        label={isOpen ? 'Hide the statements' : 'Show the statements'}
        aria-expanded={isOpen}
        onClick={onToggle}
      />
      <IconButton
        icon={Undo2}
        label="Undo the last stroke"
        disabled={strokes === 0}
        focusableWhenDisabled
        onClick={undoEdit}
      />
      <IconButton icon={Redo2} label="Redo a stroke" disabled={undone === 0} focusableWhenDisabled onClick={redoEdit} />
      <IconButton icon={Trash2} label="Discard the drawing" onClick={() => setIsAsking(true)} />
      {children}
      <ConfirmDialog
        isOpen={isAsking}
        title="Discard the drawing?"
        confirmLabel="Discard it"
        onConfirm={discardEdits}
        onClose={() => setIsAsking(false)}
      >
        {words} go, and can not be brought back. The tables themselves stay as they are.
      </ConfirmDialog>
    </div>
  );
}
