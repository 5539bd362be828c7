import type { Column, Sequence, Table } from '#core/catalog/catalog.ts';
import { sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';

const most: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

const least: Readonly<Record<string, string>> = {
  smallint: '-32768',
  integer: '-2147483648',
  bigint: '-9223372036854775808',
};

export function mostOf(type: string): string | undefined {
  return most[type];
}

/** The options that are not as PostgreSQL would have them anyway. `type` is what it takes if none is named. */
export function sequenceOptions(sequence: Sequence, type: string): readonly string[] {
  const isDown = sequence.increment.startsWith('-');
  const lowest = isDown ? (least[sequence.type] ?? '') : '1';
  const highest = isDown ? '-1' : (most[sequence.type] ?? '');
  return [
    ...(sequence.type === type ? [] : [`as ${sequence.type}`]),
    ...(sequence.start === (isDown ? sequence.most : sequence.least) ? [] : [`start with ${sequence.start}`]),
    ...(sequence.increment === '1' ? [] : [`increment by ${sequence.increment}`]),
    ...(sequence.least === lowest ? [] : [`minvalue ${sequence.least}`]),
    ...(sequence.most === highest ? [] : [`maxvalue ${sequence.most}`]),
    ...(sequence.cycles ? ['cycle'] : []),
  ];
}

/** All options by name, as ALTER needs them: what is left out there stays as it was. */
export function allSequenceOptions(sequence: Sequence): readonly string[] {
  return [
    `start with ${sequence.start}`,
    `increment by ${sequence.increment}`,
    `minvalue ${sequence.least}`,
    `maxvalue ${sequence.most}`,
    sequence.cycles ? 'cycle' : 'no cycle',
  ];
}

export function createSequence(sequence: Sequence): string {
  return [`create sequence ${sqlName(sequence)}`, ...sequenceOptions(sequence, 'bigint')].join(' ');
}

/** Whether the sequence belongs to this column. A name may hold dots: then two columns might answer. */
export function isSequenceOf(sequence: Sequence, table: ObjectName, column: string): boolean {
  return sequence.ownedBy === `${table.schema}.${table.name}.${column}`;
}

export function identitySequence(
  sequences: readonly Sequence[],
  table: ObjectName,
  column: string,
): Sequence | undefined {
  return sequences.find((sequence) => sequence.isIdentity && isSequenceOf(sequence, table, column));
}

/** `generated always as identity`, with the options of its sequence; `givenName` is what it is called without asking. */
export function identitySql(column: Column, sequence: Sequence | undefined, givenName: string): string {
  const words = `generated ${column.identity ?? 'always'} as identity`;
  if (sequence === undefined) return words;
  const name = sequence.name === givenName ? [] : [`sequence name ${sqlName(sequence)}`];
  const options = [...name, ...sequenceOptions(sequence, column.type)];
  return options.length === 0 ? words : `${words} (${options.join(' ')})`;
}

/** The column that owns the sequence, as SQL names it, or null. */
export function ownerOf(sequence: Sequence, tables: readonly Table[]): string | null {
  for (const table of tables) {
    const column = table.columns.find(({ name }) => isSequenceOf(sequence, table, name));
    if (column !== undefined) return `${sqlName(table)}.${quoteName(column.name)}`;
  }
  return null;
}
