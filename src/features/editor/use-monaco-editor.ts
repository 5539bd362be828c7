import { useEffect, useState, type ComponentType } from 'react';
import type { MonacoSqlEditorProps } from './monaco-sql-editor.tsx';

export type MonacoEditorState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly Editor: ComponentType<MonacoSqlEditorProps> }
  | { readonly kind: 'failed' };

/** Fetches the editor with Monaco in it when it is first wanted, together with the font that Monaco measures. */
export function useMonacoEditor(isWanted: boolean): MonacoEditorState {
  const [state, setState] = useState<MonacoEditorState>({ kind: 'loading' });

  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    const show = (next: MonacoEditorState) => {
      if (isCurrent) setState(next);
    };
    void Promise.all([import('./monaco-sql-editor.tsx'), document.fonts.load('14px "JetBrains Mono Variable"')]).then(
      ([{ MonacoSqlEditor }]) => show({ kind: 'ready', Editor: MonacoSqlEditor }),
      () => show({ kind: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);

  return state;
}
