import { CircleX } from 'lucide-react';
import type { FailureAdvice } from '#core/design/failure-advice.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { DesignFailure } from '#state/schema-lab/run-design.ts';
import { Button } from '#ui/button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { SqlCode } from './sql-code.tsx';
import styles from './ddl.module.css';

export interface AdvisedFailure extends DesignFailure {
  readonly advice: FailureAdvice | null;
}

interface DdlFailureProps {
  readonly failure: AdvisedFailure;
  readonly onEdit: (edit: SchemaEdit) => void;
  readonly onQuery: (sql: string) => void;
}

/** Why a drawing was refused, what was kept, and what to do. */
export function DdlFailure({ failure: { failure, advice }, onEdit, onQuery }: DdlFailureProps) {
  const { detail, hint } = failure.kind === 'statement' ? failure : {};
  return (
    <div className={styles.failure} role="alert">
      <CircleX aria-hidden="true" />
      <div className={styles.failureText}>
        <p>
          <strong>{failureText(failure)}</strong>
        </p>
        {detail !== undefined && <p>{detail}</p>}
        {hint !== undefined && <p>Hint: {hint}</p>}
        <p>Nothing was changed, and the drawing stays.</p>
        {advice !== null && (
          <>
            <p>
              <InlineCode text={advice.words} />
            </p>
            <Help advice={advice} onEdit={onEdit} onQuery={onQuery} />
          </>
        )}
      </div>
    </div>
  );
}

function Help({
  advice: { query, fix },
  onEdit,
  onQuery,
}: Omit<DdlFailureProps, 'failure'> & { readonly advice: FailureAdvice }) {
  return (
    <>
      {query !== null && (
        <pre className={styles.query}>
          <SqlCode sql={query} />
        </pre>
      )}
      <div className={styles.buttons}>
        {query !== null && <Button onClick={() => onQuery(`${query};`)}>Put it into the editor</Button>}
        {fix !== null && <Button onClick={() => onEdit(fix.edit)}>{fix.label}</Button>}
      </div>
    </>
  );
}
