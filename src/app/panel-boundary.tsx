import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './panel-boundary.module.css';

interface PanelBoundaryProps {
  /** What stands inside, as in `The results`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Catches our own bugs: one panel fails, the others and the learner's work go on. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={styles.broken} role="alert">
        <p>
          <strong>{this.props.name} could not be drawn.</strong> The fault is ours: {error.message}
        </p>
        <p>Your database, your SQL and your progress are untouched.</p>
        <Button onClick={() => this.setState({ error: null })}>Draw it again</Button>
      </div>
    );
  }
}
