import type { LabField, LabValue } from './lab-card.ts';

/** A parameter as it is read: "50 ms", "no limit", "first", in one line. */
export function parameterText(field: LabField, value: LabValue | undefined): string {
  const shown = value ?? field.initial;
  switch (field.kind) {
    case 'number': {
      if (shown === 0 && field.zeroMeans !== undefined) return field.zeroMeans;
      const number = Number(shown).toLocaleString('en-US', { maximumSignificantDigits: 12 });
      // The space keeps number and unit on one line.
      return field.unit === '' ? number : `${number}\u00A0${field.unit}`;
    }
    case 'choice':
      return field.options.find((option) => option.value === shown)?.label ?? String(shown);
    case 'text':
      return field.show(String(shown));
  }
}
