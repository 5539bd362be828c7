import { useRouteError } from 'react-router';
import { Button } from '#ui/button.tsx';
import styles from './panel-boundary.module.css';

/** The last net: our own fault outside every panel. */
export function RouteFailure() {
  const error = useRouteError();
  return (
    <main className={styles.broken}>
      <h1>This page could not be drawn</h1>
      <p>The fault is ours: {error instanceof Error ? error.message : String(error)}</p>
      <p>Your progress and your SQL are kept in this browser. Load the page again to go on.</p>
      <Button variant="primary" onClick={() => location.reload()}>
        Load again
      </Button>
    </main>
  );
}
