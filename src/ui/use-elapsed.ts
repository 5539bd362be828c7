import { useEffect, useState } from 'react';

/** Milliseconds since `isRunning` became true, told ten times a second; 0 while it is false. */
export function useElapsed(isRunning: boolean): number {
  const [elapsedMs, setElapsedMs] = useState(0);

  useEffect(() => {
    if (!isRunning) return undefined;
    const startedAt = performance.now();
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), 100);
    return () => {
      clearInterval(timer);
      setElapsedMs(0);
    };
  }, [isRunning]);

  return isRunning ? elapsedMs : 0;
}
