import { useId, useRef, useState } from 'react';
import { readDependencies, writeDependency, type DependencyProblem } from '#core/relational/dependency-text.ts';
import type { StatedDependency } from '#state/normalization/normalization-slice.ts';
import { Button } from '#ui/button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { isSameDependency } from './dependency-problem.ts';
import styles from './dependency-text-form.module.css';

interface DependencyTextFormProps {
  readonly attributes: readonly string[];
  readonly stated: readonly StatedDependency[];
  /** What is typed and not taken over yet; null where that is nothing. */
  readonly typed: string | null;
  readonly onType: (text: string | null) => void;
  readonly onState: (stated: readonly StatedDependency[]) => void;
}

/** What is stated as text, one dependency a line; what cannot be read is named at its place, and stays as it was typed. */
export function DependencyTextForm({ attributes, stated, typed, onType, onState }: DependencyTextFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** While a line is being typed it is not blamed for what is not there yet. */
  const [isJudged, setIsJudged] = useState(typed !== null);
  /** Of what was last taken over. */
  const [left, setLeft] = useState<readonly DependencyProblem[]>([]);
  const text = typed ?? stated.map((dependency) => writeDependency(dependency)).join('\n');
  const reading = readDependencies(text, attributes);
  const problems = typed === null ? left : isJudged ? reading.problems : [];
  const hasErrors = reading.problems.some(({ severity }) => severity === 'error');

  function takeOver(): void {
    setIsJudged(true);
    if (hasErrors) return;
    // What is warned of is taken over where it says anything; the warning goes with the next change.
    setLeft(reading.problems);
    onState(
      reading.dependencies.map((written) => {
        const known = stated.find((each) => isSameDependency(each, written));
        return known ?? { ...written, origin: 'stated' };
      }),
    );
    onType(null);
  }

  function goTo({ start, end }: DependencyProblem): void {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  }

  return (
    <div className={styles.form}>
      <label className={styles.label} htmlFor={id}>
        One dependency a line: <code>a, b -&gt; c</code>, or <code>a -&gt;&gt; b</code> for a set of values
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles.text}
        rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        aria-invalid={isJudged && hasErrors}
        aria-describedby={`${id}-problems`}
        onChange={(event) => {
          setLeft([]);
          onType(event.target.value);
        }}
        onBlur={() => setIsJudged(typed !== null)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          takeOver();
        }}
      />
      <div id={`${id}-problems`} role="status">
        {problems.length > 0 && (
          <ul className={styles.problems}>
            {problems.map((problem, place) => (
              <li key={place} data-severity={problem.severity}>
                <button type="button" className={styles.place} onClick={() => goTo(problem)}>
                  Line {problem.line}, {problem.column}
                </button>
                <span>
                  <InlineCode text={problem.message} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.actions}>
        <Button disabled={typed === null} focusableWhenDisabled onClick={takeOver}>
          Take it over
        </Button>
        {typed !== null && (
          <Button
            variant="quiet"
            onClick={() => {
              onType(null);
              setIsJudged(false);
              field.current?.focus();
            }}
          >
            Throw away what is typed
          </Button>
        )}
        {typed !== null && hasErrors && isJudged && (
          <span className={styles.note}>Nothing is taken over while a line cannot be read.</span>
        )}
      </div>
    </div>
  );
}
