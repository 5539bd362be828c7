import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { Button } from '#ui/button.tsx';
import { PartTable } from './part-table.tsx';
import { SplitResult } from './split-result.tsx';
import styles from './theory.module.css';

type Parts = readonly (readonly string[])[];

const fewest = 2;
const most = 4;

/** The learner's own split: whether its join is the whole again, and what it keeps. */
export function SplitTopic({ scheme }: { readonly scheme: RelationScheme }) {
  const [parts, setParts] = useState<Parts>([[], []]);
  // A column may have been dropped since.
  const shown = parts.map((part) => part.filter((name) => scheme.attributes.includes(name)));
  const isReady = shown.every((part) => part.length > 0);
  return (
    <>
      <PartTable attributes={scheme.attributes} parts={shown} onChange={setParts} />
      <div className={styles.actions}>
        <Button
          variant="quiet"
          disabled={parts.length === most}
          focusableWhenDisabled
          onClick={() => setParts([...parts, []])}
        >
          <Plus aria-hidden="true" />
          One more part
        </Button>
        <Button
          variant="quiet"
          disabled={parts.length === fewest}
          focusableWhenDisabled
          onClick={() => setParts(parts.slice(0, -1))}
        >
          <Minus aria-hidden="true" />
          One part less
        </Button>
      </div>
      {isReady ? (
        <SplitResult scheme={scheme} parts={shown} />
      ) : (
        <p className={styles.note} role="status">
          Put attributes into each part. What is in two parts is what they are joined by.
        </p>
      )}
    </>
  );
}
