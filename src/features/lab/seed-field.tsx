import { useId, useState } from 'react';
import type { OpenLab } from '#state/labs/open-lab.ts';
import { Button } from '#ui/button.tsx';
import styles from './seed-field.module.css';

interface SeedFieldProps {
  readonly lab: Pick<OpenLab, 'seed' | 'seedProblem' | 'place'>;
  readonly onSeed: (text: string) => void;
  readonly onReset: () => void;
}

/** The number that all chance is drawn from. A lesson fixes it: its goal is to be reached on the same arrivals by all. */
export function SeedField({ lab, onSeed, onReset }: SeedFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isFixed = lab.place.kind === 'lesson';
  const take = () => {
    if (typed !== null && typed !== String(lab.seed)) onSeed(typed);
  };
  return (
    <div className={styles.seed}>
      {isFixed ? (
        <p className={styles.fixed}>Seed {lab.seed}: the same chance for everyone.</p>
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
