import type { ReactFlowProps } from '@xyflow/react';
import { objectKey } from '#core/catalog/object-name.ts';
import { freePlace } from '#core/diagram/free-place.ts';
import type { DiagramActions } from './diagram-actions.ts';
import { keyOfNode, type FlowInput } from './flow-elements.ts';
import type { ChangePicture } from './picture-state.ts';
import type { RelationFlowEdge } from './relation-edge.tsx';
import type { TableFlowNode } from './table-node.tsx';
import type { View } from './use-view.ts';

/** What a table keeps from others when it is put down over one. */
const gapPx = 8;

interface Pointer {
  readonly input: FlowInput;
  readonly change: ChangePicture;
  readonly actions: DiagramActions;
  readonly view: View;
}

/** What a pointer does in the picture. */
export function diagramPointer({ input, change, actions, view }: Pointer) {
  const { laidOut, boxes, picture } = input;
  return {
    onMoveEnd: (event) => {
      if (event !== null) view.hold();
    },
    onNodeClick: (_event, { data: { box } }) => {
      const from = picture.relatingFrom === null ? undefined : boxes.get(picture.relatingFrom);
      // With the focus the keys go on from there.
      change({ relation: null, relatingFrom: null, awaited: box.key });
      if (from !== undefined && box.kind === 'table') return actions.onRelate(from.object, box.object);
      actions.onSelect(box.object);
    },
    onNodeDoubleClick: (_event, { data }) => actions.onOpen(data.box.object),
    onNodeMouseEnter: (_event, { data }) => change({ hovered: data.box.key }),
    onNodeMouseLeave: () => change({ hovered: null }),
    onEdgeClick: (_event, edge) => {
      const id = decodeURIComponent(edge.id);
      const relation = laidOut.diagram.relationships.find((each) => each.id === id);
      if (relation === undefined) return;
      change({ relation: id, awaited: objectKey(relation.child) });
    },
    onEdgeMouseEnter: (_event, { id }) => change({ hovered: decodeURIComponent(id) }),
    onEdgeMouseLeave: () => change({ hovered: null }),
    onPaneClick: () => {
      change({ relation: null, relatingFrom: null, naming: null });
      actions.onSelect(null);
    },
    onNodeDrag: (_event, { data, position }) => change({ dragged: { key: data.box.key, at: position } }),
    onNodeDragStop: (_event, { data: { box }, position }) => {
      change({ dragged: null });
      const others = [...boxes.values()].filter(({ key }) => key !== box.key);
      actions.onPlace(box.object, freePlace(position, box, others, gapPx));
    },
    onConnectEnd: (event, { fromNode }) => {
      const from = fromNode === null ? undefined : boxes.get(keyOfNode(fromNode.id));
      const to = boxes.get(boxKeyAt(event) ?? '');
      if (from !== undefined && to?.kind === 'table') actions.onRelate(from.object, to.object);
    },
    onDoubleClick: (event) => {
      if (!(event.target instanceof Element) || event.target.closest('.react-flow__pane') === null) return;
      change({ naming: { kind: 'table', at: view.toPicture({ x: event.clientX, y: event.clientY }) } });
    },
  } satisfies Partial<ReactFlowProps<TableFlowNode, RelationFlowEdge>>;
}

function boxKeyAt(event: MouseEvent | TouchEvent): string | undefined {
  const { clientX, clientY } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: -1, clientY: -1 }) : event;
  const box = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-box]');
  return box?.dataset['box'];
}
