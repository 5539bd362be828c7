import { useId, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { lineAt } from '#ui/line-at.ts';
import type { Caret } from './caret.ts';
import { editorKeyOf } from './editor-key.ts';
import { runRequestOf, type RunRequest } from './run-request.ts';
import type { SqlEditorProps } from './sql-editor-props.ts';
import { toggleLineComments } from './toggle-comment.ts';
import styles from './sql-editor.module.css';

interface PlainSqlEditorProps extends SqlEditorProps {
  /** Told whenever the cursor moves, or letters are being composed. */
  readonly onCaret?: (caret: Caret, isComposing: boolean) => void;
  /** Stands under the text. */
  readonly note?: ReactNode;
}

/** SQL in a text area: for fingers, for the moment before Monaco is there, and where it cannot be loaded. */
export function PlainSqlEditor({ label, value, marks, isReadOnly = false, ref, ...props }: PlainSqlEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const descriptionId = useId();

  const readRun = (): RunRequest =>
    runRequestOf(value, area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0);
  const showPlace = (offset: number) => {
    area.current?.setSelectionRange(offset, offset);
    area.current?.focus();
  };
  useImperativeHandle(ref, () => ({ readRun, showPlace }));

  const tellCaret = (hasFocus: boolean, isComposing = false) => {
    if (area.current === null) return;
    const { selectionStart: start, selectionEnd: end } = area.current;
    props.onCaret?.({ start, end, hasFocus }, isComposing);
  };

  const comment = () => {
    if (area.current === null || isReadOnly) return;
    const { selectionStart, selectionEnd } = area.current;
    const commented = toggleLineComments({ text: value, selectionStart, selectionEnd });
    // Through the text area itself, which would else put the cursor at the end of the new value.
    area.current.setRangeText(commented.text, 0, value.length);
    area.current.setSelectionRange(commented.selectionStart, commented.selectionEnd);
    props.onChange(commented.text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = editorKeyOf(event);
    if (key === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A sheet around the editor would close by the same key.
    if (key === 'escape') event.stopPropagation();
    const act = { run: () => props.onRun(readRun()), check: props.onCheck, escape: props.onEscape, comment };
    act[key]();
  };

  return (
    <div className={styles.plain}>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={label}
        aria-describedby={descriptionId}
        aria-invalid={marks.length > 0}
        value={value}
        readOnly={isReadOnly}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => tellCaret(true)}
        onBlur={() => tellCaret(false)}
        onSelect={() => tellCaret(true)}
        onCompositionStart={() => tellCaret(true, true)}
        onCompositionEnd={() => tellCaret(true)}
      />
      <div id={descriptionId} className={styles.notes}>
        {marks.map((mark) => (
          <p key={mark.start} className={styles.mark}>
            <span>
              Line {lineAt(value, mark.start)}: {mark.message}
            </span>
            <Button variant="quiet" onClick={() => showPlace(mark.start)}>
              Go to it
            </Button>
          </p>
        ))}
        {props.note}
      </div>
    </div>
  );
}
