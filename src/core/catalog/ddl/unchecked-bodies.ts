import type { DdlStatement } from './ddl-statement.ts';
import { comesEarly, type SchemaObject } from './objects-of.ts';

export interface MadeObject {
  readonly object: SchemaObject;
  readonly statements: readonly DdlStatement[];
}

/**
 * The statements one after the other. PostgreSQL looks into the bodies of functions for what they name; where that can
 * not be there yet (a table whose default calls a function that reads the table), it is told not to, as pg_dump does.
 */
export function withUncheckedBodies(made: readonly MadeObject[]): readonly DdlStatement[] {
  const objects = made.map(({ object }) => object);
  return made.flatMap(({ object, statements }, place) => {
    const isEarly =
      object.kind === 'function' && statements.length > 0 && comesEarly(object.object, objects.slice(place + 1));
    if (!isEarly) return statements;
    const about = 'bodies of functions';
    return [
      { sql: 'set check_function_bodies = off', about },
      ...statements,
      { sql: 'reset check_function_bodies', about },
    ];
  });
}
