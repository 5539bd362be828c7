import { describe, expect, it } from 'vitest';
import { draftProblem, isSameDependency, type DependencyDraft } from './dependency-problem.ts';

const scheme = { attributes: ['a', 'b', 'c'] };

function draft(determinant: string, dependents: string, kind: DependencyDraft['kind'] = 'functional'): DependencyDraft {
  return { determinant: determinant.split(''), dependents: dependents.split(''), kind };
}

describe('a dependency put together in the form', () => {
  it('is fine when it says something new', () => {
    expect(draftProblem(draft('a', 'b'), scheme, [draft('b', 'a'), draft('a', 'b', 'multivalued')])).toBeNull();
  });

  it.each([
    ['no determinant', draft('', 'b'), 'determinant', /what determines/],
    ['no dependents', draft('a', ''), 'dependents', /what is determined/],
    ['both sides the same', draft('ab', 'b'), 'dependents', /both sides/],
    [
      'a multivalued one with nothing beside it',
      draft('a', 'bc', 'multivalued'),
      'dependents',
      /Nothing is left beside/,
    ],
  ])('is refused with %s', (_, one, place, message) => {
    expect(draftProblem(one, scheme, [])).toEqual({ place, message: expect.stringMatching(message) });
  });

  it('is refused when it is there already, with what guards it', () => {
    expect(draftProblem(draft('ba', 'c'), scheme, [draft('ab', 'c')])?.message).toBe('b, a → c is stated already.');
    expect(draftProblem(draft('a', 'cb'), scheme, [{ ...draft('a', 'bc'), by: 't_pkey' }])?.message).toBe(
      'a → c, b is guarded by t_pkey already.',
    );
  });

  it('is the same in any order, and with what stands on both sides', () => {
    expect(isSameDependency(draft('ab', 'c'), draft('ba', 'cb'))).toBe(true);
    expect(isSameDependency(draft('ab', 'c'), draft('a', 'c'))).toBe(false);
  });
});
