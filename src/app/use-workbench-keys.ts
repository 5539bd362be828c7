import { useAppStore } from '#state/use-app-store.ts';
import { useEscape } from './use-escape.ts';
import { useShortcut } from './use-shortcut.ts';
import { useStoppable } from './use-stoppable.ts';

/** The keys that work wherever a page has a workbench. `onCheck` is null where nothing is asked for. */
export function useWorkbenchKeys(onCheck: (() => void) | null): void {
  const stopRun = useAppStore((state) => state.stopRun);
  const undo = useAppStore((state) => state.undo);
  const redo = useAppStore((state) => state.redo);
  useShortcut('mod+shift+enter', () => onCheck?.());
  useShortcut('mod+alt+z', () => void undo());
  useShortcut('mod+alt+shift+z', () => void redo());
  useEscape(useStoppable(), () => void stopRun());
}
