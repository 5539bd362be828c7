import { useState } from 'react';
import { previewWords } from '#core/delete-preview/preview-words.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { DeletePreviewState } from '#state/schema-lab/fresh-delete-preview.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Progress } from '#ui/progress.tsx';
import { FallTree } from './fall-tree.tsx';
import styles from './delete-panel.module.css';

interface DeleteResultProps {
  readonly state: DeletePreviewState;
  readonly isStale: boolean;
  readonly onDelete: () => void;
  readonly onPreviewAgain: () => void;
}

/** The preview, in words and as a tree, and the delete itself. */
export function DeleteResult({ state, isStale, onDelete, onPreviewAgain }: DeleteResultProps) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Progress label="Reading which rows would fall" />;
    case 'failed':
      return (
        <p className={styles.problem} role="alert">
          {failureWords(state.failure)} Nothing was deleted.
        </p>
      );
    case 'deleted':
      return (
        <div role="status" className={styles.words}>
          <p>{state.failure === null ? 'Done.' : `${failureWords(state.failure)} Nothing was deleted.`}</p>
          <code>{state.statement}</code>
          <p className={styles.note}>
            It stands in the history{state.failure === null ? ', and Undo takes it back' : ''}.
          </p>
        </div>
      );
    case 'ready':
      return <Ready {...{ state, isStale, onDelete, onPreviewAgain }} />;
  }
}

function failureWords(failure: SqlFailure): string {
  return failure.kind === 'statement'
    ? `PostgreSQL says: ${failure.message} (${failure.sqlState}).`
    : failureText(failure);
}

interface ReadyProps extends Omit<DeleteResultProps, 'state'> {
  readonly state: Extract<DeletePreviewState, { kind: 'ready' }>;
}

function Ready({ state: { preview }, isStale, onDelete, onPreviewAgain }: ReadyProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { fall, truth, statement, agree } = preview;
  const words = previewWords(preview);
  const isEmpty = fall.root.count === 0;
  return (
    <section className={styles.result} aria-label="Preview">
      <p className={styles.words} role="status">
        {words}
      </p>
      {isStale && (
        <p className={styles.stale}>
          You have run something since. <Button onClick={onPreviewAgain}>Preview again</Button>
        </p>
      )}
      {!isEmpty && <FallTree root={fall.root} />}
      {[
        ...fall.notes,
        ...(agree
          ? []
          : [
              'PostgreSQL did otherwise than its foreign keys say when it was asked: a trigger or a rule of yours has a hand in it. The sentence above is read from the keys.',
            ]),
      ].map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {!isEmpty && (
        <div className={styles.actions}>
          <code>{statement}</code>
          <Button onClick={() => setIsAsking(true)} disabled={isStale} focusableWhenDisabled>
            {truth.kind === 'refused' ? 'Try it nevertheless' : 'Delete'}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={truth.kind === 'refused' ? 'Run a delete that will be refused?' : 'Delete these rows?'}
        confirmLabel={truth.kind === 'refused' ? 'Run it' : 'Delete'}
        onConfirm={onDelete}
        onClose={() => setIsAsking(false)}
      >
        <p>{words}</p>
        <p>It runs as your own statement: the history keeps it, and Undo takes it back.</p>
      </ConfirmDialog>
    </section>
  );
}
