import { Popover } from '@base-ui/react/popover';
import { Keyboard } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { timelineKeys } from './timeline-keys.ts';
import styles from './keys-list.module.css';

/** Opens the list of keys that the bar knows. */
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
        <Popover.Positioner side="top" align="end" sideOffset={6} className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>While the bar has the focus</Popover.Title>
            <dl className={styles.list}>
              {timelineKeys.map(({ keys, does }) => (
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
              Each tick on the track is a moment of note; point at it to read which. A dashed line is where a fork
              begins.
            </Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
