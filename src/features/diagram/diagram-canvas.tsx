import { Background, ConnectionMode, MiniMap, ReactFlow, ViewportPortal } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { SchemaMarks } from '#core/catalog/schema-marks.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import type { DiagramActions } from './diagram-actions.ts';
import styles from './diagram-view.module.css';
import { diagramKeyboard } from './diagram-keyboard.ts';
import { diagramPointer } from './diagram-pointer.ts';
import { flowEdges, flowNodes, type Movable } from './flow-elements.ts';
import { NewTableField } from './new-table-field.tsx';
import type { ChangePicture, PictureState } from './picture-state.ts';
import { RelationEdge } from './relation-edge.tsx';
import { TableNode, type TableNodeActions } from './table-node.tsx';
import { useFlowInput } from './use-flow-input.ts';
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
  readonly actions: DiagramActions & {
    readonly onTogglePartitions: (key: string) => void;
    readonly onLeave: () => void;
  };
  readonly stage: {
    readonly change: ChangePicture;
    readonly view: View;
    /** `none` while a finger scrolls the page. */
    readonly movable: Movable;
  };
}

/** The picture itself: boxes and lines that can be moved, related and drawn. */
export function DiagramCanvas(props: DiagramCanvasProps) {
  const { laidOut, marks, selected, picture, actions, stage } = props;
  const { change, view, movable } = stage;
  const isMovable = movable !== 'none';
  const frame = useRef<HTMLDivElement>(null);
  const input = useFlowInput(laidOut, marks, selected, picture);
  const { boxes } = input;
  useRevealed(selected === null ? null : (boxes.get(objectKey(selected)) ?? null), view);

  const go = (key: string) => {
    change({ current: key });
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

  return (
    <div className={styles.canvas} ref={frame}>
      <ReactFlow
        aria-label="Diagram of the tables"
        onKeyDown={(event) =>
          diagramKeyboard(event, { laidOut, boxes, picture, change, actions, view, onGo: go, onLeave: actions.onLeave })
        }
        onFocus={({ target }) => {
          const key = target instanceof HTMLElement ? target.dataset['box'] : undefined;
          change(key === undefined ? { isInside: true } : { isInside: true, current: key });
        }}
        onBlur={() => change({ isInside: false })}
        {...diagramPointer({ input, change, actions, view })}
        nodes={flowNodes(input, movable, nodeActions)}
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
        // It would swallow every space that is typed in an editor beside it.
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        elementsSelectable
        zoomOnDoubleClick={false}
        minZoom={0.05}
        maxZoom={2}
        panOnDrag={isMovable}
        zoomOnPinch={isMovable}
        preventScrolling={isMovable}
        nodeDragThreshold={3}
      >
        <Background gap={24} size={1.2} />
        {boxes.size >= leastBoxesForMap && (
          <MiniMap className={styles.map ?? ''} pannable zoomable ariaLabel="Overview" />
        )}
        {picture.naming?.kind === 'table' && (
          <ViewportPortal>
            <NewTableField
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
