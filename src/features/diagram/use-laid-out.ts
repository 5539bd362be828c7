import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { questionOf, type Diagram } from '#core/diagram/diagram.ts';
import type { Places } from '#core/diagram/lay-out.ts';
import { Layouter } from './layouter.ts';

/** A diagram with the places of its boxes: what there is to draw. */
export interface LaidOut {
  readonly diagram: Diagram;
  readonly places: Places;
}

/**
 * The diagram laid out for the frame it is drawn in. While that is computed the one before stays. Once something was put
 * by hand all else stays where it stood, and only what is new is given a place.
 */
export function useLaidOut(diagram: Diagram, putByHand: Places, frame: RefObject<HTMLElement | null>): LaidOut | null {
  const layouter = useRef<Layouter>(null);
  const last = useRef<Places>({});
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);

  useLayoutEffect(() => {
    layouter.current ??= new Layouter();
    const isByHand = Object.keys(putByHand).length > 0;
    const places = isByHand ? { ...putByHand, ...without(last.current, putByHand) } : {};
    layouter.current.ask(questionOf(diagram, places, proportionOf(frame.current)), (found) => {
      last.current = found;
      setLaidOut({ diagram, places: found });
    });
  }, [diagram, putByHand, frame]);

  useEffect(
    () => () => {
      layouter.current?.end();
      layouter.current = null;
    },
    [],
  );
  return laidOut;
}

function without(places: Places, others: Places): Places {
  return Object.fromEntries(Object.entries(places).filter(([key]) => !Object.hasOwn(others, key)));
}

function proportionOf(frame: HTMLElement | null): number {
  if (frame === null || frame.clientHeight === 0) return 1.5;
  return Math.min(3, Math.max(0.5, frame.clientWidth / frame.clientHeight));
}
