import { Popover } from '@base-ui/react/popover';
import { Keyboard } from 'lucide-react';
import { Button } from './button.tsx';
import styles from './keys-list.module.css';

interface KeysListProps {
  /** When the keys work: `While the bar has the focus`. */
  readonly title: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
  /** What a pointer does, or what else is to be known. */
  readonly note: string;
  readonly side: 'top' | 'bottom';
}

/** Opens the list of keys that something knows. */
export function KeysList({ title, keys, note, side }: KeysListProps) {
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
        <Popover.Positioner side={side} align="end" sideOffset={6} className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            <dl className={styles.list}>
              {keys.map(({ keys: own, does }) => (
                <div key={does} className={styles.row}>
                  <dt>
                    {own.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
            <Popover.Description className={styles.note}>{note}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
