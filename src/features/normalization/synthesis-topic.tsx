import { useState } from 'react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { Synthesis } from '#core/relational/third-normal-form-synthesis.ts';
import { CheckBox } from '#ui/check-box.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { PartBox } from './part-box.tsx';
import { synthesisSteps } from './synthesis-words.ts';
import { TheoryWaiting } from './theory-waiting.tsx';
import { useTheory } from './use-theory.ts';
import styles from './theory.module.css';

/** Relations in third normal form, put together from a cover. */
export function SynthesisTopic({ scheme }: { readonly scheme: RelationScheme }) {
  const [isMerged, setIsMerged] = useState(false);
  const synthesis = useTheory('synthesis', scheme, { mergeEquivalent: isMerged });
  return (
    <>
      <CheckBox
        label="Determinants that determine each other share a relation"
        isChecked={isMerged}
        onCheck={setIsMerged}
      />
      <TheoryWaiting state={synthesis} label="Putting relations together">
        {(answer) => <SynthesisView synthesis={answer} />}
      </TheoryWaiting>
    </>
  );
}

function SynthesisView({ synthesis }: { readonly synthesis: Synthesis }) {
  return (
    <>
      <ol className={styles.steps}>
        {synthesisSteps(synthesis).map((words, place) => (
          <li key={place}>
            <InlineCode text={words} />
          </li>
        ))}
      </ol>
      <div className={styles.group}>
        <h4 className={styles.subtitle}>
          What comes of it: {synthesis.parts.length === 1 ? 'one relation' : `${synthesis.parts.length} relations`}
        </h4>
        <p className={styles.parts}>
          {synthesis.parts.map(({ scheme, keys }) => (
            <PartBox key={scheme.attributes.join('\0')} attributes={scheme.attributes} keys={keys} />
          ))}
        </p>
      </div>
      <p className={styles.note}>
        Each is in 3NF, their join gives back the whole, and every dependency is kept. Another cover may lead to others.
      </p>
    </>
  );
}
