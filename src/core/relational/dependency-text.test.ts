import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDependencies, writeDependency, type WrittenDependency } from './dependency-text.ts';

const orders = ['order_id', 'product_id', 'price', 'Straße', 'Order Date', 'note"s'];

const read = (text: string, attributes: readonly string[] | null = orders): readonly string[] => {
  const { dependencies, problems } = readDependencies(text, attributes);
  return [
    ...dependencies.map((dependency) => writeDependency(dependency)),
    ...problems.map(({ severity, kind, line, column, message }) => `${severity} ${kind} ${line}:${column} ${message}`),
  ];
};

describe('dependencies in text', () => {
  it.each([
    ['order_id, product_id -> price', ['order_id, product_id -> price']],
    ['ORDER_ID→Price', ['order_id -> price']],
    ['"Straße", price ->> "Order Date"', ['price, "Straße" ->> "Order Date"']],
    ['order_id ↠ price', ['order_id ->> price']],
    ['Straße -> "note""s"', ['"Straße" -> "note""s"']],
    ['{} -> price', ['{} -> price']],
    ['∅ → price', ['{} -> price']],
    ['{order_id, price} -> (product_id)', ['order_id, price -> product_id']],
    ['order_id -> price; price -> order_id', ['order_id -> price', 'price -> order_id']],
    ['order_id -> price\r\n\r\n ;price -> order_id\n', ['order_id -> price', 'price -> order_id']],
    ['', []],
    [' ;\n;', []],
  ])('are read from %o', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['AB -> C', ['"A", "B" -> "C"']],
    ['A, B -> C', ['"A", "B" -> "C"']],
    ['BA->CD', ['"A", "B" -> "C", "D"']],
    ['a -> B', ['error unknown-attribute 1:1 There is no attribute `a`. Did you mean `"A"`?']],
    ['AX -> B', ['error unknown-attribute 1:1 There is no attribute `AX`. Did you mean `"A"`?']],
    ['"AB" -> C', ['error unknown-attribute 1:1 There is no attribute `"AB"`. Did you mean `"A"`?']],
  ])('are read from %o as textbooks write it', (text, expected) => {
    expect(read(text, ['A', 'B', 'C', 'D'])).toEqual(expected);
  });

  it.each([
    [
      'order_id, prize -> product_id',
      '1:11',
      'unknown-attribute',
      'There is no attribute `prize`. Did you mean `price`?',
    ],
    ['order_id ->\nprice -> strasse', '1:10', 'empty-side', 'Nothing stands right of the arrow.'],
    [
      '-> price',
      '1:1',
      'empty-side',
      'Nothing stands left of the arrow. For a value that all rows share write `{}` there.',
    ],
    ['price -> {}', '1:10', 'empty-side', 'Nothing stands right of the arrow.'],
    ['\n  order_id', '2:3', 'no-arrow', 'There is no arrow here. Write what determines on its left: `a, b -> c`.'],
    [
      'order_id -> price -> price',
      '1:19',
      'two-arrows',
      'This is a second arrow. Give each dependency a line of its own.',
    ],
    ['order_id product_id -> price', '1:10', 'comma', 'Put a comma before `product_id`.'],
    ['order_id, -> price', '1:9', 'comma', 'A name is missing beside this comma.'],
    ['order_id,, price -> price', '1:10', 'comma', 'A name is missing beside this comma.'],
    [
      'order_id => price',
      '1:10',
      'unreadable',
      '`=` has no place here. Names stand between commas, an arrow is `->` or `->>`.',
    ],
    [
      'orders.price -> price',
      '1:7',
      'unreadable',
      '`.` has no place here. Names stand between commas, an arrow is `->` or `->>`.',
    ],
    ['"price -> order_id', '1:1', 'unreadable', 'This quote does not enclose a name: `"name"`.'],
  ])('are refused in %o', (text, place, kind, message) => {
    const { dependencies, problems } = readDependencies(text, orders);
    expect(dependencies).toEqual([]);
    expect(problems[0]).toMatchObject({ severity: 'error', kind, message });
    expect(`${problems[0]?.line}:${problems[0]?.column}`).toBe(place);
  });

  it.each([
    ['price -> order_id\nPRICE -> order_id', 'price -> order_id', 'repeated 2:1 This is said above already.'],
    ['price, price -> order_id', 'price -> order_id', 'repeated 1:8 `price` stands here twice.'],
    [
      'price -> price, order_id',
      'price -> order_id',
      'trivial 1:1 `price` stands on both sides. It is left out on the right.',
    ],
  ])('are kept from %o with a warning', (text, kept, warning) => {
    expect(read(text)).toEqual([kept, `warning ${warning}`]);
  });

  it.each([
    ['price -> price', '`price` stands on both sides. This is always true and is left out.'],
    [
      'order_id, price ->> product_id, "Straße", "Order Date", "note""s"',
      'No attribute is left for it to say something of. This is always true and is left out.',
    ],
  ])('that say nothing are left out: %o', (text, message) => {
    expect(read(text)).toEqual([`warning trivial 1:1 ${message}`]);
  });

  it('name anything where no attributes are known', () => {
    expect(read('Zip -> "Two Words"', null)).toEqual(['zip -> "Two Words"']);
  });

  it('are written for reading', () => {
    const dependency: WrittenDependency = { kind: 'functional', determinant: ['a', 'B c'], dependents: ['d'] };
    expect(writeDependency(dependency, 'reading')).toBe('a, "B c" → d');
    expect(writeDependency({ ...dependency, kind: 'multivalued', determinant: [] }, 'reading')).toBe('{} ↠ d');
  });

  it('come back as they were written, in either way of writing', () => {
    const name = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' });
    const dependency = fc.record({
      kind: fc.constantFrom('functional', 'multivalued'),
      names: fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
      split: fc.nat(5),
      style: fc.constantFrom('typing', 'reading'),
    });
    fc.assert(
      fc.property(dependency, ({ kind, names, split, style }) => {
        const at = split % names.length;
        const written: WrittenDependency = { kind, determinant: names.slice(0, at), dependents: names.slice(at) };
        const text = writeDependency(written, style);
        expect(readDependencies(text, [...names, 'one more name'])).toEqual({ dependencies: [written], problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('never fail, and every problem has its place in the text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      ',',
      '->',
      '->>',
      '→',
      '{',
      '}',
      '"',
      ';',
      '\n',
      'B',
      '-',
      '>',
      '∅',
      '.',
      '(',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.option(fc.constant(['a', 'B'])), (pieces, attributes) => {
        const text = pieces.join('');
        for (const { start, end, line, column } of readDependencies(text, attributes).problems) {
          expect(start).toBeLessThan(end);
          const lines = text.slice(0, start).split('\n');
          expect([line, column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
