import type { NormalizationSlice } from './normalization-slice.ts';

/** What of the normalization lab belongs to one lesson and ends with it. */
export const freshNormalization = {
  normalizationView: 'dependencies',
  normalizationTable: null,
  statedDependencies: {},
} satisfies Partial<NormalizationSlice>;
