import { useEffect, useEffectEvent, useImperativeHandle, type RefObject } from 'react';
import type { editor } from 'monaco-editor/editor';
import type { Caret } from './caret.ts';
import { createCompletionProvider } from './completion-provider.ts';
import type { EditorMark } from './editor-mark.ts';
import { languageId, monaco, type CodeEditor } from './monaco.ts';
import type { SqlEditorProps } from './sql-editor-props.ts';
import { readRunOf, useCodeEditor } from './use-code-editor.ts';
import { useMonacoTheme } from './use-monaco-theme.ts';
import styles from './sql-editor.module.css';

export interface MonacoSqlEditorProps extends SqlEditorProps {
  /** Where the plain editor was left. */
  readonly caret: RefObject<Caret>;
}

/** SQL in Monaco: highlighting, completion from the live catalog, underlined failures. */
export function MonacoSqlEditor({ caret, ref, ...props }: MonacoSqlEditorProps) {
  const { label, marks, catalog, isReadOnly = false } = props;
  const { host, editor } = useCodeEditor(caret, props);
  useMonacoTheme();
  const readCatalog = useEffectEvent(() => catalog);

  useEffect(() => {
    if (editor === null) return undefined;
    const provider = createCompletionProvider(editor, () => readCatalog());
    const registration = monaco.languages.registerCompletionItemProvider(languageId, provider);
    return () => registration.dispose();
  }, [editor]);

  useEffect(() => {
    const ariaLabel = `${label}. Escape leaves the editor.`;
    editor?.updateOptions({ readOnly: isReadOnly, ariaLabel });
  }, [editor, label, isReadOnly]);

  useEffect(() => {
    if (editor === null) return undefined;
    const shown = editor.createDecorationsCollection(decorationsOf(editor, marks));
    return () => shown.clear();
  }, [editor, marks]);

  useImperativeHandle(
    ref,
    () => ({
      readRun: () => (editor === null ? { sql: props.value, start: 0 } : readRunOf(editor)),
      showPlace: (offset) => editor !== null && showPlace(editor, offset),
    }),
    [editor, props.value],
  );

  return <div className={styles.monaco} ref={host} />;
}

function decorationsOf(editor: CodeEditor, marks: readonly EditorMark[]): editor.IModelDeltaDecoration[] {
  const model = editor.getModel();
  if (model === null) return [];
  return marks.map(({ start, end, message }) => ({
    range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
    // Monaco's own wavy line. Its markers would bring it too, along with fixes and keys that are not there.
    options: { className: 'squiggly-error', hoverMessage: { value: escapeMarkdown(message) } },
  }));
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
}

function showPlace(editor: CodeEditor, offset: number): void {
  const position = editor.getModel()?.getPositionAt(offset);
  if (position === undefined) return;
  editor.setPosition(position);
  editor.revealPositionInCenterIfOutsideViewport(position);
  editor.focus();
}
