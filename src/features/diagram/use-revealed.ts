import { useEffect, useRef } from 'react';
import type { PlacedBox } from '#core/diagram/route-relationship.ts';
import type { View } from './use-view.ts';

/** Brings a box into sight when it becomes the one, whoever chose it; what is moved out of sight later stays there. */
export function useRevealed(box: PlacedBox | null, view: View): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const key = box?.key ?? null;
    if (key === last.current) return;
    last.current = key;
    if (box !== null) view.reveal(box);
  }, [box, view]);
}
