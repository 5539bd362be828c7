import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { OfflineButton } from './offline/offline-button.tsx';
import styles from './keys-dialog.module.css';

const keys: readonly (readonly [chord: string, meaning: string])[] = [
  ['mod+enter', 'Run the SQL in the editor, or what is selected in it'],
  ['mod+shift+enter', 'Check your answer to the step'],
  ['mod+alt+z', 'Undo the last run that changed something'],
  ['mod+alt+shift+z', 'Redo what was undone'],
  ['escape', 'Close what is open, else stop what runs, else leave the editor'],
  ['mod+/', 'In the editor: comment the line, or take the comment away'],
  ['?', 'Show these keys'],
];

interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function KeysDialog({ isOpen, onClose }: KeysDialogProps) {
  return (
    <Dialog isOpen={isOpen} title="Keys" onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([chord, meaning]) => (
          <div key={chord}>
            <dt>
              <Kbd keys={chord} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Everything else is reached with Tab and the arrow keys, dividers between the panes included.
      </p>
      <p className={styles.note}>
        <OfflineButton text="Works offline" />
      </p>
    </Dialog>
  );
}
