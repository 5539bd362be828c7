import type { RelationScheme } from '#core/relational/dependency.ts';
import type { MinimalCover } from '#core/relational/minimal-cover.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { coverStepWords } from './cover-words.ts';
import { dependencyText } from './dependency-words.ts';
import { TheoryWaiting } from './theory-waiting.tsx';
import { useTheory } from './use-theory.ts';
import styles from './theory.module.css';

/** So many steps are read at once; the others open on demand. */
const mostAtOnce = 24;

/** The fewest words that say the same. */
export function CoverTopic({ scheme }: { readonly scheme: RelationScheme }) {
  const cover = useTheory('cover', scheme, null);
  return (
    <TheoryWaiting state={cover} label="Looking for a minimal cover">
      {(answer) => <CoverView cover={answer} isAlone={scheme.multivalued.length === 0} />}
    </TheoryWaiting>
  );
}

interface CoverViewProps {
  readonly cover: MinimalCover;
  /** False where multivalued dependencies are stated, too: they take no part. */
  readonly isAlone: boolean;
}

function CoverView({ cover: { merged, steps }, isAlone }: CoverViewProps) {
  return (
    <>
      <div className={styles.group}>
        <h4 className={styles.subtitle}>The cover</h4>
        {merged.length === 0 ? (
          <p className={styles.note}>No functional dependency is known: there is nothing to cover.</p>
        ) : (
          <ul className={styles.formulas} aria-label="Minimal cover">
            {merged.map((dependency, place) => (
              <li key={place}>{dependencyText(dependency, 'functional')}</li>
            ))}
          </ul>
        )}
      </div>
      {steps.length > 0 && (
        <div className={styles.group}>
          <h4 className={styles.subtitle}>How it came about</h4>
          <Steps steps={steps.slice(0, mostAtOnce)} first={1} />
          {steps.length > mostAtOnce && (
            <Disclosure summary={`${formatCount(steps.length - mostAtOnce)} more steps`}>
              <Steps steps={steps.slice(mostAtOnce)} first={mostAtOnce + 1} />
            </Disclosure>
          )}
        </div>
      )}
      <p className={styles.note}>
        Another order of dropping may give another cover, as right as this one.
        {!isAlone && ' Multivalued dependencies take no part in it.'}
      </p>
    </>
  );
}

function Steps({ steps, first }: { readonly steps: MinimalCover['steps']; readonly first: number }) {
  return (
    <ol className={styles.steps} start={first}>
      {steps.map((step, place) => (
        <li key={place}>
          <InlineCode text={coverStepWords(step)} />
        </li>
      ))}
    </ol>
  );
}
