import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import styles from './split.module.css';

interface SplitProps {
  /** Names the divider for a screen reader, as in `Width of the lesson`. */
  readonly label: string;
  readonly orientation: 'horizontal' | 'vertical';
  /** The first pane's part, in percent. */
  readonly share: number;
  /** The least that either pane keeps, in pixels. */
  readonly least: number;
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly onShare: (share: number) => void;
  /** The pane that has all the room for now; the other one stays as it is, out of sight. */
  readonly only?: 'second' | null;
}

/** Two panes and a divider that the pointer drags and the arrow keys move. */
export function Split({ label, orientation, share, least, first, second, onShare, only = null }: SplitProps) {
  return (
    <Group
      className={only === null ? styles.split : styles.onlySecond}
      orientation={orientation}
      defaultLayout={{ first: share, second: 100 - share }}
      onLayoutChanged={({ first: asked }, { isUserInteraction }) => {
        if (isUserInteraction && asked !== undefined) onShare(asked);
      }}
    >
      <Panel id="first" className={styles.pane} minSize={least}>
        {first}
      </Panel>
      <Separator className={styles.divider} aria-label={label} />
      <Panel id="second" className={styles.pane} minSize={least}>
        {second}
      </Panel>
    </Group>
  );
}
