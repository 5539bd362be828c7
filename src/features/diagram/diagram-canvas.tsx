import {
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ViewportPortal,
  type FinalConnectionState,
} from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { SchemaMarks } from '#core/catalog/schema-marks.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import { freePlace } from '#core/diagram/free-place.ts';
import { placedBoxes } from '#core/diagram/svg.ts';
import { boxWords } from './box-words.ts';
import type { DiagramActions } from './diagram-actions.ts';
import { boxMarksOf } from './diagram-marks.ts';
import styles from './diagram-view.module.css';
import { diagramKeyboard } from './diagram-keyboard.ts';
import { flowEdges, flowNodes, keyOfNode } from './flow-elements.ts';
import { NameField } from './name-field.tsx';
import type { ChangePicture, PictureState } from './picture-state.ts';
import { RelationEdge } from './relation-edge.tsx';
import { TableNode, type TableNodeActions } from './table-node.tsx';
import type { LaidOut } from './use-laid-out.ts';
import { useRevealed } from './use-revealed.ts';
import type { View } from './use-view.ts';
import './react-flow.css';

const nodeTypes = { table: TableNode };
const edgeTypes = { relation: RelationEdge };
/** Fewer are seen at a glance. */
const leastBoxesForMap = 25;

interface DiagramCanvasProps {
  readonly laidOut: LaidOut;
  readonly marks: { readonly drawn: DrawnMarks; readonly run: SchemaMarks };
  readonly selected: ObjectName | null;
  readonly picture: PictureState;
  readonly change: ChangePicture;
  readonly actions: DiagramActions & {
    readonly onTogglePartitions: (key: string) => void;
    readonly onLeave: () => void;
  };
  readonly view: View;
  /** False while a finger scrolls the page. */
  readonly isMovable: boolean;
}

