import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { freePlace } from '#core/diagram/free-place.ts';
import type { Point, Rectangle, Size } from '#core/diagram/geometry.ts';

/** What a new table takes, about. */
const newTable: Size = { width: 240, height: 120 };
const moveMs = 240;

/** The part of the picture that is in sight, and how to change it. */
export interface View {
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Moves as little as shows the whole rectangle; nothing where it is in sight. */
  readonly reveal: (rectangle: Rectangle) => void;
  /** A free place in the middle of what is in sight. */
  readonly freeInMiddle: (boxes: readonly Rectangle[]) => Point;
  readonly toPicture: (screen: Point) => Point;
  /** The learner has chosen what is in sight: it is not changed without being asked. */
  readonly hold: () => void;
  readonly fitUnlessHeld: () => void;
}

export function useView(): View {
  const flow = useReactFlow();
  const store = useStoreApi();
  const isHeld = useRef(false);

  const fit = useCallback(() => {
    isHeld.current = false;
    void flow.fitView({ padding: 0.08, maxZoom: 1, minZoom: 0.05 });
  }, [flow]);

  return useMemo(() => {
    const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : moveMs);
    const seen = (): Rectangle => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    };
    return {
      fit,
      zoomBy: (factor) => {
        isHeld.current = true;
        void flow.zoomTo(flow.getZoom() * factor, { duration: duration() });
      },
      reveal: (rectangle) => {
        const { x, y, width, height } = seen();
        const isSeen =
          rectangle.x >= x &&
          rectangle.y >= y &&
          rectangle.x + rectangle.width <= x + width &&
          rectangle.y + rectangle.height <= y + height;
        if (isSeen || width === 0) return;
        isHeld.current = true;
        void flow.setCenter(rectangle.x + rectangle.width / 2, rectangle.y + rectangle.height / 2, {
          zoom: flow.getZoom(),
          duration: duration(),
        });
      },
      freeInMiddle: (boxes) => {
        const { x, y, width, height } = seen();
        const wish = { x: x + (width - newTable.width) / 2, y: y + (height - newTable.height) / 2 };
        return freePlace(wish, newTable, boxes, 24);
      },
      toPicture: (screen) => flow.screenToFlowPosition(screen),
      hold: () => {
        isHeld.current = true;
      },
      fitUnlessHeld: () => {
        if (!isHeld.current) fit();
      },
    };
  }, [fit, flow, store]);
}
