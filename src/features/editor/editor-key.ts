interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type EditorKey = 'run' | 'check' | 'comment' | 'escape';

/** What a key pressed in the plain editor asks for, or null when it is only typed. Tab is left to move the focus. */
export function editorKeyOf({ key, ctrlKey, metaKey, shiftKey }: PressedKey): EditorKey | null {
  if (key === 'Escape') return 'escape';
  if (!ctrlKey && !metaKey) return null;
  if (key === 'Enter') return shiftKey ? 'check' : 'run';
  return key === '/' ? 'comment' : null;
}
