import { useMemo, type Ref } from 'react';
import { currentStepOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { markToken } from './editor-mark.ts';
import { SqlEditor } from './sql-editor.tsx';
import type { SqlEditorHandle } from './sql-editor-props.ts';

interface EditorPanelProps {
  readonly ref: Ref<SqlEditorHandle>;
  readonly onCheck: () => void;
  /** Esc was pressed and there was nothing in the editor to close. */
  readonly onEscape: () => void;
}

/** The editor on the current step's text, with the place marked where the last run failed. */
export function EditorPanel({ ref, onCheck, onEscape }: EditorPanelProps) {
  const draft = useAppStore((state) => state.draft());
  const lessonId = useAppStore(({ lesson }) => (lesson.kind === 'none' ? '' : lesson.id));
  const stepId = useAppStore((state) => currentStepOf(state)?.id ?? '');
  const catalog = useAppStore((state) => state.catalog);
  const lastRun = useAppStore((state) => state.lastRun);
  const editDraft = useAppStore((state) => state.editDraft);
  const submitSql = useAppStore((state) => state.submitSql);

  const marks = useMemo(() => {
    const failed = lastRun?.outcome.statements.find((statement) => statement.kind === 'failed');
    // Offsets mean nothing once the text has changed.
    if (lastRun === null || failed?.failure.kind !== 'statement' || lastRun.editorText !== draft) return [];
    const { position, message } = failed.failure;
    return [markToken(draft, lastRun.offset + (position ?? failed.start), message)];
  }, [lastRun, draft]);

  return (
    <SqlEditor
      key={`${lessonId}/${stepId}`}
      label="Your SQL"
      value={draft}
      marks={marks}
      catalog={catalog}
      ref={ref}
      onChange={editDraft}
      onRun={({ sql, start }) => void submitSql(sql, start)}
      onCheck={onCheck}
      onEscape={onEscape}
    />
  );
}
