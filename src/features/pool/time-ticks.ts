import { scaleLinear } from '@visx/scale';

export interface TimeTick {
  readonly atMs: number;
  /** In seconds, with as many digits as tell one tick from the next. */
  readonly text: string;
}

/** As many ticks on a stretch of time as have room for their texts, at round times. */
export function timeTicks(fromMs: number, toMs: number, width: number): readonly TimeTick[] {
  const scale = scaleLinear({ domain: [fromMs, toMs] });
  for (let wanted = Math.max(1, Math.floor(width / 80)); ; wanted--) {
    const times = scale.ticks(wanted);
    // A tick alone is told from its neighbours that there is no room for.
    const [first = fromMs, second = first + (toMs - fromMs) / 10] = times;
    const digits = digitsOf((second - first) / 1000);
    const ticks = times.map((atMs) => ({ atMs, text: inSeconds(atMs, digits) }));
    const widest = Math.max(0, ...ticks.map(({ text }) => text.length * digitWidth));
    // At the end a text may stand half its width to the left.
    if (wanted <= 1 || ticks.length < 2 || ((second - first) / (toMs - fromMs)) * width >= 1.5 * widest + gap)
      return ticks;
  }
}

/** Of a small text, in pixels. */
export const digitWidth = 7;
const gap = 10;

/** The decimals of a step that is 1, 2 or 5 times a power of ten; a step computed is a hair off. */
function digitsOf(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step) - 1e-6));
}

function inSeconds(timeMs: number, digits: number): string {
  return (timeMs / 1000).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
