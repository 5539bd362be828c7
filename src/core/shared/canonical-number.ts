/**
 * One spelling for every spelling of a number, exact at any size: `1.50`, `1.5` and `15e-1` all become `15e-1`. Text
 * that is no decimal number (`NaN`, `Infinity`, `$1.00`) stands for itself.
 */
export function canonicalNumber(text: string): string {
  const parts = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?:e(?<exponent>[+-]?\d+))?$/i.exec(text)?.groups;
  if (parts === undefined) return text;
  const { sign, whole = '', fraction = '', exponent = '0' } = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return whole + fraction === '' ? text : '0';
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${sign === '-' ? '-' : ''}${significant}e${power}`;
}
