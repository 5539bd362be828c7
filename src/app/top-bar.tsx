import { CircleQuestionMark, Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Theme } from '#state/stored-state.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Logo } from '#ui/logo.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly theme: Theme;
  /** Where the page stands in the course. */
  readonly crumb?: ReactNode;
  /** The steps of a lesson. */
  readonly aside?: ReactNode;
  readonly onTheme: (theme: Theme) => void;
  readonly onShowKeys: () => void;
}

const themes: Record<Theme, { readonly icon: typeof Sun; readonly next: Theme }> = {
  system: { icon: Monitor, next: 'light' },
  light: { icon: Sun, next: 'dark' },
  dark: { icon: Moon, next: 'system' },
};

export function TopBar({ theme, crumb, aside, onTheme, onShowKeys }: TopBarProps) {
  const { icon, next } = themes[theme];
  return (
    <header className={styles.bar} data-has-aside={aside !== undefined}>
      <Link to="/" className={styles.home}>
        <Logo />
        Rowhouse
      </Link>
      <div className={styles.crumb}>{crumb}</div>
      {aside}
      <Link to="/labs/" className={styles.link}>
        Labs
      </Link>
      <IconButton icon={icon} label={`Theme: ${theme}. Change to ${next}`} onClick={() => onTheme(next)} />
      <IconButton icon={CircleQuestionMark} label="Keys" onClick={onShowKeys} aria-keyshortcuts="?" />
    </header>
  );
}
