import { useState, type ReactNode } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { PageNotices } from './page-notices.tsx';
import { TopBar } from './top-bar.tsx';
import { useTheme } from './use-theme.ts';
import { useShortcut } from './use-shortcut.ts';
import styles from './shell.module.css';

interface ShellProps {
  readonly crumb?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page: the bar above, what must be said, and the keys. */
export function Shell({ crumb, aside, children }: ShellProps) {
  const theme = useAppStore(({ preferences }) => preferences.theme);
  useTheme();
  const setTheme = useAppStore((state) => state.setTheme);
  const [areKeysShown, setAreKeysShown] = useState(false);
  useShortcut('?', () => setAreKeysShown(true));
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#rowhouse-main">
        Skip to the text
      </a>
      <TopBar theme={theme} crumb={crumb} aside={aside} onTheme={setTheme} onShowKeys={() => setAreKeysShown(true)} />
      <PageNotices />
      {children}
      <KeysDialog isOpen={areKeysShown} onClose={() => setAreKeysShown(false)} />
    </div>
  );
}
