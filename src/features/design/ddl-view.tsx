import { useState } from 'react';
import { scriptOf, type DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import type { EditProblem } from '#core/design/design.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { DdlBar } from './ddl-bar.tsx';
import { DdlFailure, type AdvisedFailure } from './ddl-failure.tsx';
import { SqlCode } from './sql-code.tsx';
import styles from './ddl.module.css';

export type DdlMode = 'change' | 'anew';

export interface DdlViewProps {
  /** Something else needs the room: the statements are there when they are asked for. */
  readonly isFolded: boolean;
  readonly mode: DdlMode;
  readonly statements: readonly DdlStatement[];
  readonly problems: readonly EditProblem[];
  readonly transaction: TransactionStatus;
  readonly failure: AdvisedFailure | null;
  readonly canRun: boolean;
  readonly on: {
    readonly mode: (mode: DdlMode) => void;
    readonly run: () => void;
    readonly edit: (edit: SchemaEdit) => void;
    /** Some SQL, or all of it where none is given. */
    readonly putIntoEditor: (sql?: string) => void;
  };
}

/** The statements one by one, with what stands in their way. */
export function DdlView({ isFolded, mode, statements, problems, transaction, failure, canRun, on }: DdlViewProps) {
  const isNarrow = useMediaQuery('(max-width: 720px)');
  const [asked, setAsked] = useState<boolean | null>(null);
  // Where there is little room, the drawing itself has it.
  const isOpen = asked ?? !(isNarrow || isFolded);
  const failedAt = mode === 'change' ? statements.findIndex(({ sql }) => sql === failure?.sql) : -1;
  const failureNote = failure !== null && mode === 'change' && (
    <DdlFailure failure={failure} onEdit={on.edit} onQuery={on.putIntoEditor} />
  );
  const isFramed = mode === 'change' && transaction === 'idle';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of Run, from wherever in it
    <section
      className={styles.ddl}
      aria-label="What is drawn"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        // The page's own Run is for the editor.
        event.preventDefault();
        event.stopPropagation();
        if (canRun) on.run();
      }}
    >
      <DdlBar
        isUncommitted={statements.length === 0 && transaction === 'open' && problems.length === 0}
        isOpen={isOpen}
        onToggle={() => setAsked(!isOpen)}
      >
        {statements.length > 0 && (
          <Button variant="primary" kbd="mod+enter" disabled={!canRun} focusableWhenDisabled onClick={on.run}>
            Run
          </Button>
        )}
      </DdlBar>
      <Problems problems={problems} />
      {statements.length > 0 && isOpen && (
        <>
          <ScrollRegion className={styles.script} label="Statements">
            <ol className={styles.statements}>
              {isFramed && <Frame word="begin" />}
              {statements.map((statement, at) => (
                <li key={`${at} ${statement.sql}`} data-failed={at === failedAt || undefined}>
                  <span className={styles.about}>{statement.about}</span>
                  <pre>
                    <SqlCode sql={`${statement.sql};`} />
                  </pre>
                  {at === failedAt && failureNote}
                </li>
              ))}
              {isFramed && <Frame word="commit" />}
            </ol>
          </ScrollRegion>
          <Foot mode={mode} statements={statements} onMode={on.mode} onPutIntoEditor={() => on.putIntoEditor()} />
        </>
      )}
      {(failedAt === -1 || !isOpen) && failureNote}
      {statements.length > 0 && (isOpen || transaction !== 'idle') && (
        <TransactionWords transaction={transaction} mode={mode} />
      )}
    </section>
  );
}

interface FootProps extends Pick<DdlViewProps, 'mode' | 'statements'> {
  readonly onMode: (mode: DdlMode) => void;
  readonly onPutIntoEditor: () => void;
}

/** Which script it is, and where else it may go. */
function Foot({ mode, statements, onMode, onPutIntoEditor }: FootProps) {
  return (
    <div className={styles.foot}>
      <ChoiceSelect
        label="Shown as"
        isLabelShown={false}
        choices={[
          { value: 'change', label: 'Change what is there' },
          { value: 'anew', label: 'All of it, anew' },
        ]}
        chosen={mode}
        onChoose={(value) => onMode(value === 'anew' ? 'anew' : 'change')}
      />
      <div className={styles.buttons}>
        <CopyButton format="SQL" makeText={() => scriptOf(statements)} />
        <Button variant="quiet" onClick={onPutIntoEditor}>
          Put into the editor
        </Button>
      </div>
    </div>
  );
}

function Frame({ word }: { readonly word: string }) {
  return (
    <li className={styles.frame}>
      <pre>
        <SqlCode sql={`${word};`} />
      </pre>
    </li>
  );
}

function Problems({ problems }: { readonly problems: readonly EditProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Strokes that can not be made any more">
      {problems.map(({ index, message }) => (
        <li key={index}>
          Stroke {index + 1} is left out: <InlineCode text={message} />
        </li>
      ))}
    </ul>
  );
}

function TransactionWords({ transaction, mode }: { readonly transaction: TransactionStatus; readonly mode: DdlMode }) {
  const words =
    mode === 'anew'
      ? 'For an empty database: it makes all that is there and all that is drawn. To run it, put it into the editor.'
      : transactionWords[transaction];
  return (
    <p className={styles.words} role={transaction === 'idle' ? undefined : 'status'}>
      {words}
    </p>
  );
}

const transactionWords: Record<TransactionStatus, string> = {
  idle: 'Run as one: either all of it is done, or nothing.',
  open: 'You have a transaction open: this runs inside it, and is yours to commit or roll back.',
  failed: 'Your transaction has failed. Run rollback first; what is drawn stays.',
};
