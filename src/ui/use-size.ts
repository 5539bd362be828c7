import { useEffect, useState, type RefObject } from 'react';

/** The width of an element in whole pixels, followed as it changes; `unmeasured` before it was seen. */
export function useWidth(ref: RefObject<Element | null>, unmeasured: number): number {
  return useSize(ref, 'width', unmeasured);
}

/** The height, in the same way. */
export function useHeight(ref: RefObject<Element | null>, unmeasured: number): number {
  return useSize(ref, 'height', unmeasured);
}

function useSize(ref: RefObject<Element | null>, side: 'width' | 'height', unmeasured: number): number {
  const [size, setSize] = useState(unmeasured);

  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // 0 is an element that is not shown; drawing for it would be for nothing.
      if (entry !== undefined && entry.contentRect[side] > 0) setSize(Math.floor(entry.contentRect[side]));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, side]);

  return size;
}
