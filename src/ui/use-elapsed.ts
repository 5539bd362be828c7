import { useEffect, useState } from 'react';

/** Milliseconds since `subject` became what it is, told ten times a second; 0 while it is null. */
export function useElapsed(subject: object | null): number {
  const [told, setTold] = useState<{ readonly subject: object; readonly elapsedMs: number } | null>(null);

  useEffect(() => {
    if (subject === null) return undefined;
    const startedAt = performance.now();
    const timer = setInterval(() => setTold({ subject, elapsedMs: performance.now() - startedAt }), 100);
    return () => clearInterval(timer);
  }, [subject]);

  // What was told of another subject is not this one's time.
  return told !== null && told.subject === subject ? told.elapsedMs : 0;
}
