import { useEffectEvent, useLayoutEffect } from 'react';

/**
 * Listens to Esc on the whole page while `isOn`. Whoever is nearer comes first: an editor, which has an Esc of its own,
 * and every dialog, menu and tooltip that is open. Those end the event at the document, so this listens on the window. That
 * its default was prevented says nothing: a button that cannot be pressed now does so with every key.
 */
export function useEscape(isOn: boolean, onEscape: () => void): void {
  const onPress = useEffectEvent(onEscape);
  // Before the page is painted: who sees the button may press the key.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || isInEditor(event.target)) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}

function isInEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('textarea, [role=textbox]');
}
