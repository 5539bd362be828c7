import { describe, expect, it } from 'vitest';
import { normalFormOf } from '#core/relational/normal-form.ts';
import { readDependencies } from '#core/relational/dependency-text.ts';
import { followsWords, violationWords } from './violation-words.ts';

/** Every violation of a scheme, in words. */
function told(attributes: readonly string[], text: string): readonly string[] {
  const { dependencies } = readDependencies(text, attributes);
  const { violations } = normalFormOf({
    attributes,
    functional: dependencies.filter(({ kind }) => kind === 'functional'),
    multivalued: dependencies.filter(({ kind }) => kind === 'multivalued'),
  });
  return violations.map((violation) => `${violation.breaks}: ${violationWords(violation, attributes)}`);
}

describe('the words of a violation', () => {
  it('say of which key a determinant is a part', () => {
    expect(told(['order_id', 'product_id', 'name', 'n'], 'order_id, product_id -> n\nproduct_id -> name')).toEqual([
      '2NF: `product_id` is only a part of the key `(order_id, product_id)`, so `name` is written again in every row with the same `product_id`.',
    ]);
  });

  it('say by way of what a key decides', () => {
    expect(told(['id', 'zip', 'city', 'state'], 'id -> zip\nzip -> city, state')).toEqual([
      '3NF: `zip` does not decide a whole row, and `city` and `state` are in no key: the key decides `city` and `state` by way of `zip`, so `city` and `state` are written again in every row with the same `zip`.',
    ]);
  });

  it('say what 3NF lets pass', () => {
    expect(told(['street', 'city', 'zip'], 'street, city -> zip\nzip -> city')).toEqual([
      'BCNF: `city` is in a key, which 3NF lets pass. But `zip` does not decide a whole row, so `city` is written again in every row with the same `zip`.',
    ]);
  });

  it('say what multiplies', () => {
    expect(told(['course', 'teacher', 'book'], 'course ->> teacher')).toEqual([
      '4NF: For the same `course`, every `teacher` stands beside every `book`: two facts that have nothing to do with each other multiply each other’s rows.',
    ]);
  });

  it('speak of all rows where the determinant is empty', () => {
    expect(told(['a', 'b'], '{} -> b')).toEqual([
      '2NF: No attribute decides `b`: all rows have the same, and `b` is written again in every row of the table.',
    ]);
  });

  it('say when nobody stated the dependency', () => {
    const violation = { kind: 'bcnf', dependency: { determinant: ['a'], dependents: ['b'] }, key: null } as const;
    expect(followsWords({ ...violation, isStated: true })).toBeNull();
    expect(followsWords({ ...violation, isStated: false })).toContain('`a → b` is not stated as such');
  });
});
