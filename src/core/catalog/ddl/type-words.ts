/** PostgreSQL's own short names, which say the same: a type with its precision in the middle is written apart. */
const shorter: readonly (readonly [RegExp, string])[] = [
  [/^character varying(\(\d+\))?/, 'varchar$1'],
  [/^character(\(\d+\))/, 'char$1'],
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
  [/^timestamp(\(\d\))? without time zone/, 'timestamp$1'],
  [/^time(\(\d\))? with time zone/, 'timetz$1'],
  [/^time(\(\d\))? without time zone/, 'time$1'],
];

/** A type that `format_type` printed, as people write it: `timestamptz`, `varchar(40)[]`. */
export function typeWords(type: string): string {
  const found = shorter.find(([long]) => long.test(type));
  return found === undefined ? type : type.replace(...found);
}

/** The type without its modifier: `numeric(10,2)` is a `numeric`. */
export function unmodifiedType(type: string): string {
  return type.replace(/\(\d+(?:,-?\d+)?\)/, '');
}
