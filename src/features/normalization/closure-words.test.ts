import { describe, expect, it } from 'vitest';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { readClosure, stepWords, verdictWords } from './closure-words.ts';

const orderItems: RelationScheme = {
  attributes: ['order_id', 'product_id', 'product_name', 'user_id', 'quantity'],
  functional: [
    { determinant: ['order_id', 'product_id'], dependents: ['quantity'] },
    { determinant: ['product_id'], dependents: ['product_name'] },
    { determinant: ['order_id'], dependents: ['user_id'] },
  ],
  multivalued: [],
};

function read(scheme: RelationScheme, chosen: readonly string[]) {
  const { closure, verdict, besides } = readClosure(scheme, chosen);
  return { steps: closure.steps.map(stepWords), verdict: verdictWords(chosen, verdict), besides };
}

describe('the words of a closure', () => {
  it('name each step with the dependency it goes by', () => {
    expect(read(orderItems, ['order_id']).steps).toEqual([
      'With `order_id` we know `user_id`: by `order_id → user_id`.',
    ]);
  });

  it('say what no superkey leaves open', () => {
    expect(read(orderItems, ['order_id']).verdict).toBe(
      '`(order_id)` is no superkey: nothing tells `product_id`, `product_name` or `quantity`.',
    );
  });

  it('tell a candidate key from a superkey that holds one', () => {
    expect(read(orderItems, ['product_id', 'order_id']).verdict).toMatch(
      /^`\(product_id, order_id\)` is a candidate key/,
    );
    expect(read(orderItems, ['quantity', 'product_id', 'order_id']).verdict).toContain(
      'no candidate key, because `(order_id, product_id)` alone does, too',
    );
  });

  it('speak of all rows where the determinant is empty', () => {
    const constant = { attributes: ['a', 'b'], functional: [{ determinant: [], dependents: ['b'] }], multivalued: [] };
    expect(read(constant, ['a'])).toEqual({
      steps: ['In all rows `b` is the same: by `∅ → b`.'],
      verdict: '`(a)` is a candidate key: it determines every attribute, and no part of it does.',
      besides: [],
    });
  });

  it('add what multivalued dependencies turn into functional ones', () => {
    // a ↠ b and c → b: within the rows of one a each b stands beside each c, which has one b only.
    const scheme = {
      attributes: ['a', 'b', 'c'],
      functional: [{ determinant: ['c'], dependents: ['b'] }],
      multivalued: [{ determinant: ['a'], dependents: ['b'] }],
    };
    expect(read(scheme, ['a'])).toEqual({
      steps: [],
      verdict: '`(a)` is no superkey: nothing tells `c`.',
      besides: ['b'],
    });
  });
});
