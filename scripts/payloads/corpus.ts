import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';

/** A known way to smuggle something into a page. */
export interface Payload {
  readonly family: string;
  readonly text: string;
  /** As a paragraph of a lesson it is an error; the others are harmless there. */
  readonly isRefused: boolean;
}

const file = fileURLToPath(new URL('../../e2e/fixtures/payloads.yaml', import.meta.url));

const texts = v.optional(v.array(v.string()), []);
const families = v.record(v.string(), v.strictObject({ refused: texts, shown: texts }));

export function readPayloads(): readonly Payload[] {
  return Object.entries(v.parse(families, parse(readFileSync(file, 'utf8')))).flatMap(
    ([family, { refused, shown }]) => [
      ...refused.map((text) => ({ family, text, isRefused: true })),
      ...shown.map((text) => ({ family, text, isRefused: false })),
    ],
  );
}

/** The payloads by family, in the order of the file. */
export function payloadFamilies(): ReadonlyMap<string, readonly Payload[]> {
  const payloads = readPayloads();
  const names = [...new Set(payloads.map(({ family }) => family))];
  return new Map(names.map((name) => [name, payloads.filter(({ family }) => family === name)]));
}
