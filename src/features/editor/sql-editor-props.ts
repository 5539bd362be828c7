import type { Ref } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { EditorMark } from './editor-mark.ts';
import type { RunRequest } from './run-request.ts';

/** What the editor is asked from outside: by a Run button, and by a failure that says where it happened. */
export interface SqlEditorHandle {
  /** What running now would run. */
  readRun(): RunRequest;
  /** Takes the focus to an offset of the text and shows it. */
  showPlace(offset: number): void;
}

/**
 * Both editors, the plain one and Monaco's, are this. Another text to work on, such as another step's, is another
 * `key`: undo must not lead into it.
 */
export interface SqlEditorProps {
  /** Its name for a screen reader. */
  readonly label: string;
  readonly value: string;
  /** Offsets into `value`. */
  readonly marks: readonly EditorMark[];
  /** What completion knows of the database; null before it has answered. */
  readonly catalog: Catalog | null;
  readonly isReadOnly?: boolean;
  readonly ref?: Ref<SqlEditorHandle>;
  readonly onChange: (value: string) => void;
  readonly onRun: (request: RunRequest) => void;
  readonly onCheck: () => void;
  /** Esc was pressed and there was nothing in the editor to close. */
  readonly onEscape: () => void;
}
