import * as v from 'valibot';
import { parseComparison, type Comparison } from './comparison.ts';
import { mustBe } from './yaml-schema.ts';

/** A comparison as an author writes it in YAML. */
export const comparison: v.GenericSchema<unknown, Comparison> = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const parsed = parseComparison(typeof value === 'string' ? value : '');
    if (parsed.ok) return parsed.value;
    addIssue({ message: mustBe(parsed.error)({ input: value }) });
    return NEVER;
  }),
);
