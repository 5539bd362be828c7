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

/** A measured number with its unit: `0.042 ms`, `128`. A share (`%`) is a fraction of 1: 0.194 is `19.4 %`. */
export function formatMeasure(value: number, unit: string, digits = 3): string {
  if (Number.isNaN(value)) return formatNumber(value);
  return withUnit(formatNumber(unit === '%' ? value * 100 : value, digits), unit);
}

/** Number and unit stay on one line. */
export function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text}\u00A0${unit}`;
}
