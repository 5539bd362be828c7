import { Redo2, Undo2 } from 'lucide-react';
import { undoLabel } from '#state/undo/lesson-moment.ts';
import { toRedo, toUndo } from '#state/undo/undo-list.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { ariaKeys, isAppleKeyboard } from '#ui/platform-keys.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './workbench.module.css';

/** Back and forth among the states of the database; each names what it would take back, or why it cannot. */
export function UndoButtons() {
  const list = useAppStore((state) => state.undoList);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const undo = useAppStore((state) => state.undo);
  const redo = useAppStore((state) => state.redo);
  const travelNote = useAppStore((state) => state.travelNote);
  const isApple = isAppleKeyboard();
  return (
    <span className={styles.undo}>
      <IconButton
        icon={Undo2}
        label={undoLabel(list, 'undo')}
        aria-keyshortcuts={ariaKeys('mod+alt+z', isApple)}
        disabled={!isFree || list === null || toUndo(list) === null}
        focusableWhenDisabled
        onClick={() => void undo()}
      />
      <IconButton
        icon={Redo2}
        label={undoLabel(list, 'redo')}
        aria-keyshortcuts={ariaKeys('mod+alt+shift+z', isApple)}
        disabled={!isFree || list === null || toRedo(list) === null}
        focusableWhenDisabled
        onClick={() => void redo()}
      />
      <VisuallyHidden>
        <output>{travelNote ?? ''}</output>
      </VisuallyHidden>
    </span>
  );
}
