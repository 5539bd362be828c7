import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the page while `isOn`; tells whether one is being held over it. Without, the
 * browser would open the file in the place of the page.
 */
export function useFileDrop(isOn: boolean, onDrop: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const onFile = useEffectEvent(onDrop);

  useEffect(() => {
    if (!isOn) return undefined;
    const listening = new AbortController();
    const listen = (kind: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void): void =>
      window.addEventListener(kind, listener, { signal: listening.signal });
    listen('dragover', (event) => {
      event.preventDefault();
      setIsOver(true);
    });
    listen('dragleave', () => setIsOver(false));
    listen('drop', (event) => {
      event.preventDefault();
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    });
    return () => {
      listening.abort();
      setIsOver(false);
    };
  }, [isOn]);

  return isOver;
}
