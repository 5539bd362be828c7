/**
 * `1,234`, `19.4`, `0.042`: as many significant digits as asked for, the whole part never rounded away, thousands
 * grouped. What was not measured (NaN) is `–`.
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size > 0 && (size < 1e-6 || size >= 1e15)) return value.toExponential(digits - 1).replace('-', '−');
  const wholeDigits = size < 1 ? 0 : Math.floor(Math.log10(size)) + 1;
  return value
    .toLocaleString('en-US', { maximumSignificantDigits: Math.max(digits, wholeDigits) })
    .replace('-', '−')
    .replace(/^−0$/, '0');
}

/**
 * A measured number with its unit: `0.042 ms`, `128`. A share (`%`) is a fraction of 1: 0.194 is `19.4 %`. Milliseconds
 * that are too many to be read go over to a larger unit: `12.3 s`, `12.4 min`.
 */
export function formatMeasure(value: number, unit: string, digits = 3): string {
  if (Number.isNaN(value)) return formatNumber(value);
  if (unit === 'ms') return formatTime(value, digits);
  return withUnit(formatNumber(unit === '%' ? value * 100 : value, digits), unit);
}

/** Each unit of time until so many of it, as printed, are better read in the next. */
const timeUnits = [
  { unit: 'ms', ms: 1, until: 10_000 },
  { unit: 's', ms: 1000, until: 600 },
  { unit: 'min', ms: 60_000, until: 600 },
] as const;
const hours = { unit: 'h', ms: 3_600_000 } as const;

function formatTime(valueMs: number, digits: number): string {
  if (!Number.isFinite(valueMs)) return withUnit(formatNumber(valueMs), 'ms');
  const size = Math.abs(valueMs);
  const { unit, ms } = timeUnits.find((each) => asPrinted(size / each.ms, digits) < each.until) ?? hours;
  return withUnit(formatNumber(valueMs / ms, digits), unit);
}

/** 9,999.7 is printed as 10,000. */
function asPrinted(size: number, digits: number): number {
  return size >= 10 ** digits ? Math.round(size) : Number(size.toPrecision(digits));
}

/** Number and unit stay on one line. */
export function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text}\u00A0${unit}`;
}
