import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProof } from './check-proof.ts';
import {
  dependencyProof,
  twoRowCounterexample,
  type DependencyProof,
  type ProofLine,
  type ProofMode,
  type ProofRule,
} from './dependency-proof.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { arbitraryScheme, BruteForce, within } from './test-brute-force.ts';
import { rules, scheme, written } from './test-notation.ts';

const firstOf = (functional: string): FunctionalDependency => {
  const [one] = rules(functional);
  if (one === undefined) throw new Error('no dependency');
  return one;
};

const linesOf = (proof: DependencyProof | null): readonly string[] | undefined =>
  proof?.lines.map(({ dependency, rule, from, added }) =>
    [written([dependency]), rule, ...from, ...(added.length > 0 ? [`+${added.join('')}`] : [])].join(' '),
  );

describe('a proof by the axioms', () => {
  it('says transitivity alone where nothing else is needed', () => {
    expect(linesOf(dependencyProof(scheme('ABC', 'A>B B>C'), firstOf('A>C')))).toEqual([
      'A>B given',
      'B>C given',
      'A>C transitivity 1 2',
    ]);
  });

  it('is one line for what is given, and for what is trivial', () => {
    expect(linesOf(dependencyProof(scheme('ABC', 'A>B B>C A>C'), firstOf('A>C')))).toEqual(['A>C given']);
    expect(linesOf(dependencyProof(scheme('ABC', ''), firstOf('AB>B')))).toEqual(['AB>B reflexivity']);
    expect(linesOf(dependencyProof(scheme('ABC', ''), firstOf('>')))).toEqual(['> reflexivity']);
  });

  it('derives the rule of union from the axioms', () => {
    expect(linesOf(dependencyProof(scheme('ABC', 'A>B A>C'), firstOf('A>BC')))).toEqual([
      'A>B given',
      'A>AB augmentation 1 +A',
      'A>C given',
      'AB>BC augmentation 3 +B',
      'A>BC transitivity 2 4',
    ]);
  });

  it('derives pseudo-transitivity: A → B and BC → D give AC → D', () => {
    expect(linesOf(dependencyProof(scheme('ABCD', 'A>B BC>D'), firstOf('AC>D')))).toEqual([
      'A>B given',
      'AC>BC augmentation 1 +C',
      'BC>D given',
      'AC>D transitivity 2 3',
    ]);
  });

  it('is null for what is not implied, and two rows say why', () => {
    // Ullman & Widom, example 3.8 and 3.9: AB⁺ = ABCDE of AB → C, BC → AD, D → E, CF → B.
    const given = scheme('ABCDEF', 'AB>C BC>AD D>E CF>B');
    expect(linesOf(dependencyProof(given, firstOf('AB>D')))).toEqual([
      'AB>C given',
      'AB>BC augmentation 1 +B',
      'BC>AD given',
      'AB>AD transitivity 2 3',
      'AD>D reflexivity',
      'AB>D transitivity 4 5',
    ]);
    expect(dependencyProof(given, firstOf('D>A'))).toBeNull();
    expect(twoRowCounterexample(given, firstOf('D>A'))).toEqual({
      closure: ['D', 'E'],
      rows: [
        ['1', '1', '1', '1', '1', '1'],
        ['0', '0', '0', '1', '1', '0'],
      ],
    });
    expect(twoRowCounterexample(given, firstOf('AB>D'))).toBeNull();
  });

  it('takes constants, repeated names and names of any kind', () => {
    expect(linesOf(dependencyProof(scheme('ABC', '>A A>B'), firstOf('C>B')))).toEqual([
      '>A given',
      'C>AC augmentation 1 +C',
      'A>B given',
      'AC>BC augmentation 3 +C',
      'C>BC transitivity 2 4',
      'BC>B reflexivity',
      'C>B transitivity 5 6',
    ]);
    const odd = { attributes: ['straße nr', 'a"b', ''], functional: rules('') };
    const doubled = { determinant: ['a"b', 'a"b'], dependents: [''] };
    const proof = dependencyProof({ ...odd, functional: [doubled] }, { determinant: ['a"b'], dependents: [''] });
    expect(proof?.lines).toHaveLength(1);
    expect(() => dependencyProof(odd, { determinant: ['x'], dependents: [''] })).toThrow('no attribute x');
  });
});

describe('a shorter proof', () => {
  it('uses union and decomposition', () => {
    expect(linesOf(dependencyProof(scheme('ABC', 'A>B A>C'), firstOf('A>BC'), 'shorter'))).toEqual([
      'A>B given',
      'A>C given',
      'A>BC union 2 1',
    ]);
    expect(linesOf(dependencyProof(scheme('ABC', 'A>BC'), firstOf('A>C'), 'shorter'))).toEqual([
      'A>BC given',
      'A>C decomposition 1',
    ]);
  });
});

