import { useRef, useState } from 'react';
import { useMediaQuery } from '#ui/use-media-query.ts';
import type { Caret } from './caret.ts';
import { PlainSqlEditor } from './plain-sql-editor.tsx';
import type { SqlEditorProps } from './sql-editor-props.ts';
import { useMonacoEditor } from './use-monaco-editor.ts';
import styles from './sql-editor.module.css';

/**
 * The learner's SQL. Starts as a text area that can be typed in at once, and becomes Monaco when that has been
 * fetched: text, cursor and focus go over. On touch screens, which Monaco does not support, it stays a text area.
 */
export function SqlEditor(props: SqlEditorProps) {
  const isCoarse = useMediaQuery('(pointer: coarse)');
  const loading = useMonacoEditor(!isCoarse);
  const [isComposing, setIsComposing] = useState(false);
  const caret = useRef<Caret>({ start: 0, end: 0, hasFocus: false });

  // A change of editor in the middle of a composed letter would swallow it.
  if (!isCoarse && loading.kind === 'ready' && !isComposing) {
    return <loading.Editor {...props} caret={caret} />;
  }
  const keep = (next: Caret, composing: boolean) => {
    caret.current = next;
    setIsComposing(composing);
  };
  return <PlainSqlEditor {...props} onCaret={keep} note={loading.kind === 'failed' && <LoadFailure />} />;
}

function LoadFailure() {
  return (
    <p className={styles.failure}>
      The full editor could not be loaded. This one runs SQL all the same, without highlighting and completion.
    </p>
  );
}
