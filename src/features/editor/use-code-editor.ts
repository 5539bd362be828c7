import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { Caret } from './caret.ts';
import { editorOptions } from './editor-options.ts';
import { languageId, monaco, type CodeEditor } from './monaco.ts';
import { runRequestOf, type RunRequest } from './run-request.ts';
import type { SqlEditorProps } from './sql-editor-props.ts';

interface CodeEditorUse {
  /** Where it is drawn; null until the effect has run. */
  readonly host: RefObject<HTMLDivElement | null>;
  readonly editor: CodeEditor | null;
}

type Wiring = Pick<SqlEditorProps, 'value' | 'onChange' | 'onRun' | 'onCheck' | 'onEscape'>;

/** Makes a Monaco editor in `host`, wires its keys, and keeps its text and `value` the same. */
export function useCodeEditor(caret: RefObject<Caret>, props: Wiring): CodeEditorUse {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  // The values told to the outside that may still come back. Someone who types fast is ahead of the rendering: an older
  // value that arrives is an echo and not a new text, and must not take the last letters away.
  const told = useRef([props.value]);

  const onChange = useEffectEvent((value: string) => {
    if (value === told.current.at(-1)) return;
    told.current.push(value);
    props.onChange(value);
  });
  const onRun = useEffectEvent(props.onRun);
  const onCheck = useEffectEvent(props.onCheck);
  const onEscape = useEffectEvent(props.onEscape);
  const firstValue = useEffectEvent(() => props.value);

  useEffect(() => {
    if (host.current === null) return undefined;
    const model = monaco.editor.createModel(firstValue(), languageId);
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    const created = monaco.editor.create(host.current, { ...editorOptions, model });
    // Brackets in the colours of a rainbow would mean nothing here. An option of the model, which a new editor resets.
    model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
    model.onDidChangeContent(() => onChange(model.getValue()));
    bindKeys(created, { onRun, onCheck, onEscape });
    takeOver(created, caret.current);
    setEditor(created);
    return () => {
      created.dispose();
      model.dispose();
      setEditor(null);
    };
  }, [caret]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model === null || model === undefined) return;
    const echo = told.current.lastIndexOf(props.value);
    told.current = echo === -1 ? [props.value] : told.current.slice(echo);
    if (echo !== -1) return;
    // As an edit and not as a new text, so that what was replaced can be had back by undo.
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: props.value }], () => null);
  }, [editor, props.value]);

  return { host, editor };
}

/** What the selection, or all of the text, would run. */
export function readRunOf(editor: CodeEditor): RunRequest {
  const model = editor.getModel();
  const selection = editor.getSelection();
  if (model === null || selection === null) return { sql: '', start: 0 };
  return runRequestOf(
    model.getValue(),
    model.getOffsetAt(selection.getStartPosition()),
    model.getOffsetAt(selection.getEndPosition()),
  );
}

function bindKeys(
  editor: CodeEditor,
  { onRun, onCheck, onEscape }: Pick<SqlEditorProps, 'onRun' | 'onCheck' | 'onEscape'>,
): void {
  const { KeyMod, KeyCode } = monaco;
  editor.addAction({
    id: 'rowhouse.run',
    label: 'Run',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    run: () => onRun(readRunOf(editor)),
  });
  editor.addAction({
    id: 'rowhouse.check',
    label: 'Check',
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
    run: onCheck,
  });
  editor.addAction({
    id: 'rowhouse.escape',
    label: 'Stop what runs, or leave the editor',
    keybindings: [KeyCode.Escape],
    // What Monaco itself closes by Esc comes first.
    precondition:
      'editorTextFocus && !suggestWidgetVisible && !parameterHintsVisible && !findWidgetVisible && !inSnippetMode && !editorHasMultipleSelections && !editorHoverVisible',
    run: onEscape,
  });
}

function takeOver(editor: CodeEditor, { start, end, hasFocus }: Caret): void {
  const model = editor.getModel();
  if (model === null || !hasFocus) return;
  editor.setSelection(monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
  editor.focus();
}
