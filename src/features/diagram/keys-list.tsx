import { Popover } from '@base-ui/react/popover';
import { Keyboard } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { diagramKeys } from './diagram-keys.ts';
import styles from './keys-list.module.css';

/** Opens the list of keys that the diagram knows. */
export function KeysList() {
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <Button variant="quiet">
            <Keyboard aria-hidden="true" />
            Keys
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={6} className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>While a table of the picture has the focus</Popover.Title>
            <dl className={styles.list}>
              {diagramKeys.map(({ keys, does }) => (
                <div key={does} className={styles.row}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
            <Popover.Description className={styles.note}>
              With a pointer: drag a table to move it, drag from the dot at its side to relate it, press twice on the
              paper for a new table.
            </Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
