import { useEffect } from 'react';
import { monaco } from './monaco.ts';
import { monacoThemeOf } from './monaco-theme.ts';

/** Keeps Monaco in the page's theme. It reads the tokens themselves, whenever `data-theme` has changed. */
export function useMonacoTheme(): void {
  useEffect(() => {
    const page = document.documentElement;
    const wear = () => {
      const tokens = getComputedStyle(page);
      const isDark = page.dataset['theme'] === 'dark';
      const name = isDark ? 'rowhouse-dark' : 'rowhouse-light';
      monaco.editor.defineTheme(
        name,
        monacoThemeOf(isDark, (token) => tokens.getPropertyValue(`--${token}`)),
      );
      monaco.editor.setTheme(name);
    };
    wear();
    const observer = new MutationObserver(wear);
    observer.observe(page, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
}
