import { Hand, LayoutDashboard, Maximize, Plus, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Detail } from '#core/diagram/boxes.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { KeysList } from '#ui/keys-list.tsx';
import { diagramKeys } from './diagram-keys.ts';
import styles from './diagram-view.module.css';
import { ExportMenu, type ExportDiagram } from './export-menu.tsx';
import type { View } from './use-view.ts';

const details: readonly { readonly value: Detail; readonly label: string }[] = [
  { value: 'columns', label: 'All columns' },
  { value: 'keys', label: 'Keys only' },
  { value: 'names', label: 'Names only' },
];

interface DiagramBarProps {
  readonly detail: Detail;
  /** Whether a finger moves the picture; null where there is a pointer, which always may. */
  readonly isFingerInside: boolean | null;
  readonly view: View;
  readonly onDetail: (detail: Detail) => void;
  readonly onFinger: (isInside: boolean) => void;
  readonly onNewTable: () => void;
  readonly onArrange: () => void;
  readonly onExport: ExportDiagram;
  /** Stands at the end of the bar. */
  readonly aside: ReactNode;
}

/** What can be done with the picture as a whole. */
export function DiagramBar(props: DiagramBarProps) {
  const { detail, isFingerInside, view, onDetail, onFinger, onNewTable, onArrange, onExport, aside } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Picture">
      <Button onClick={onNewTable}>
        <Plus aria-hidden="true" />
        New table
      </Button>
      <Button variant="quiet" onClick={onArrange}>
        <LayoutDashboard aria-hidden="true" />
        <span className={styles.word}>Arrange</span>
      </Button>
      <ChoiceSelect
        label="Shown of each table"
        isLabelShown={false}
        choices={details}
        chosen={detail}
        onChoose={(value) => {
          const chosen = details.find((each) => each.value === value);
          if (chosen !== undefined) onDetail(chosen.value);
        }}
      />
      {isFingerInside !== null && (
        <Button aria-pressed={isFingerInside} onClick={() => onFinger(!isFingerInside)}>
          <Hand aria-hidden="true" />
          {isFingerInside ? 'Scroll the page' : 'Move in the picture'}
        </Button>
      )}
      <span className={styles.zoom}>
        <IconButton icon={ZoomOut} label="Smaller" onClick={() => view.zoomBy(0.8)} />
        <IconButton icon={ZoomIn} label="Larger" onClick={() => view.zoomBy(1.25)} />
        <IconButton icon={Maximize} label="Show all" onClick={view.fit} />
      </span>
      <span className={styles.aside}>
        <span className={styles.keys}>
          <KeysList
            title="While a table of the picture has the focus"
            keys={diagramKeys}
            note="With a pointer: drag a table to move it, drag from the dot at its side to relate it, press twice on the paper for a new table."
            side="bottom"
          />
        </span>
        <ExportMenu onExport={onExport} />
        {aside}
      </span>
    </div>
  );
}