describe('every proof', () => {
  const modes: readonly ProofMode[] = ['axioms', 'shorter'];

  function expectAllProved(given: RelationScheme): void {
    const definition = new BruteForce(given);
    for (const left of definition.subsets()) {
      for (const right of definition.subsets()) {
        const wanted = { determinant: definition.names(left), dependents: definition.names(right) };
        const isImplied = within(right, definition.closure(left));
        expectTwoRows(given, wanted, isImplied);
        const lengths = modes.map((mode) => {
          const proof = dependencyProof(given, wanted, mode);
          expect(proof === null).toBe(!isImplied);
          if (proof === null) return 0;
          expect(checkProof(given.functional, wanted, proof)).toBeNull();
          return proof.lines.length;
        });
        expect(lengths[1]).toBeLessThanOrEqual(lengths[0] ?? 0);
      }
    }
  }

  function expectTwoRows(given: RelationScheme, wanted: FunctionalDependency, isImplied: boolean): void {
    const rows = twoRowCounterexample(given, wanted)?.rows;
    expect(rows === undefined).toBe(isImplied);
    if (rows === undefined) return;
    const agree = given.attributes.filter((_, column) => rows[0][column] === rows[1][column]);
    const isKept = ({ determinant, dependents }: FunctionalDependency): boolean =>
      !determinant.every((name) => agree.includes(name)) || dependents.every((name) => agree.includes(name));
    expect(given.functional.every(isKept)).toBe(true);
    expect(isKept(wanted)).toBe(false);
  }

  it('is right line by line, for all dependencies over random sets of them', () => {
    fc.assert(fc.property(arbitraryScheme(1, 5), expectAllProved), { numRuns: 30 });
  });
});

describe('the checker', () => {
  const given = rules('A>B B>C');
  const proof = dependencyProof({ attributes: ['A', 'B', 'C'], functional: given }, firstOf('A>C'));
  const lines = proof?.lines ?? [];

  it.each([
    ['a last line that is another', lines.slice(0, 2), 'the last line is another dependency'],
    [
      'a line before its premise',
      lines.toReversed().slice(-1).concat(lines.slice(2)),
      'line 2 rests on no earlier line',
    ],
    [
      'a dependency that is not given',
      lines.slice(2).map((line) => ({ ...line, rule: 'given' as const, from: [] })),
      'line 1 does not follow by given',
    ],
    [
      'an idle line',
      [...lines.slice(0, 1), ...lines.slice(0, 2), ...lines.slice(2).map((line) => ({ ...line, from: [1, 3] }))],
      'line 2 is not used',
    ],
    [
      'reflexivity the wrong way',
      lines.map((line) => ({ ...line, rule: 'reflexivity' as const, from: [] })),
      'line 1 does not follow by reflexivity',
    ],
  ])('refuses %s', (_, wrong, why) => {
    expect(checkProof(given, firstOf('A>C'), { mode: 'axioms', lines: wrong })).toBe(why);
  });

  /** One line on top of premises that are given. */
  const refusalOf = (rule: ProofRule, premises: string, conclusion: string, added = ''): string | null => {
    const stated = rules(premises);
    const tops = stated.map((dependency): ProofLine => ({ dependency, rule: 'given', from: [], added: [] }));
    const from = tops.map((_, place) => place + 1);
    const line: ProofLine = { dependency: firstOf(conclusion), rule, from, added: Array.from(added) };
    return checkProof(stated, line.dependency, { mode: 'shorter', lines: [...tops, line] });
  };

  it.each([
    ['transitivity', 'A>B B>C', 'A>C', '', true],
    ['transitivity', 'A>B C>D', 'A>D', '', false],
    ['transitivity', 'A>B BC>D', 'AC>D', '', false],
    ['transitivity', 'A>BC B>D', 'A>D', '', false],
    ['transitivity', 'A>B', 'A>B', '', false],
    ['augmentation', 'A>B', 'AC>BC', 'C', true],
    ['augmentation', 'A>B', 'AC>BC', '', false],
    ['augmentation', 'A>B', 'AC>BD', 'C', false],
    ['augmentation', 'A>B', 'A>BC', 'C', false],
    ['union', 'A>B A>C', 'A>BC', '', true],
    ['union', 'A>B C>D', 'A>BD', '', false],
    ['union', 'A>B A>C', 'A>BCD', '', false],
    ['decomposition', 'A>BC', 'A>C', '', true],
    ['decomposition', 'A>BC', 'A>D', '', false],
    ['decomposition', 'AD>BC', 'A>C', '', false],
    ['reflexivity', '', 'AB>A', '', true],
    ['reflexivity', '', 'A>AB', '', false],
  ] as const)('takes %s from %s to %s with %s: %s', (rule, premises, conclusion, added, isRight) => {
    expect(refusalOf(rule, premises, conclusion, added)).toBe(
      isRight ? null : `line ${rules(premises).length + 1} does not follow by ${rule}`,
    );
  });

  it('takes union and decomposition for no axioms', () => {
    const union = dependencyProof(scheme('ABC', 'A>B A>C'), firstOf('A>BC'), 'shorter');
    const refusal = checkProof(rules('A>B A>C'), firstOf('A>BC'), { mode: 'axioms', lines: union?.lines ?? [] });
    expect(refusal).toBe('line 3 uses union, which is no axiom');
  });
});
