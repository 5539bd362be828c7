import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeRows } from './coded-table.ts';
import { DependencySearch } from './dependency-search.ts';
import { usualLimits, type DiscoveryQuestion, type DiscoveryReport, type FoundDependency } from './discovery.ts';

type Rows = readonly (readonly (string | number | null)[])[];

function search(
  columnCount: number,
  rows: Rows,
  options: Partial<Omit<DiscoveryQuestion, 'table'>> = {},
): DiscoveryReport {
  const found = new DependencySearch({
    table: codeRows(columnCount, rows),
    nulls: 'equal',
    threshold: 0,
    limits: usualLimits,
    ...options,
  });
  while (!found.advance(1_000_000));
  return found.report;
}

/** Each as `0 1 -> 2`, sorted. */
function linesOf(dependencies: readonly FoundDependency[]): readonly string[] {
  return dependencies.map(({ determinant, dependent }) => `${determinant.join(' ')} -> ${dependent}`).toSorted();
}

function rowsOf(...lines: readonly string[]): Rows {
  return lines.map((line) => line.split(' '));
}

// Fixtures of HyFD's tests (Papenbrock & Naumann 2016; Metanome algorithms, Apache-2.0).
const published: readonly (readonly [string, Rows, readonly string[]])[] = [
  [
    'fixture 1, with two equal rows',
    rowsOf('1 1 0 0', '1 2 1 4', '3 1 3 0', '2 2 5 4', '1 1 0 0'),
    ['0 1 -> 2', '0 3 -> 2', '1 -> 3', '2 -> 0', '2 -> 1', '2 -> 3', '3 -> 1'],
  ],
  ['fixture 2', rowsOf('1 2 4', '1 3 5', '2 2 5', '3 1 6', '3 2 6'), ['0 1 -> 2', '1 2 -> 0']],
  ['fixture 11, with constants', rowsOf('1 2 1 2', '1 2 2 2', '1 2 3 3'), [' -> 0', ' -> 1', '2 -> 3']],
  [
    'fixture 10, the timetable',
    rowsOf(
      'NF AL Tuesday 09:00 11:00 A2 150 1',
      'DM NW Friday 09:00 11:00 A2 150 2',
      'ML OS Monday 09:00 12:00 I10 30 3',
      'NN PL Monday 14:00 17:00 I10 30 4',
      'AH DB Monday 09:00 12:00 I11 30 3',
      'RC SI Tuesday 09:00 12:00 I10 30 5',
      'KL OR Tuesday 09:00 12:00 I12 30 5',
    ),
    [
      ...[1, 2, 3, 4, 5, 6, 7].map((dependent) => `0 -> ${dependent}`),
      ...[0, 2, 3, 4, 5, 6, 7].map((dependent) => `1 -> ${dependent}`),
      '2 3 5 -> 0',
      '2 3 5 -> 1',
      '2 3 5 -> 7',
      '2 3 6 -> 7',
      '2 4 5 -> 0',
      '2 4 5 -> 1',
      '2 4 -> 7',
      '3 5 -> 4',
      '3 6 -> 4',
      '4 -> 3',
      '4 -> 6',
      '5 7 -> 0',
      '5 7 -> 1',
      '5 -> 6',
      '7 -> 2',
      '7 -> 3',
      '7 -> 4',
      '7 -> 6',
    ],
  ],
];

