import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
  /** Set when something in the tab is new; a few words that say what, as in `changed`. */
  readonly mark?: string;
}

interface TabsProps {
  /** Names the row of tabs. */
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Stands at the end of the row. */
  readonly aside?: ReactNode;
}

/** Fills its parent: the row of tabs above, the one selected panel below it. */
export function Tabs({ label, items, selected, onSelect, aside }: TabsProps) {
  return (
    <BaseTabs.Root className={styles.root} value={selected} onValueChange={(id: string) => onSelect(id)}>
      <div className={styles.bar}>
        <BaseTabs.List className={styles.list} aria-label={label} activateOnFocus>
          {items.map((item) => (
            <BaseTabs.Tab key={item.id} value={item.id} className={styles.tab}>
              {item.label}
              {item.mark !== undefined && (
                <>
                  <span className={styles.mark} aria-hidden="true" />
                  <VisuallyHidden>, {item.mark}</VisuallyHidden>
                </>
              )}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {aside}
      </div>
      {items.map((item) => (
        <BaseTabs.Panel key={item.id} value={item.id} className={styles.panel}>
          {item.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
