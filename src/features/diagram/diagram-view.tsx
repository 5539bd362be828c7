import { Network } from 'lucide-react';
import { ReactFlowProvider, useStore } from '@xyflow/react';
import { useEffect, useReducer, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { SchemaMarks } from '#core/catalog/schema-marks.ts';
import type { Detail } from '#core/diagram/boxes.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import { boundsOf, type Rectangle } from '#core/diagram/geometry.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { DiagramActions } from './diagram-actions.ts';
import { DiagramBar } from './diagram-bar.tsx';
import { DiagramCanvas } from './diagram-canvas.tsx';
import { DiagramNotes } from './diagram-notes.tsx';
import styles from './diagram-view.module.css';
import type { ExportDiagram } from './export-menu.tsx';
import { freshPicture, type PictureState } from './picture-state.ts';
import type { LaidOut } from './use-laid-out.ts';
import { useView } from './use-view.ts';

/** More lines than these are drawn paler, so that the boxes stand out. */
const mostClearLines = 80;

interface DiagramViewProps {
  readonly laidOut: LaidOut;
  readonly marks: { readonly drawn: DrawnMarks; readonly run: SchemaMarks };
  readonly selected: ObjectName | null;
  readonly detail: Detail;
  readonly onDetail: (detail: Detail) => void;
  readonly actions: DiagramActions & { readonly onTogglePartitions: (key: string) => void };
  readonly onExport: ExportDiagram;
  readonly aside: ReactNode;
}

/** The diagram with its bar. */
export function DiagramView(props: DiagramViewProps) {
  return (
    <ReactFlowProvider>
      <Picture {...props} />
    </ReactFlowProvider>
  );
}

function Picture({ laidOut, marks, selected, detail, onDetail, actions, onExport, aside }: DiagramViewProps) {
  const [picture, change] = useReducer(
    (state: PictureState, to: Partial<PictureState>): PictureState => ({ ...state, ...to }),
    freshPicture,
  );
  const [isFingerInside, setIsFingerInside] = useState(false);
  const isCoarse = useMediaQuery('(pointer: coarse)');
  const view = useView();
  const whole = useRef<HTMLElement>(null);
  const zoom = useStore(({ transform }) => transform[2]);

  /** Where the selected table stands, for when the room around it changes. */
  const chosen = useRef<Rectangle | null>(null);
  useEffect(() => {
    chosen.current = rectangleOf(laidOut, selected);
  }, [laidOut, selected]);

  useEffect(() => {
    const frame = whole.current;
    if (frame === null) return undefined;
    const observer = new ResizeObserver(() => {
      view.fitUnlessHeld();
      if (chosen.current !== null) view.reveal(chosen.current);
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [view]);
  useEffect(() => {
    if (laidOut.diagram.boxes.length > 0) view.fitUnlessHeld();
  }, [view, laidOut]);

  const movable = !isCoarse ? 'all' : isFingerInside ? 'selected' : 'none';
  const style: CSSProperties & Record<`--${string}`, number> = { '--unzoom': 1 / zoom };
  const relatingFrom = laidOut.diagram.boxes.find(({ key }) => key === picture.relatingFrom);
  return (
    <section
      className={styles.diagram}
      ref={whole}
      aria-label="Diagram"
      style={style}
      data-dense={laidOut.diagram.relationships.length > mostClearLines}
      data-finger={movable === 'none' ? 'page' : 'picture'}
    >
      <DiagramBar
        detail={detail}
        isFingerInside={isCoarse ? isFingerInside : null}
        onDetail={onDetail}
        onFinger={setIsFingerInside}
        onNewTable={() => {
          const at = view.freeInMiddle(placedRectangles(laidOut));
          change({ naming: { kind: 'table', at } });
          view.reveal({ ...at, width: 240, height: 120 });
        }}
        onArrange={() => {
          actions.onArrange();
          view.fit();
        }}
        view={view}
        onExport={onExport}
        aside={aside}
      />
      <DiagramNotes
        dropped={{ drawn: marks.drawn.dropped, run: marks.run.dropped }}
        relatingFrom={relatingFrom?.object ?? null}
        onGiveUp={() => change({ relatingFrom: null })}
      />
      {laidOut.diagram.boxes.length === 0 && picture.naming === null && <NoTables />}
      <DiagramCanvas
        {...{ laidOut, marks, selected, picture }}
        stage={{ change, view, movable }}
        actions={{ ...actions, onLeave: () => whole.current?.querySelector('button')?.focus() }}
      />
      <VisuallyHidden>
        <output>{picture.said}</output>
      </VisuallyHidden>
    </section>
  );
}

function NoTables() {
  return (
    <div className={styles.empty}>
      <EmptyState icon={Network} title="No tables yet">
        Draw one by “New table” or by a double click here, or create one by SQL: it stands here at once.
      </EmptyState>
    </div>
  );
}

function rectangleOf({ diagram, places }: LaidOut, selected: ObjectName | null): Rectangle | null {
  const box = selected === null ? undefined : diagram.boxes.find(({ key }) => key === objectKey(selected));
  const place = box === undefined ? undefined : places[box.key];
  return box === undefined || place === undefined ? null : { ...place, width: box.width, height: box.height };
}

function placedRectangles({ diagram, places }: LaidOut) {
  return diagram.boxes.map(({ key, width, height }) => ({ ...(places[key] ?? boundsOf([])), width, height }));
}
