import { useMemo } from 'react';
import type { ObjectName } from '#core/catalog/object-name.ts';
import type { SchemaMarks } from '#core/catalog/schema-marks.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import { placedBoxes } from '#core/diagram/svg.ts';
import { boxWords } from './box-words.ts';
import { boxMarksOf } from './diagram-marks.ts';
import type { FlowInput } from './flow-elements.ts';
import type { PictureState } from './picture-state.ts';
import type { LaidOut } from './use-laid-out.ts';

/** Computed again only where it changed: of a box that is dragged, its place. */
export function useFlowInput(
  laidOut: LaidOut,
  marks: { readonly drawn: DrawnMarks; readonly run: SchemaMarks },
  selected: ObjectName | null,
  picture: PictureState,
): FlowInput {
  const { diagram } = laidOut;
  const { dragged } = picture;
  const boxes = useMemo(() => {
    const places = dragged === null ? laidOut.places : { ...laidOut.places, [dragged.key]: dragged.at };
    return placedBoxes(laidOut.diagram, places);
  }, [laidOut, dragged]);
  const words = useMemo(() => new Map(diagram.boxes.map((box) => [box.key, boxWords(box, diagram)])), [diagram]);
  const boxMarks = useMemo(
    () => new Map(diagram.boxes.map(({ key, object }) => [key, boxMarksOf(object, marks.drawn, marks.run)])),
    [diagram, marks],
  );
  return { laidOut, boxes, words, drawn: marks.drawn, marks: boxMarks, selected, picture };
}
