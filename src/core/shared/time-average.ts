/**
 * The average over time of a number that changes in steps (connections in use, the length of a line), where it counts how
 * long each value stood. Times are whole nanoseconds; the integral is exact for whole values while it is below 2^53.
 * Plain data.
 */
export interface TimeAverage {
  readonly startNs: number;
  value: number;
  /** When the value was last set. */
  sinceNs: number;
  /** Value × nanoseconds, from the start to `sinceNs`. */
  integral: number;
  maximum: number;
}

export function startAverage(startNs: number, value: number): TimeAverage {
  return { startNs, value, sinceNs: startNs, integral: 0, maximum: value };
}

/** The value is another one from a time on, which must not be before the last one. */
export function changeValue(average: TimeAverage, atNs: number, value: number): void {
  average.integral = integralUntil(average, atNs);
  average.sinceNs = atNs;
  average.value = value;
  // A value that is replaced at the same time counts here too: it was reached.
  if (value > average.maximum) average.maximum = value;
}

/** Value × nanoseconds from the start up to a time at or after the last change. */
export function integralUntil({ value, sinceNs, integral }: TimeAverage, atNs: number): number {
  if (atNs < sinceNs) throw new RangeError(`${atNs} ns is before the last change, at ${sinceNs} ns`);
  return integral + value * (atNs - sinceNs);
}

/** The average from the start up to a time at or after the last change; the value itself while no time has passed. */
export function averageUntil(average: TimeAverage, atNs: number): number {
  return atNs === average.startNs ? average.value : integralUntil(average, atNs) / (atNs - average.startNs);
}
