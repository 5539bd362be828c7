/** One statement of a script that makes or changes a schema. */
export interface DdlStatement {
  /** Without its semicolon. */
  readonly sql: string;
  /** What it is about, in few words: `table orders`, `foreign key of order_items`. */
  readonly about: string;
}

/** The statements as a script that psql would read: a semicolon after each, an empty line between them. */
export function scriptOf(statements: readonly DdlStatement[]): string {
  return statements.map(({ sql }) => `${sql};\n`).join('\n');
}