describe('what holds in the rows of a table', () => {
  it.each(published)('is found as published: %s', (_, rows, expected) => {
    expect(linesOf(search(rows[0]?.length ?? 0, rows).exact)).toEqual(expected.toSorted());
  });

  it('is everything where there are no rows, or one', () => {
    for (const rows of [[], [['a', null, 'b']]]) {
      const { exact, uniques, end } = search(3, rows);
      expect(linesOf(exact)).toEqual([' -> 0', ' -> 1', ' -> 2']);
      expect(uniques).toEqual([[]]);
      expect(end).toEqual({ kind: 'complete', size: 3 });
    }
  });

  it('is nothing, or that it is constant or unique, of one column', () => {
    expect(search(1, [['a'], ['b'], ['a']])).toMatchObject({ exact: [], uniques: [] });
    expect(search(1, [['a'], ['b']])).toMatchObject({ exact: [], uniques: [[0]] });
    expect(linesOf(search(1, [['a'], ['a']]).exact)).toEqual([' -> 0']);
    expect(search(0, [[], []])).toMatchObject({ exact: [], uniques: [] });
  });

  it('takes a column of NULLs for constant, or for unique where no NULL equals another', () => {
    const rows = [
      [null, 'a'],
      [null, 'a'],
      [null, 'b'],
    ];
    expect(linesOf(search(2, rows).exact)).toEqual([' -> 0']);
    const different = search(2, rows, { nulls: 'different' });
    expect(linesOf(different.exact)).toEqual(['0 -> 1']);
    expect(different.uniques).toEqual([[0]]);
  });

  it('is told as far as determinants of the size that was allowed go', () => {
    const rows = Array.from({ length: 16 }, (_, row) => [row & 1, row & 2, row & 4, row & 8, row]);
    const whole = search(5, rows);
    expect(linesOf(whole.exact)).toEqual(['0 1 2 3 -> 4', '4 -> 0', '4 -> 1', '4 -> 2', '4 -> 3']);
    const limited = search(5, rows, { limits: { ...usualLimits, determinantSize: 2 } });
    expect(limited.end).toEqual({ kind: 'determinant-size', size: 2 });
    expect(linesOf(limited.exact)).toEqual(['4 -> 0', '4 -> 1', '4 -> 2', '4 -> 3']);
    expect(search(5, rows, { limits: { ...usualLimits, sets: 5 } }).end).toEqual({ kind: 'sets', size: 1 });
    expect(search(5, rows, { limits: { ...usualLimits, found: 2 } }).end?.kind).toBe('found');
  });

  it('is kept as far as it was found when the search is stopped', () => {
    const rows = Array.from({ length: 64 }, (_, row) => [
      ...Array.from({ length: 9 }, (__, place) => (row >> place) & 1),
      row,
    ]);
    const stopped = new DependencySearch({
      table: codeRows(10, rows),
      nulls: 'equal',
      threshold: 0,
      limits: usualLimits,
    });
    while (stopped.report.exact.length < 8) stopped.advance(100);
    const found = linesOf(stopped.report.exact);
    stopped.stop();
    expect(stopped.advance(1_000_000)).toBe(true);
    expect(linesOf(stopped.report.exact)).toEqual(found);
    expect(stopped.report.end).toMatchObject({ kind: 'stopped' });
    const all = linesOf(search(10, rows).exact);
    expect(all.length).toBeGreaterThan(found.length);
    expect(all).toEqual(expect.arrayContaining([...found]));
  });

  it('does not end with the thirty-second column', () => {
    const rows = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 70 }, (__, column) =>
        column === 66 ? row % 5 : column === 69 ? row : column === 33 ? (row % 5) * 2 : 0,
      ),
    );
    const { exact, uniques } = search(70, rows);
    expect(uniques).toEqual([[69]]);
    expect(linesOf(exact.filter(({ determinant }) => determinant.length > 0))).toEqual([
      '33 -> 66',
      '66 -> 33',
      '69 -> 33',
      '69 -> 66',
    ]);
    expect(exact).toHaveLength(67 + 4);
  });
});

