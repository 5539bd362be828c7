import { Square } from 'lucide-react';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { stoppableOf } from '#state/activity.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-quantity.ts';
import { useElapsed } from '#ui/use-elapsed.ts';
import styles from './stop-control.module.css';
import { useStoppable } from './use-stoppable.ts';

interface StopControlProps {
  /** Takes the focus over when there is nothing to stop any more. */
  readonly neighbour: RefObject<HTMLElement | null>;
}

/** The learner's SQL takes its time, in a run, a check or a try: how long it has, and the way to stop it. */
export function StopControl({ neighbour }: StopControlProps) {
  const isStoppable = useStoppable();
  const elapsedMs = useElapsed(useAppStore(stoppableOf));
  if (!isStoppable) return null;
  return (
    <div className={styles.control}>
      <StopButton neighbour={neighbour} />
      <span className={styles.elapsed} role="timer">
        {formatDuration(elapsedMs)}
      </span>
    </div>
  );
}

function StopButton({ neighbour }: StopControlProps) {
  const stopRun = useAppStore((state) => state.stopRun);
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    const [element, next] = [button.current, neighbour.current];
    return () => {
      if (element === document.activeElement) next?.focus();
    };
  }, [neighbour]);

  return (
    <Button ref={button} kbd="escape" onClick={() => void stopRun()}>
      <Square aria-hidden="true" />
      Stop
    </Button>
  );
}
