import type { Catalog, Routine, Sequence, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { isSequenceOf } from './sequence-sql.ts';
import { nameMeanwhile, typesToReplace } from './alter-types.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { objectsInOrder } from './objects-of.ts';

/** What nothing uses any more at the end: functions, then types and sequences. Those that use others go first. */
export function dropLeftovers(live: Catalog, renamed: Catalog, wanted: Catalog): readonly DdlStatement[] {
  const routines = new Set(wanted.functions.map(signature));
  const types = new Set(wanted.types.map(objectKey));
  const sequences = new Set(wanted.sequences.map(objectKey));
  const order = objectsInOrder(live).toReversed();
  return [
    ...order.flatMap(({ kind, object }) =>
      kind === 'function' && !routines.has(signature(object)) ? [dropRoutine(object)] : [],
    ),
    ...order.flatMap(({ kind, object }) =>
      kind === 'type' && !types.has(objectKey(object)) ? [dropType(object)] : [],
    ),
    ...typesToReplace(live, wanted).map((type) => dropType(nameMeanwhile(type))),
    ...renamed.sequences
      .filter(
        (sequence) => !sequence.isIdentity && !sequences.has(objectKey(sequence)) && isLeft(sequence, wanted.tables),
      )
      .map((sequence) => ({ sql: `drop sequence ${sqlName(sequence)}`, about: `sequence ${qualifiedName(sequence)}` })),
  ];
}

/** A sequence goes with the column that owns it. */
function isLeft(sequence: Sequence, tables: readonly Table[]): boolean {
  if (sequence.ownedBy === null) return true;
  return tables.some((table) => table.columns.some(({ name }) => isSequenceOf(sequence, table, name)));
}

function dropType(type: ObjectName): DdlStatement {
  return { sql: `drop type ${sqlName(type)}`, about: `type ${qualifiedName(type)}` };
}

function dropRoutine(routine: Routine): DdlStatement {
  const kind = routine.kind === 'window' ? 'function' : routine.kind;
  return {
    sql: `drop ${kind} ${sqlName(routine)}(${argumentTypes(routine)})`,
    about: `${kind} ${qualifiedName(routine)}`,
  };
}

/** DROP takes the arguments as they were declared, but for their defaults. */
function argumentTypes(routine: Routine): string {
  return routine.arguments.replace(/ DEFAULT .*?(?=, [^']*$|$)/g, '');
}

export function signature(routine: Routine): string {
  return JSON.stringify([routine.schema, routine.name, routine.arguments]);
}
