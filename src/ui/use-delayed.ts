import { useEffect, useState } from 'react';

/** True once `isActive` has been true for `delayMs`; what is over sooner never flickers. */
export function useDelayed(isActive: boolean, delayMs = 300): boolean {
  const [isDue, setIsDue] = useState(false);

  useEffect(() => {
    if (!isActive) return undefined;
    const timer = setTimeout(() => setIsDue(true), delayMs);
    return () => {
      clearTimeout(timer);
      setIsDue(false);
    };
  }, [isActive, delayMs]);

  return isActive && isDue;
}
