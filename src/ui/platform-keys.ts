const symbols: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '⏎' };
const words: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter', escape: 'Esc' };

/** How `mod+shift+enter` is printed on a keyboard: `⌘⇧⏎` on Apple's, `Ctrl+Shift+Enter` on the others. */
export function printKeys(keys: string, isApple: boolean): string {
  const parts = keys
    .split('+')
    .map((key) => (isApple ? (symbols[key] ?? words[key]) : words[key]) ?? key.toUpperCase());
  return parts.join(isApple ? '' : '+');
}

/** The same keys as `aria-keyshortcuts` wants them: `Control+Shift+Enter`. */
export function ariaKeys(keys: string, isApple: boolean): string {
  const names: Record<string, string> = { mod: isApple ? 'Meta' : 'Control' };
  return keys
    .split('+')
    .map((key) => names[key] ?? key.charAt(0).toUpperCase() + key.slice(1))
    .join('+');
}

/** False where there is no browser, as when a page is rendered ahead of time. */
export function isAppleKeyboard(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
