import type { LabField, LabValue } from '#content/labs/lab-card.ts';
import { formatMeasure } from '#ui/format-number.ts';

/** A parameter's value as it is read: "50 ms", "no limit", "first come". */
export function valueText(field: LabField, value: LabValue | undefined): string {
  const shown = value ?? field.initial;
  switch (field.kind) {
    case 'number':
      if (shown === 0 && field.zeroMeans !== undefined) return field.zeroMeans;
      return formatMeasure(Number(shown), field.unit, 6);
    case 'choice':
      return field.options.find((option) => option.value === shown)?.label ?? String(shown);
  }
}
