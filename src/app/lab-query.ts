import { hasTime } from '#content/labs/has-time.ts';
import { writeLabAddress } from '#content/labs/lab-address.ts';
import type { OpenLab } from '#state/labs/open-lab.ts';

/** The part of an address that holds a lab as it stands: parameters, seed, moment and fork. */
export function labQuery({ card, values, seed, moment, fork }: OpenLab): string {
  const pairs = writeLabAddress(card, {
    values,
    seed,
    at: hasTime(card) ? (moment?.index ?? null) : null,
    fork: fork === null ? null : { at: fork.index, values: fork.values },
  });
  return new URLSearchParams(pairs).toString();
}
