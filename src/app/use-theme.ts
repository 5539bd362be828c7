import { useEffect } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import { useMediaQuery } from '#ui/use-media-query.ts';

/** The theme that is in force, and sees to it that the page wears it. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useAppStore(({ preferences }) => preferences.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const theme = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return theme;
}