/** Straight from the definitions: by all sets of columns, by all pairs of rows. */
function byDefinition(
  columnCount: number,
  rows: Rows,
  { nulls, threshold }: Pick<DiscoveryQuestion, 'nulls' | 'threshold'>,
) {
  const isSame = (one: number, other: number, column: number): boolean => {
    const [left, right] = [rows[one]?.[column] ?? null, rows[other]?.[column] ?? null];
    return one === other || (left === right && (left !== null || nulls === 'equal'));
  };
  const sets = Array.from({ length: 1 << columnCount }, (_, bits) =>
    Array.from({ length: columnCount }, (__, column) => column).filter((column) => ((bits >> column) & 1) === 1),
  );
  const agree = (one: number, other: number, set: readonly number[]) =>
    set.every((column) => isSame(one, other, column));
  const places = rows.map((_, place) => place);
  /** The smallest number of rows whose removal leaves none that contradict: within each class all but the commonest. */
  const removed = (set: readonly number[], dependent: number): number =>
    rows.length -
    places
      .filter((row) => !places.some((other) => other < row && agree(row, other, set)))
      .map((row) => places.filter((other) => agree(row, other, set)))
      .reduce((sum, group) => {
        const sizes = group.map((row) => group.filter((other) => isSame(row, other, dependent)).length);
        return sum + Math.max(...sizes);
      }, 0);
  const isWithin = (small: readonly number[], large: readonly number[]) =>
    small.length < large.length && small.every((column) => large.includes(column));
  const pairs = sets.flatMap((determinant) =>
    Array.from({ length: columnCount }, (_, dependent) => dependent)
      .filter((dependent) => !determinant.includes(dependent))
      .map((dependent) => ({ determinant, dependent, brokenBy: removed(determinant, dependent) })),
  );
  const minimalOf = (holding: readonly FoundDependency[]) =>
    holding.filter(
      ({ determinant, dependent }) =>
        !holding.some((other) => other.dependent === dependent && isWithin(other.determinant, determinant)),
    );
  const unique = sets.filter((set) =>
    places.every((row) => places.every((other) => row === other || !agree(row, other, set))),
  );
  return {
    exact: minimalOf(pairs.filter(({ brokenBy }) => brokenBy === 0)),
    nearly: minimalOf(pairs.filter(({ brokenBy }) => brokenBy === 0 || brokenBy / rows.length <= threshold)).filter(
      ({ brokenBy }) => brokenBy > 0,
    ),
    uniques: unique.filter((set) => !unique.some((other) => isWithin(other, set))),
  };
}

const tables = fc.integer({ min: 1, max: 5 }).chain((columnCount) =>
  fc.tuple(
    fc.constant(columnCount),
    fc.integer({ min: 1, max: 4 }).chain((values) =>
      fc.array(
        fc.array(fc.option(fc.integer({ min: 0, max: values }), { freq: 6 }), {
          minLength: columnCount,
          maxLength: columnCount,
        }),
        { maxLength: 14 },
      ),
    ),
  ),
);

const options = fc.record({
  nulls: fc.constantFrom<('equal' | 'different')[]>('equal', 'different'),
  threshold: fc.constantFrom(0, 0.05, 0.1, 0.25, 0.5),
});

describe('a search', () => {
  it('finds what the definitions say, and nothing else', () => {
    const key = (value: unknown): string => JSON.stringify(value);
    fc.assert(
      fc.property(tables, options, ([columnCount, rows], asked) => {
        const { exact, nearly, uniques } = search(columnCount, rows, asked);
        const expected = byDefinition(columnCount, rows, asked);
        expect(exact.map(key).toSorted()).toEqual(expected.exact.map(key).toSorted());
        expect(nearly.map(key).toSorted()).toEqual(expected.nearly.map(key).toSorted());
        expect(uniques.map(key).toSorted()).toEqual(expected.uniques.map(key).toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same in small steps', () => {
    fc.assert(
      fc.property(tables, options, fc.integer({ min: 1, max: 60 }), ([columnCount, rows], asked, step) => {
        const slow = new DependencySearch({ table: codeRows(columnCount, rows), limits: usualLimits, ...asked });
        while (!slow.advance(step));
        expect(slow.report).toEqual(search(columnCount, rows, asked));
      }),
      { numRuns: 100 },
    );
  });
});
