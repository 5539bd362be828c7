import { Drawer } from '@base-ui/react/drawer';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './sheet.module.css';

interface SheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/**
 * On a phone: slides over the page from below and keeps the focus. A swipe downwards on its head, the button, Esc
 * or a press outside close it. What it holds stays mounted, so that nothing typed in it is lost.
 */
export function Sheet({ isOpen, title, children, onClose }: SheetProps) {
  return (
    <Drawer.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Portal keepMounted>
        <Drawer.Backdrop className={styles.backdrop} />
        <Drawer.Viewport className={styles.viewport}>
          <Drawer.Popup className={styles.popup}>
            <header className={styles.header}>
              <span className={styles.handle} aria-hidden="true" />
              <Drawer.Title className={styles.title}>{title}</Drawer.Title>
              <Drawer.Close render={<IconButton icon={ChevronDown} label="Close" />} />
            </header>
            <Drawer.Content className={styles.content} data-base-ui-swipe-ignore="">
              {children}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
