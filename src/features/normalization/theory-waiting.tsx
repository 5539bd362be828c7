import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Progress } from '#ui/progress.tsx';
import { useDelayed } from '#ui/use-delayed.ts';
import type { TheoryState } from './use-theory.ts';
import styles from './dependencies.module.css';

interface TheoryWaitingProps<A> {
  readonly state: TheoryState<A>;
  /** What is being worked out, as in `Looking for the keys`. */
  readonly label: string;
  /** Another answer that may stand there for the blink of an eye, so that nothing jumps when only a little has changed. */
  readonly meanwhile?: A | null;
  readonly children: (answer: A) => ReactNode;
}

/** An answer, or what there is to see until it is there. */
export function TheoryWaiting<A>({ state, label, meanwhile = null, children }: TheoryWaitingProps<A>) {
  switch (state.kind) {
    case 'ready':
      return children(state.answer);
    case 'working':
      return (
        <Working label={label} onStop={state.stop}>
          {meanwhile === null ? null : children(meanwhile)}
        </Working>
      );
    case 'stopped':
      return (
        <p className={styles.actions}>
          It was stopped: there is no answer yet.{' '}
          <Button ref={takeFocus} onClick={state.start}>
            Start again
          </Button>
        </p>
      );
    case 'failed':
      return (
        <p className={styles.actions} role="alert">
          It could not be worked out: {state.message}. <Button onClick={state.start}>Try again</Button>
        </p>
      );
  }
}

interface WorkingProps {
  readonly label: string;
  readonly onStop: () => void;
  readonly children: ReactNode;
}

function Working({ label, onStop, children }: WorkingProps) {
  // What is quicker needs neither telling nor stopping.
  if (!useDelayed(true)) return <div aria-busy="true">{children}</div>;
  return (
    <div className={styles.working}>
      <Progress label={label} />
      <Button variant="quiet" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

/** It comes in the place of the button that was pressed. */
function takeFocus(button: HTMLElement | null): void {
  button?.focus();
}
