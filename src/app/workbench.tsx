import { Maximize2, Minimize2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { EditorPanel } from '#features/editor/editor-panel.tsx';
import type { SqlEditorHandle } from '#features/editor/sql-editor-props.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Split } from '#ui/split.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { StatusBar } from './status-bar.tsx';
import { useStoppable } from './use-stoppable.ts';
import { WorkbenchBar } from './workbench-bar.tsx';
import { WorkbenchTabs } from './workbench-tabs.tsx';
import styles from './workbench.module.css';

interface WorkbenchProps {
  /** Asks for the verdicts on the current step, and shows them; null where nothing is asked for. */
  readonly onCheck: (() => void) | null;
}

/** A phone held sideways; not an upright one with its keyboard up, where a change of layout would close the keyboard. */
const low = '(max-height: 520px) and (min-aspect-ratio: 3 / 2)';

/** Where the learner works: the editor above, what came of it below; side by side where there is no height for both. */
export function Workbench({ onCheck }: WorkbenchProps) {
  const editor = useRef<SqlEditorHandle>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const isLow = useMediaQuery(low);
  const split = isLow ? 'editor-beside' : 'editor';
  const share = useAppStore(({ preferences }) => preferences.splits[split] ?? 46);
  const setSplit = useAppStore((state) => state.setSplit);
  const stopRun = useAppStore((state) => state.stopRun);
  const isStoppable = useStoppable();
  /** The panels have the editor's place too. */
  const [isEditorHidden, setIsEditorHidden] = useState(false);

  function onEscape(): void {
    if (isStoppable) void stopRun();
    else tabs.current?.querySelector<HTMLElement>('[role=tab]')?.focus();
  }

  function showPlace(offset: number): void {
    setIsEditorHidden(false);
    editor.current?.showPlace(offset);
  }

  return (
    <section className={styles.workbench} aria-label="Workbench" data-workbench>
      <WorkbenchBar readRun={() => editor.current?.readRun() ?? null} onCheck={onCheck} />
      <Split
        key={split}
        label={isLow ? 'Width of the editor' : 'Height of the editor'}
        orientation={isLow ? 'horizontal' : 'vertical'}
        share={share}
        only={isEditorHidden ? 'second' : null}
        least={96}
        first={
          <PanelBoundary name="The editor">
            <EditorPanel ref={editor} onCheck={() => onCheck?.()} onEscape={onEscape} />
          </PanelBoundary>
        }
        second={
          <div className={styles.panels} ref={tabs}>
            <WorkbenchTabs
              onShowPlace={showPlace}
              aside={
                <IconButton
                  icon={isEditorHidden ? Minimize2 : Maximize2}
                  label={isEditorHidden ? 'Show the editor' : 'Hide the editor'}
                  onClick={() => setIsEditorHidden(!isEditorHidden)}
                />
              }
            />
          </div>
        }
        onShare={(wanted) => setSplit(split, wanted)}
      />
      <StatusBar />
    </section>
  );
}
