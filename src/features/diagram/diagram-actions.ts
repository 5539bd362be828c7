import type { ObjectName } from '#core/catalog/object-name.ts';
import type { Box } from '#core/diagram/boxes.ts';
import type { Point } from '#core/diagram/geometry.ts';
import type { Relationship } from '#core/diagram/relationships.ts';

/** What can be done in the picture. */
export interface DiagramActions {
  readonly onSelect: (table: ObjectName | null) => void;
  /** Selects it, and goes to the form beside the picture. */
  readonly onOpen: (table: ObjectName) => void;
  readonly onPlace: (object: ObjectName, at: Point) => void;
  readonly onArrange: () => void;
  /** Null when it is drawn; else what is wrong with the name. */
  readonly onAddTable: (name: string, at: Point) => string | null;
  readonly onAddColumn: (table: ObjectName, name: string) => string | null;
  readonly onRelate: (from: ObjectName, to: ObjectName) => void;
  readonly onDropTable: (box: Box) => void;
  readonly onDropRelationship: (relationship: Relationship) => void;
}
