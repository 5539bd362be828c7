/** A column as numbers: equal values have equal codes, from 0 on without gaps. Which value a code stands for is not kept. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly distinct: number;
  /** The code of NULL; null where the column has none. */
  readonly nullCode: number | null;
}

/** A table's rows as far as dependencies ask for them: which values are the same. */
export interface CodedTable {
  readonly rowCount: number;
  readonly columns: readonly CodedColumn[];
}

/** Of values as they are printed; null is NULL. */
export function codeRows(columnCount: number, rows: readonly (readonly (string | number | null)[])[]): CodedTable {
  const columns = Array.from({ length: columnCount }, (_, column) =>
    codeValues(rows.map((row) => row[column] ?? null)),
  );
  return { rowCount: rows.length, columns };
}

function codeValues(values: readonly (string | number | null)[]): CodedColumn {
  const codeOf = new Map<string | number | null, number>();
  const codes = Int32Array.from(values, (value) => {
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  return { codes, distinct: codeOf.size, nullCode: codeOf.get(null) ?? null };
}

/** The same table where no NULL equals another one: each has a code of its own. */
export function withDistinctNulls({ rowCount, columns }: CodedTable): CodedTable {
  return { rowCount, columns: columns.map(withOwnNulls) };
}

function withOwnNulls(column: CodedColumn): CodedColumn {
  const { codes, distinct, nullCode } = column;
  if (nullCode === null) return column;
  let next = distinct;
  let isFirst = true;
  const own = codes.map((code) => {
    if (code !== nullCode) return code;
    if (isFirst) {
      isFirst = false;
      return code;
    }
    next += 1;
    return next - 1;
  });
  return { codes: own, distinct: next, nullCode: null };
}
