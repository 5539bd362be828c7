import type { Table } from './catalog.ts';

/** What a run did to a thing in the catalog. */
export type Change = 'new' | 'changed';

/** What a run changed in one table, for the view to mark. */
export interface TableMarks {
  readonly change: Change | null;
  /** Rows gained, or lost when negative; 0 also where the counts are estimates. */
  readonly rowsGained: number;
  readonly columns: ReadonlyMap<string, Change>;
  /** Keys, checks and foreign keys, by name. */
  readonly constraints: ReadonlyMap<string, Change>;
  /** Indexes that no constraint made, and triggers, by name. */
  readonly extras: ReadonlyMap<string, Change>;
  /** What is no longer there, as it is to be read: `city text`. */
  readonly droppedColumns: readonly string[];
  /** `check (total >= 0)`, `index orders_status_idx`. */
  readonly droppedParts: readonly string[];
}

export interface SchemaMarks {
  /** By `qualifiedName`. */
  readonly tables: ReadonlyMap<string, TableMarks>;
  /** Views, functions, types and sequences, as in `view open_orders` and `function vat(amount numeric)`. */
  readonly others: ReadonlyMap<string, Change>;
  /** `table product`, `view open_orders`. */
  readonly dropped: readonly string[];
}

export const noTableMarks: TableMarks = {
  change: null,
  rowsGained: 0,
  columns: new Map(),
  constraints: new Map(),
  extras: new Map(),
  droppedColumns: [],
  droppedParts: [],
};

export const noMarks: SchemaMarks = { tables: new Map(), others: new Map(), dropped: [] };

/**
 * What to mark a column with: its own change, or that of a constraint on it alone. In a new table everything is new, and
 * the table says so once.
 */
export function changeOfColumn(
  column: string,
  table: Table,
  { change, columns, constraints }: TableMarks,
): Change | undefined {
  if (change === 'new') return undefined;
  const { primaryKey, uniques, foreignKeys } = table;
  const declared = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...foreignKeys];
  const isConstrained = declared.some(
    ({ name, columns: on }) => on.length === 1 && on[0] === column && constraints.has(name),
  );
  return columns.get(column) ?? (isConstrained ? 'changed' : undefined);
}
