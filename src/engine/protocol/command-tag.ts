/** A command tag taken apart: `INSERT 0 5` is INSERT with 5 rows, `CREATE TABLE` has no count. */
export interface Command {
  readonly name: string;
  readonly rows: number | null;
}

export function parseCommandTag(tag: string): Command {
  const [, name = tag, , rows] = /^(.*?)((?: \d+)*? (\d+))?$/.exec(tag) ?? [];
  return { name, rows: rows === undefined ? null : Number(rows) };
}

const countsAffectedRows = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']);

/** The rows a command wrote. CREATE TABLE AS answers `SELECT n` but returns nothing: those rows were written too. */
export function affectedRows(command: Command, returnsRows: boolean): number | null {
  const wrote = countsAffectedRows.has(command.name) || (command.name === 'SELECT' && !returnsRows);
  return wrote ? command.rows : null;
}
