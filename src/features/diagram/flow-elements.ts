import { Position } from '@xyflow/react';
import { actionWords } from '#core/catalog/declaration-words.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { Box } from '#core/diagram/boxes.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import type { Point } from '#core/diagram/geometry.ts';
import { relationshipSentence } from '#core/diagram/relationship-words.ts';
import { routeReading, routeRelationships, type PlacedBox } from '#core/diagram/route-relationship.ts';
import { noBoxMarks, type BoxMarks } from './diagram-marks.ts';
import type { PictureState } from './picture-state.ts';
import type { RelationEdgeData, RelationFlowEdge } from './relation-edge.tsx';
import type { TableFlowNode, TableNodeActions } from './table-node.tsx';
import type { LaidOut } from './use-laid-out.ts';

/** What the picture is made of. */
export interface FlowInput {
  readonly laidOut: LaidOut;
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  /** By box: what it says to a screen reader. */
  readonly words: ReadonlyMap<string, string>;
  readonly drawn: DrawnMarks;
  readonly marks: ReadonlyMap<string, BoxMarks>;
  readonly selected: ObjectName | null;
  readonly picture: PictureState;
}

/** Which boxes may be dragged: under fingers only the selected one, so that two of them can pinch anywhere else. */
export type Movable = 'all' | 'selected' | 'none';

/** Ids that React Flow may put into a selector: a table's name may hold quotes. */
export function nodeId(key: string): string {
  return encodeURIComponent(key);
}

export function keyOfNode(id: string): string {
  return decodeURIComponent(id);
}

export function flowNodes(input: FlowInput, movable: Movable, actions: TableNodeActions): TableFlowNode[] {
  const { laidOut, boxes, words, marks, picture } = input;
  const selectedKey = input.selected === null ? null : objectKey(input.selected);
  const current = currentKey(input);
  const near = nearOf(input);
  return laidOut.diagram.boxes.flatMap((box) => {
    const at = boxes.get(box.key);
    return at === undefined ? [] : [nodeOf(box, at)];
  });

  function nodeOf(box: Box, { x, y }: Point): TableFlowNode {
    return {
      id: nodeId(box.key),
      type: 'table',
      position: { x, y },
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      handles: [{ type: 'source', position: Position.Right, x: box.width, y: 17, width: 1, height: 1 }],
      draggable: movable === 'all' || (movable === 'selected' && box.key === selectedKey),
      zIndex: box.key === selectedKey ? 2 : 1,
      data: {
        box,
        marks: marks.get(box.key) ?? noBoxMarks,
        words: words.get(box.key) ?? '',
        isCurrent: box.key === current,
        isSelected: box.key === selectedKey,
        isFaded: near !== null && !near.has(box.key),
        canRelate: movable !== 'none' && box.kind === 'table',
        isNaming: picture.naming?.kind === 'column' && picture.naming.key === box.key,
        actions,
      },
    };
  }
}

/** The box that Tab comes to: where the keys were, else the selected one, else the first. */
export function currentKey({
  boxes,
  selected,
  picture,
}: Pick<FlowInput, 'boxes' | 'selected' | 'picture'>): string | null {
  const wanted = [picture.current, selected === null ? null : objectKey(selected)];
  return wanted.find((key) => key !== null && boxes.has(key)) ?? boxes.keys().next().value ?? null;
}

/** The box that is looked at and those it is related to; null where none is pointed at. */
function nearOf({ laidOut: { diagram }, boxes, picture: { hovered } }: FlowInput): ReadonlySet<string> | null {
  if (hovered === null || !boxes.has(hovered)) return null;
  const ends = [
    ...diagram.relationships.map(({ child, parent }) => [objectKey(child), objectKey(parent)] as const),
    ...diagram.readings.map(({ view, reads }) => [view, reads] as const),
  ];
  return new Set([
    hovered,
    ...ends.flatMap(([one, other]) => (one === hovered ? [other] : other === hovered ? [one] : [])),
  ]);
}

export function flowEdges(whole: FlowInput): RelationFlowEdge[] {
  const input = withoutGone(whole);
  const {
    laidOut: { diagram },
    boxes,
    drawn,
  } = input;
  const routes = routeRelationships(diagram.relationships, boxes);
  const relations = diagram.relationships.flatMap((relationship): RelationFlowEdge[] => {
    const route = routes.get(relationship.id);
    if (route === undefined) return [];
    const { id, child, parent, foreignKey } = relationship;
    const [from, to] = [objectKey(child), objectKey(parent)];
    return [
      {
        ...edgeOf(id, from, to),
        data: {
          route,
          kind: 'relation',
          label: `${foreignKey.name} ${actionWords(foreignKey)}`.trim(),
          sentence: relationshipSentence(relationship, diagram.relationships),
          state: stateOf(input, id, from, to),
          isDrawn: drawn.relationships.has(id),
        },
      },
    ];
  });
  const readings = diagram.readings.flatMap((reading): RelationFlowEdge[] => {
    const route = routeReading(reading, boxes);
    if (route === null) return [];
    const { id, view, reads } = reading;
    const state = stateOf(input, id, view, reads);
    return [
      {
        ...edgeOf(id, view, reads),
        data: { route, kind: 'reading', label: '', sentence: 'This view reads it', state, isDrawn: false },
      },
    ];
  });
  return [...readings, ...relations];
}

/** What the pointer was at may have been drawn away under it. */
function withoutGone(input: FlowInput): FlowInput {
  const { laidOut, boxes, picture } = input;
  const { hovered } = picture;
  const { relationships, readings } = laidOut.diagram;
  if (hovered === null || boxes.has(hovered) || [...relationships, ...readings].some(({ id }) => id === hovered)) {
    return input;
  }
  return { ...input, picture: { ...picture, hovered: null } };
}

function edgeOf(id: string, from: string, to: string) {
  return { id: encodeURIComponent(id), type: 'relation', source: nodeId(from), target: nodeId(to) } as const;
}

function stateOf({ picture, selected }: FlowInput, id: string, from: string, to: string): RelationEdgeData['state'] {
  const { relation, hovered, current, isInside } = picture;
  if (relation === id) return 'selected';
  if (hovered === id) return 'pointed';
  const looked = hovered ?? (isInside ? current : null) ?? (selected === null ? null : objectKey(selected));
  if (looked === from || looked === to) return 'lit';
  return hovered === null ? 'plain' : 'faded';
}
