import { CircleX } from 'lucide-react';
import type { ScriptPlace } from '#core/sql/script-place.ts';
import type { ImportProblem } from '#state/schema-lab/import-report.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import styles from './schema-file.module.css';

/** Why a script can not be taken over: where, in which statement, what PostgreSQL says, and the lines around it. */
export function ImportProblemNote({ problem }: { readonly problem: ImportProblem }) {
  const { sqlState, message, detail, hint, statement, place } = problem;
  return (
    <div className={styles.problem} role="alert">
      <p className={styles.headline}>
        <CircleX aria-hidden="true" />
        {place !== null && (
          <strong>
            Line {place.line}, column {place.column}
          </strong>
        )}
        <span>
          {sqlState !== null && <code>{sqlState}</code>} {message}
        </span>
      </p>
      {detail !== null && <p>{detail}</p>}
      {hint !== null && <p>Hint: {hint}</p>}
      {statement !== null && (
        <p className={styles.statement}>
          In: <code>{statement}</code>
        </p>
      )}
      {place !== null && <Excerpt place={place} />}
      <p className={styles.note}>Nothing was changed: your tables are as they were.</p>
    </div>
  );
}

function Excerpt({ place }: { readonly place: ScriptPlace }) {
  return (
    <ScrollRegion className={styles.excerpt} label={`The lines around line ${place.line}`}>
      <ol>
        {place.excerpt.map(({ number, text, before }) => (
          <li key={number} data-here={before !== null || undefined}>
            <span className={styles.number}>{number}</span>
            <code>
              {before === null ? (
                text
              ) : (
                <>
                  {before}
                  <mark className={styles.mark}>
                    <span className={styles.hidden}>here: </span>
                    {text.slice(before.length) === '' ? ' ' : text.slice(before.length)}
                  </mark>
                </>
              )}
            </code>
          </li>
        ))}
      </ol>
    </ScrollRegion>
  );
}
