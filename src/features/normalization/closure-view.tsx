import { Eraser, KeyRound } from 'lucide-react';
import { Badge, type BadgeTone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { stepWords, verdictWords, type ClosureReading, type ClosureVerdict } from './closure-words.ts';
import { namesInSentence, namesText } from './dependency-words.ts';
import styles from './dependencies.module.css';

interface ClosureViewProps {
  readonly selected: readonly string[];
  /** Null while nothing is selected. */
  readonly reading: ClosureReading | null;
  readonly onClear: () => void;
}

/** What the chosen attributes determine, how that follows, and what they are by it. */
export function ClosureView({ selected, reading, onClear }: ClosureViewProps) {
  if (reading === null) {
    return (
      <p className={styles.note} role="status">
        Press attributes: what they determine lights up, step by step. That is their closure.
      </p>
    );
  }
  const { closure, besides, verdict } = reading;
  const { label, tone } = badges[verdict.kind];
  return (
    <div className={styles.closure}>
      <div className={styles.actions}>
        <p className={styles.formula}>{`{${namesText(selected)}}⁺ = {${namesText(closure.attributes)}}`}</p>
        <Button variant="quiet" onClick={onClear}>
          <Eraser aria-hidden="true" />
          Clear
        </Button>
      </div>
      {closure.steps.length > 0 && (
        <ol className={styles.steps} aria-label="Derivation">
          {closure.steps.map((step, place) => (
            <li key={place}>
              <InlineCode text={stepWords(step)} />
            </li>
          ))}
        </ol>
      )}
      {besides.length > 0 && (
        <p className={styles.note}>
          <InlineCode text={`Together with the multivalued dependencies ${namesInSentence(besides)} follows, too.`} />
        </p>
      )}
      <p className={styles.verdict} role="status">
        <Badge tone={tone} {...(verdict.kind === 'no-superkey' ? {} : { icon: KeyRound })}>
          {label}
        </Badge>{' '}
        <InlineCode text={verdictWords(selected, verdict)} />
      </p>
    </div>
  );
}

const badges: Readonly<Record<ClosureVerdict['kind'], { readonly label: string; readonly tone: BadgeTone }>> = {
  'no-superkey': { label: 'no superkey', tone: 'neutral' },
  superkey: { label: 'superkey', tone: 'key' },
  'candidate-key': { label: 'candidate key', tone: 'key' },
};
