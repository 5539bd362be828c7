import { useId, useState } from 'react';
import type { OpenLab } from '#state/labs/open-lab.ts';
import { Button } from '#ui/button.tsx';
import styles from './seed-field.module.css';

interface SeedFieldProps {
  readonly lab: Pick<OpenLab, 'seed' | 'seedProblem' | 'place' | 'fork'>;
  readonly onSeed: (text: string) => void;
  readonly onReset: () => void;
}

/** The number that all chance is drawn from. A lesson fixes it: its goal is to be reached on the same arrivals by all. */
export function SeedField({ lab, onSeed, onReset }: SeedFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const fixed = whyFixed(lab);
  const take = () => {
    if (typed !== null && (typed !== String(lab.seed) || lab.seedProblem !== null)) onSeed(typed);
  };
  return (
    <div className={styles.seed}>
      {fixed !== null ? (
        <p className={styles.fixed}>
          Seed {lab.seed}: {fixed}
        </p>
      ) : (
        <label className={styles.label} htmlFor={id}>
          Seed
          <input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={typed ?? String(lab.seed)}
            aria-invalid={lab.seedProblem !== null}
            aria-describedby={lab.seedProblem === null ? undefined : `${id}-problem`}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => {
              take();
              if (lab.seedProblem === null) setTyped(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
            }}
          />
        </label>
      )}
      <Button onClick={onReset}>Reset</Button>
      {lab.seedProblem !== null && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {lab.seedProblem}
        </p>
      )}
    </div>
  );
}

function whyFixed({ place, fork }: SeedFieldProps['lab']): string | null {
  if (place.kind === 'lesson') return 'the same chance for everyone.';
  return fork === null ? null : 'both futures have the same chance.';
}