/** The picture itself: boxes and lines that can be moved, related and drawn. */
export function DiagramCanvas(props: DiagramCanvasProps) {
  const { laidOut, marks, selected, picture, change, actions, view, isMovable } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { dragged } = picture;
  const boxes = useMemo(() => {
    const places = dragged === null ? laidOut.places : { ...laidOut.places, [dragged.key]: dragged.at };
    return placedBoxes(laidOut.diagram, places);
  }, [laidOut, dragged]);
  const words = useMemo(
    () => new Map(laidOut.diagram.boxes.map((box) => [box.key, boxWords(box, laidOut.diagram)])),
    [laidOut.diagram],
  );
  const boxMarks = useMemo(
    () => new Map(laidOut.diagram.boxes.map(({ key, object }) => [key, boxMarksOf(object, marks.drawn, marks.run)])),
    [laidOut.diagram, marks],
  );
  const input = { laidOut, boxes, words, drawn: marks.drawn, marks: boxMarks, selected, picture };

  useRevealed(selected === null ? null : (boxes.get(objectKey(selected)) ?? null), view);

  const go = (key: string) => {
    change({ current: key, relation: null });
    const box = boxes.get(key);
    if (box !== undefined) view.reveal(box);
    frame.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  };
  useEffect(() => {
    const { awaited } = picture;
    if (awaited === null || !boxes.has(awaited)) return undefined;
    // React Flow draws what is new a moment later.
    const request = requestAnimationFrame(() => {
      go(awaited);
      change({ awaited: null });
    });
    return () => cancelAnimationFrame(request);
  });
  const nodeActions: TableNodeActions = {
    onTogglePartitions: actions.onTogglePartitions,
    onNameColumn: (key, isNaming) =>
      change(isNaming ? { naming: { kind: 'column', key } } : { naming: null, awaited: key }),
    onAddColumn: (key, name) => {
      const box = boxes.get(key);
      const problem = box === undefined ? null : actions.onAddColumn(box.object, name);
      if (problem === null) change({ naming: null, awaited: key });
      return problem;
    },
  };
  const endRelation = (event: MouseEvent | TouchEvent, { fromNode }: FinalConnectionState) => {
    const from = fromNode === null ? undefined : boxes.get(keyOfNode(fromNode.id));
    const to = boxes.get(boxKeyAt(event) ?? '');
    if (from !== undefined && to?.kind === 'table') actions.onRelate(from.object, to.object);
  };

  return (
    <div className={styles.canvas} ref={frame}>
      <ReactFlow
        aria-label="Diagram of the tables"
        onKeyDown={(event) => diagramKeyboard(event, { ...props, boxes, onGo: go, onLeave: actions.onLeave })}
        onFocus={({ target }) => {
          const key = target instanceof HTMLElement ? target.dataset['box'] : undefined;
          change(key === undefined ? { isInside: true } : { isInside: true, current: key });
        }}
        onBlur={() => change({ isInside: false })}
        onDoubleClick={(event) => {
          if (!(event.target instanceof Element) || event.target.closest('.react-flow__pane') === null) return;
          change({ naming: { kind: 'table', at: view.toPicture({ x: event.clientX, y: event.clientY }) } });
        }}
        nodes={flowNodes(input, isMovable, nodeActions)}
        edges={flowEdges(input)}
        // One handle a box: where a line ends is told by its columns.
        connectionMode={ConnectionMode.Loose}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        // The keys are ours: see diagram-keyboard.ts.
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        elementsSelectable
        zoomOnDoubleClick={false}
        minZoom={0.05}
        maxZoom={2}
        nodesDraggable={isMovable}
        panOnDrag={isMovable}
        zoomOnPinch={isMovable}
        preventScrolling={isMovable}
        nodeDragThreshold={3}
        onMoveEnd={(event) => {
          if (event !== null) view.hold();
        }}
        onNodeClick={(_event, { data }) => {
          change({ current: data.box.key, relation: null });
          actions.onSelect(data.box.object);
        }}
        onNodeDoubleClick={(_event, { data }) => actions.onOpen(data.box.object)}
        onNodeMouseEnter={(_event, { data }) => change({ hovered: data.box.key })}
        onNodeMouseLeave={() => change({ hovered: null })}
        onEdgeClick={(_event, { id }) => change({ relation: decodeURIComponent(id) })}
        onEdgeMouseEnter={(_event, { id }) => change({ hovered: decodeURIComponent(id) })}
        onEdgeMouseLeave={() => change({ hovered: null })}
        onPaneClick={() => {
          change({ relation: null, relatingFrom: null, naming: null });
          actions.onSelect(null);
        }}
        onNodeDrag={(_event, { data, position }) => change({ dragged: { key: data.box.key, at: position } })}
        onNodeDragStop={(_event, { data: { box }, position }) => {
          change({ dragged: null });
          const others = [...boxes.values()].filter(({ key }) => key !== box.key);
          actions.onPlace(box.object, freePlace(position, box, others, 8));
        }}
        onConnectEnd={endRelation}
      >
        <Background gap={24} size={1.2} />
        {boxes.size >= leastBoxesForMap && (
          <MiniMap className={styles.map ?? ''} pannable zoomable ariaLabel="Overview" />
        )}
        {picture.naming?.kind === 'table' && (
          <ViewportPortal>
            <NewTable
              at={picture.naming.at}
              onAdd={actions.onAddTable}
              onEnd={(awaited) => change({ naming: null, awaited: awaited ?? picture.current })}
            />
          </ViewportPortal>
        )}
      </ReactFlow>
    </div>
  );
}

interface NewTableProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onAdd: DiagramActions['onAddTable'];
  /** With the key of what was drawn. */
  readonly onEnd: (drawn: string | null) => void;
}

/** The field stands where the table will, and is as large as ever, however far away the picture is. */
function NewTable({ at, onAdd, onEnd }: NewTableProps) {
  return (
    <div className={styles.newTable} style={{ transform: `translate(${at.x}px, ${at.y}px) scale(var(--unzoom))` }}>
      <NameField
        label="Name of the new table"
        action="Draw table"
        onName={(name) => {
          const problem = onAdd(name, at);
          if (problem === null) onEnd(objectKey({ schema: 'public', name }));
          return problem;
        }}
        onCancel={() => onEnd(null)}
      />
    </div>
  );
}

function boxKeyAt(event: MouseEvent | TouchEvent): string | undefined {
  const { clientX, clientY } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: -1, clientY: -1 }) : event;
  const box = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-box]');
  return box?.dataset['box'];
}
