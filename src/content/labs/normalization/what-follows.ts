import { primeAttributes } from '#core/relational/candidate-keys.ts';
import { impliesFunctional, impliesMultivalued } from '#core/relational/dependency-basis.ts';
import { normalForms, type RelationScheme } from '#core/relational/dependency.ts';
import { normalFormOf } from '#core/relational/normal-form.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import type { NormalizationFrame } from './normalization-frame.ts';
import { readMeant, readScheme } from './read-scheme.ts';

/** The figures of a relation on paper, and what its picture shows. */
export function whatFollows(values: LabValues): { readonly frame: NormalizationFrame; readonly metrics: Metrics } {
  const { scheme, problems } = readScheme(values);
  const judgement = normalFormOf(scheme);
  const prime = primeAttributes(scheme);
  return {
    frame: { scheme, judgement, prime, remarks: problems.map(({ line, message }) => ({ line, message })) },
    metrics: {
      normalForm: judgement.isCertain ? normalForms.indexOf(judgement.form) : Number.NaN,
      candidateKeys: judgement.isComplete ? judgement.keys.length : Number.NaN,
      primeAttributes: prime.undecided.length === 0 ? prime.prime.length : Number.NaN,
      ...comparedWith(readMeant(values).scheme, scheme),
    },
  };
}

/** Where a lesson says what is meant: how much of it is missing, and how much is said beyond it. */
function comparedWith(meant: RelationScheme, said: RelationScheme): Metrics {
  if (meant.attributes.length === 0) return { unsaid: Number.NaN, unmeant: Number.NaN };
  // Of the same attributes: what a multivalued dependency says hangs on what is left beside it.
  const attributes = [...new Set([...said.attributes, ...meant.attributes])];
  const missing = (of: RelationScheme, from: RelationScheme): number => {
    const known = { ...from, attributes };
    return (
      of.functional.filter((dependency) => !impliesFunctional(known, dependency)).length +
      of.multivalued.filter((dependency) => !impliesMultivalued(known, dependency)).length
    );
  };
  return { unsaid: missing(oneByOne(meant), said), unmeant: missing(said, meant) };
}

/** With one attribute on each right side: half of a line can be said. */
function oneByOne({ functional, ...others }: RelationScheme): RelationScheme {
  const split = functional.flatMap(({ determinant, dependents }) =>
    dependents.map((dependent) => ({ determinant, dependents: [dependent] })),
  );
  return { ...others, functional: split };
}
