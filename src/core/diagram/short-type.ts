const shorter: readonly (readonly [RegExp, string])[] = [
  [/^character varying/, 'varchar'],
  [/^character\(/, 'char('],
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
  [/^timestamp(\(\d\))? without time zone/, 'timestamp$1'],
  [/^time(\(\d\))? with time zone/, 'timetz$1'],
  [/^time(\(\d\))? without time zone/, 'time$1'],
  [/^bit varying/, 'varbit'],
];

/** A type as it is mostly written: `timestamptz` for `timestamp with time zone`. */
export function shortType(type: string): string {
  return shorter.reduce((text, [pattern, short]) => text.replace(pattern, short), type);
}
