import { useEffect, useState } from 'react';
import { stoppableOf, type Activity } from '#state/activity.ts';
import { useAppStore } from '#state/use-app-store.ts';

/** What is over sooner needs no way to stop it: an Esc that comes so soon is meant for the editor. */
const dueAfterMs = 300;

/** Whether something runs that the learner can stop by now, by the button or by Esc. */
export function useStoppable(): boolean {
  const running = useAppStore(stoppableOf);
  const [due, setDue] = useState<Activity | null>(null);

  useEffect(() => {
    if (running === null) return undefined;
    const timer = setTimeout(() => setDue(running), dueAfterMs);
    return () => clearTimeout(timer);
  }, [running]);

  return running !== null && due === running;
}
