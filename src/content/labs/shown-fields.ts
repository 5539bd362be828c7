import type { LabCard, LabField } from './lab-card.ts';

/** The fields that stand in forms, tables and addresses. */
export function shownFields({ fields }: Pick<LabCard, 'fields'>): readonly LabField[] {
  return fields.filter((field) => field.kind !== 'text' || field.isUnshown !== true);
}
