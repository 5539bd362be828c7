import { useCallback, useEffect, useEffectEvent, useRef } from 'react';

/** Calls `act` with the last of the values that came since the browser drew: once a frame, however often it is asked. */
export function useFrameThrottle<Value>(act: (value: Value) => void): (value: Value) => void {
  const waiting = useRef<{ value: Value; readonly request: number } | null>(null);
  const flush = useRef<() => void>(() => {});
  const onFlush = useEffectEvent(() => {
    const last = waiting.current;
    waiting.current = null;
    if (last !== null) act(last.value);
  });

  useEffect(() => {
    flush.current = () => onFlush();
    return () => {
      if (waiting.current !== null) cancelAnimationFrame(waiting.current.request);
      waiting.current = null;
    };
  }, []);

  return useCallback((value: Value) => {
    if (waiting.current === null) waiting.current = { value, request: requestAnimationFrame(() => flush.current()) };
    else waiting.current.value = value;
  }, []);
}
