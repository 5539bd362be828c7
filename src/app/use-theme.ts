import { useEffect } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import { useMediaQuery } from '#ui/use-media-query.ts';

/** Sees to it that the page wears the theme that was chosen, or the system's. */
export function useTheme(): void {
  const chosen = useAppStore(({ preferences }) => preferences.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const theme = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
