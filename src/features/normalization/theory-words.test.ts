import { describe, expect, it } from 'vitest';
import { readDependencies } from '#core/relational/dependency-text.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { chaseStepWords, tableauCells } from './chase-words.ts';
import { coverStepWords } from './cover-words.ts';
import { lostDependencyWords } from './lost-dependency-words.ts';
import { reasonWords } from './multivalued-reason.ts';
import { ruleWords } from './proof-words.ts';
import { synthesisSteps } from './synthesis-words.ts';
import { answerTheory } from './theory-question.ts';

function schemeOf(attributes: string, text: string): RelationScheme {
  const names = attributes.split('');
  const { dependencies } = readDependencies(text, names);
  return {
    attributes: names,
    functional: dependencies.filter(({ kind }) => kind === 'functional'),
    multivalued: dependencies.filter(({ kind }) => kind === 'multivalued'),
  };
}

describe('the words of the theory', () => {
  it('tell a minimal cover step by step (Silberschatz: A → BC, B → C, A → B, AB → C)', () => {
    const scheme = schemeOf('abc', 'a -> b, c\nb -> c\na -> b\na, b -> c');
    const { steps } = answerTheory({ kind: 'cover', scheme, subject: null });
    const words = steps.map(coverStepWords);
    expect(words[0]).toBe('`a → b, c` says as much as `a → b`, `a → c`: one attribute on the right of each.');
    expect(words).toContain('`a → c` follows from the others by `a → b`, then `b → c`: it is left out.');
    expect(words).toContain('`a → b` stands there already: once is enough.');
  });

  it('tell what a synthesis adds and drops', () => {
    const steps = synthesisSteps(
      answerTheory({ kind: 'synthesis', scheme: schemeOf('abc', 'a -> b'), subject: { mergeEquivalent: false } }),
    );
    expect(steps).toEqual([
      'A minimal cover has one dependency.',
      '`a → b` makes the relation `(a, b)`.',
      'None of them holds a key of the whole: without one the join would invent rows, so `(a, c)` becomes a relation, too.',
    ]);
  });

  it('tell which rows a chase makes agree, and mark what has changed', () => {
    const scheme = schemeOf('abc', 'b -> c');
    const { join, preservation } = answerTheory({
      kind: 'split',
      scheme,
      subject: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    });
    expect(join.steps.map((step) => chaseStepWords(step, scheme.attributes))).toEqual([
      'Rows 1 and 2 agree in `b`, so by `b → c` they agree in `c`: `b1,3` becomes `a3`.',
    ]);
    const changed = tableauCells(join.initial, join.final).map((row) => row.map(({ isChanged }) => isChanged));
    expect(changed).toEqual([
      [false, false, true],
      [false, false, false],
    ]);
    expect(preservation.lost).toEqual([]);
  });

  it('tell which row a multivalued dependency asks for', () => {
    const scheme = schemeOf('abc', 'a ->> b');
    const wanted = { kind: 'multivalued', dependency: { determinant: ['a'], dependents: ['c'] } } as const;
    const { chased, axioms } = answerTheory({ kind: 'follows', scheme, subject: wanted });
    expect(chased.steps.map((step) => chaseStepWords(step, scheme.attributes))[0]).toMatch(
      /^Rows 1 and 2 agree in `a`: by `a ↠ b` the row with the `b` of row [12] and the rest of row [12] is there, too\.$/,
    );
    expect(axioms).toBeNull();
  });

  it('say which functional dependency makes a multivalued one so', () => {
    const scheme = schemeOf('abcd', 'a -> b\nb -> c\nd ->> a');
    const reasonOf = (determinant: string, dependents: string): string | null => {
      const wanted = {
        kind: 'multivalued',
        dependency: { determinant: determinant.split(''), dependents: dependents.split('') },
      } as const;
      const { chased, reason, axioms } = answerTheory({ kind: 'follows', scheme, subject: wanted });
      expect(chased.isImplied).toBe(true);
      expect(axioms !== null).toBe(reason?.kind === 'functional');
      return reason && reasonWords(reason);
    };
    expect(reasonOf('a', 'c')).toBe('It follows: `a → c` makes it so. One value is a set of values, too.');
    expect(reasonOf('a', 'd')).toMatch(/^It follows: `a → b, c` makes it so\. What is left of a row/);
    expect(reasonOf('ab', 'cd')).toMatch(/true of every table/);
    expect(reasonOf('d', 'a')).toBeNull();
  });

  it('tell how far the parts still carry a lost dependency', () => {
    const scheme = schemeOf('scz', 's, c -> z\nz -> c');
    const { preservation } = answerTheory({
      kind: 'split',
      scheme,
      subject: [
        ['s', 'z'],
        ['c', 'z'],
      ],
    });
    expect(preservation.lost.map((lost) => lostDependencyWords(lost, false))).toEqual([
      '`s, c → z`: within the parts `s` and `c` tell nothing of `z`.',
    ]);
  });

  it('name the rule of each line of a proof and the lines it rests on', () => {
    const scheme = schemeOf('abc', 'a -> b\nb -> c');
    const wanted = { kind: 'functional', dependency: { determinant: ['a'], dependents: ['c'] } } as const;
    const { axioms } = answerTheory({ kind: 'follows', scheme, subject: wanted });
    const words = axioms?.lines.map(ruleWords) ?? [];
    expect(words.filter((rule) => rule === 'given')).toHaveLength(2);
    expect(words.at(-1)).toMatch(/^transitivity of \(\d\) and \(\d\)$/);
  });
});
