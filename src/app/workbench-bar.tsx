import { Database, Hourglass, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { transactionWords } from '#core/engine/transaction-words.ts';
import type { RunRequest } from '#features/editor/run-request.ts';
import { currentStepOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { StopControl } from './stop-control.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useShortcut } from './use-shortcut.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import styles from './workbench.module.css';

interface WorkbenchBarProps {
  /** What running now would run; null while there is no editor. */
  readonly readRun: () => RunRequest | null;
  /** Null where nothing is asked for. */
  readonly onCheck: (() => void) | null;
}

export function WorkbenchBar({ readRun, onCheck }: WorkbenchBarProps) {
  const isReady = useAppStore(({ database }) => database.kind === 'ready');
  const isBusy = useAppStore(({ activity }) => activity !== null);
  const hasChecks = useAppStore((state) => (currentStepOf(state)?.checks.length ?? 0) > 0);
  const stepTitle = useAppStore((state) => currentStepOf(state)?.title);
  const stepNumber = useAppStore((state) => state.currentStep + 1);
  const submitSql = useAppStore((state) => state.submitSql);
  const showDatabaseDialog = useAppStore((state) => state.showDatabaseDialog);
  const runButton = useRef<HTMLButtonElement>(null);

  function run(): void {
    const request = readRun();
    if (request !== null) void submitSql(request.sql, request.start);
  }

  // The editor has its own; this is for when something else has the focus, such as the button that was pressed last.
  useShortcut('mod+enter', () => {
    if (isReady && !isBusy) run();
  });

  return (
    <div className={styles.tools}>
      <Button
        ref={runButton}
        variant="primary"
        kbd="mod+enter"
        disabled={!isReady || isBusy}
        focusableWhenDisabled
        onClick={run}
      >
        Run
      </Button>
      {hasChecks && onCheck !== null && (
        <Button disabled={!isReady || isBusy} focusableWhenDisabled onClick={onCheck}>
          Check
        </Button>
      )}
      <StopControl neighbour={runButton} />
      <UndoButtons />
      <VerdictBadge />
      <TransactionBadge />
      {stepTitle !== undefined && onCheck !== null && (
        <span className={styles.step} title={stepTitle}>
          Step {stepNumber}: {stepTitle}
        </span>
      )}
      <IconButton icon={Database} label="Database" onClick={() => showDatabaseDialog(true)} />
    </div>
  );
}

function TransactionBadge() {
  const status = useAppStore((state) => state.transaction);
  if (status === 'idle') return null;
  const { title, meaning } = transactionWords[status];
  return (
    <span title={meaning.replaceAll('`', '')}>
      <Badge tone={status === 'open' ? 'waiting' : 'bad'} icon={status === 'open' ? Hourglass : TriangleAlert}>
        {title}
      </Badge>
    </span>
  );
}
