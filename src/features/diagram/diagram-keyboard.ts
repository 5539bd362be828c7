import type { KeyboardEvent } from 'react';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { nearestBox } from '#core/diagram/nearest-box.ts';
import { relationshipSentence } from '#core/diagram/relationship-words.ts';
import type { PlacedBox } from '#core/diagram/route-relationship.ts';
import type { DiagramActions } from './diagram-actions.ts';
import { diagramKeyOf, type DiagramKey } from './diagram-keys.ts';
import type { ChangePicture, PictureState } from './picture-state.ts';
import type { LaidOut } from './use-laid-out.ts';
import type { View } from './use-view.ts';

/** How far a key moves a table, in pixels. */
const stepPx = 24;

interface Keyboard {
  readonly laidOut: LaidOut;
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  readonly picture: PictureState;
  readonly change: ChangePicture;
  readonly actions: DiagramActions;
  readonly view: View;
  /** Gives the focus to a box. */
  readonly onGo: (key: string) => void;
  /** Gives the focus to what stands before the picture. */
  readonly onLeave: () => void;
}

/** What the keys do while a box has the focus. */
export function diagramKeyboard(event: KeyboardEvent<HTMLElement>, keyboard: Keyboard): void {
  const key = diagramKeyOf(event);
  const box = boxOf(event.target, keyboard);
  if (key === null || box === null) return;
  event.preventDefault();
  // Esc does more outside of the picture.
  event.stopPropagation();
  press(key, box, keyboard);
}

function boxOf(target: EventTarget, { boxes }: Keyboard): PlacedBox | null {
  const key = target instanceof HTMLElement ? target.dataset['box'] : undefined;
  return key === undefined ? null : (boxes.get(key) ?? null);
}

function press(pressed: DiagramKey, box: PlacedBox, keyboard: Keyboard): void {
  const { boxes, change, actions, view, onGo } = keyboard;
  switch (pressed.does) {
    case 'go': {
      const next = nearestBox(box, [...boxes.values()], pressed.way);
      if (next === null) return change({ said: `No table further ${pressed.way}.` });
      change({ relation: null });
      return onGo(next.key);
    }
    case 'next':
    case 'previous': {
      const all = [...boxes.values()].toSorted((a, b) => a.title.localeCompare(b.title));
      const place = all.indexOf(box) + (pressed.does === 'next' ? 1 : -1);
      const next = all.at(place % all.length);
      change({ relation: null });
      return next === undefined ? undefined : onGo(next.key);
    }
    case 'move':
      return actions.onPlace(box.object, stepped(box, pressed.way));
    case 'open':
      return open(box, keyboard);
    case 'relate':
      if (box.kind !== 'table') return change({ said: 'A view has no relations of its own.' });
      return change({
        relatingFrom: box.key,
        said: `Relation from ${qualifiedName(box.object)}: go to the other table and press Enter. Escape gives up.`,
      });
    case 'new-table':
      return change({ naming: { kind: 'table', at: view.freeInMiddle([...boxes.values()]) } });
    case 'new-column':
      if (box.kind !== 'table') return change({ said: 'A view takes its columns from its query.' });
      actions.onSelect(box.object);
      return change({ naming: { kind: 'column', key: box.key } });
    case 'next-relation':
      return nextRelation(box, keyboard);
    case 'drop':
      return drop(box, keyboard);
    case 'fit':
      return view.fit();
    case 'zoom-in':
      return view.zoomBy(1.25);
    case 'zoom-out':
      return view.zoomBy(0.8);
    case 'leave':
      return leave(keyboard);
  }
}

function stepped({ x, y }: PlacedBox, way: 'left' | 'right' | 'up' | 'down') {
  const across = way === 'left' ? -stepPx : way === 'right' ? stepPx : 0;
  const down = way === 'up' ? -stepPx : way === 'down' ? stepPx : 0;
  return { x: x + across, y: y + down };
}

function open(box: PlacedBox, { picture, boxes, change, actions }: Keyboard): void {
  const from = picture.relatingFrom === null ? undefined : boxes.get(picture.relatingFrom);
  if (from === undefined) return actions.onOpen(box.object);
  if (box.kind !== 'table') return change({ said: 'A foreign key can not refer to a view.' });
  change({ relatingFrom: null, said: '' });
  actions.onRelate(from.object, box.object);
}

function nextRelation(box: PlacedBox, { laidOut: { diagram }, picture, change }: Keyboard): void {
  const near = diagram.relationships.filter((each) => {
    return objectKey(each.child) === box.key || objectKey(each.parent) === box.key;
  });
  const next = near[(near.findIndex(({ id }) => id === picture.relation) + 1) % near.length];
  if (next === undefined) return change({ said: `${qualifiedName(box.object)} is related to no other table.` });
  change({
    relation: next.id,
    said: `${next.foreignKey.name}. ${relationshipSentence(next, diagram.relationships)} Delete draws it away.`,
  });
}

function drop(box: PlacedBox, { laidOut: { diagram }, boxes, picture, change, actions, onLeave }: Keyboard): void {
  const relation = diagram.relationships.find(({ id }) => id === picture.relation);
  if (relation !== undefined) {
    change({ relation: null, said: `${relation.foreignKey.name} is drawn away.` });
    return actions.onDropRelationship(relation);
  }
  if (box.kind !== 'table') return change({ said: 'A view is dropped by SQL: drop view.' });
  const others = [...boxes.values()].filter(({ key }) => key !== box.key);
  const next = nearestBox(box, others, 'left') ?? others[0];
  change({ awaited: next?.key ?? null, said: `${qualifiedName(box.object)} is drawn away.` });
  if (next === undefined) onLeave();
  actions.onDropTable(box);
}

/** One thing at a time: the relation begun, the relation selected, then the picture. */
function leave({ picture, change, onLeave }: Keyboard): void {
  if (picture.relatingFrom !== null) return change({ relatingFrom: null, said: 'No relation drawn.' });
  if (picture.relation !== null) return change({ relation: null, said: '' });
  onLeave();
}
