import type { Choice } from '#ui/choice-group.tsx';

const offeredS: readonly number[] = [10, 30, 60, 300];

/** The limits to choose from, shortest first, with the one that holds among them, and none at the end. */
export function limitChoices(limitS: number | null): readonly Choice<number | null>[] {
  const limits = new Set(limitS === null ? offeredS : [...offeredS, limitS]);
  return [
    ...[...limits].toSorted((a, b) => a - b).map((value) => ({ value, label: limitWords(value) })),
    { value: null, label: 'No limit' },
  ];
}

function limitWords(limitS: number): string {
  return limitS >= 60 && limitS % 60 === 0 ? `${limitS / 60} min` : `${limitS} s`;
}
