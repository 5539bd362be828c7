import type { Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { CellText, ResultColumn } from '#core/engine/outcome.ts';

/** Names one row by its primary key; by all it holds where there is none. */
export function conditionOfRow(table: Table, columns: readonly ResultColumn[], row: readonly CellText[]): string {
  const names = table.primaryKey?.columns ?? columns.map(({ name }) => name);
  return names
    .map((name) => {
      const place = columns.findIndex((column) => column.name === name);
      const value = row[place] ?? null;
      if (value === null) return `${quoteName(name)} is null`;
      const isNumber = columns[place]?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value);
      return `${quoteName(name)} = ${isNumber ? value : quoteValue(value)}`;
    })
    .join(' and ');
}

function quoteValue(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}
