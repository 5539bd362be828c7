import type { DependencyBits } from './attribute-closure.ts';
import {
  add,
  difference,
  has,
  isEmpty,
  isSame,
  isSubset,
  placesOf,
  without,
  type AttributeSet,
} from './attribute-set.ts';
import type { KeysOnBits } from './candidate-keys.ts';
import { cutDown } from './cut-down.ts';
import { keyAround, type PrimesOnBits, type SearchBudget } from './key-search.ts';
import type { SchemeBits } from './scheme-bits.ts';

export interface FunctionalViolation extends DependencyBits {
  readonly kind: 'partial' | 'transitive' | 'bcnf';
  /** Of a partial one: a key that the determinant is a part of. */
  readonly key: AttributeSet | null;
}

export interface FunctionalViolations {
  readonly violations: readonly FunctionalViolation[];
  /** False where keys are missing and it might be that one breaks a lower form than it says. */
  readonly isCertain: boolean;
}

type Known = SchemeBits & KeysOnBits & PrimesOnBits & { readonly budget: SearchBudget };

/**
 * What keeps a relation from BCNF: each dependency whose determinant is no superkey. It is enough to look at those that are
 * given, each without the attributes that its left side can spare: if an implied one is a violation, so is one that its
 * derivation uses, and breaks 3NF where that one does. Not so for 2NF: from a part of a key over prime attributes to a
 * nonprime one; such are looked for in every key less one attribute.
 */
export function functionalViolations(known: Known): FunctionalViolations {
  const { undecided } = known;
  const violations = new ViolationList();
  let isCertain = true;
  for (const { determinant, place } of reducedViolations(known)) {
    if (has(undecided, place)) isCertain = false;
    const kind = has(known.prime, place) || has(undecided, place) ? 'bcnf' : 'transitive';
    if (kind === 'bcnf') {
      violations.add('bcnf', determinant, place, null);
      continue;
    }
    const key = keyWith(determinant, known);
    if (key === 'unknown') isCertain = false;
    if (key === 'unknown' || key === 'none') violations.add('transitive', determinant, place, null);
    else violations.add('partial', determinant, place, key);
  }
  addHiddenPartials(violations, known);
  if (!known.isComplete && unexplained(violations, known).length > 0) isCertain = false;
  return { violations: violations.all(), isCertain };
}

/** Each violation with one attribute on the right and none on the left that it can spare. */
function* reducedViolations({
  universe,
  closure,
  functional,
}: Known): Generator<{ readonly determinant: AttributeSet; readonly place: number }> {
  const all = universe.all();
  for (const { determinant, dependents } of functional) {
    const said = difference(dependents, determinant);
    if (isEmpty(said) || isSame(closure(determinant), all)) continue;
    for (const place of placesOf(said)) {
      yield { determinant: cutDown(determinant, (less) => has(closure(less), place)), place };
    }
  }
}

/** A key that holds the determinant, which is no superkey, and more. */
function keyWith(determinant: AttributeSet, known: Known): AttributeSet | 'none' | 'unknown' {
  const key = known.keys.find((each) => isSubset(determinant, each));
  if (key !== undefined) return key;
  if (known.isComplete) return 'none';
  const search = keyAround(known, determinant, known.budget);
  if (search.found !== 'key') return search.found;
  const all = known.universe.all();
  return cutDown(search.superkey, (less) => isSame(known.closure(less), all));
}

/** Nonprime attributes of which no partial dependency is told, nor one that they follow from. */
function unexplained(violations: ViolationList, { closure }: Known): readonly number[] {
  const told = violations.all().filter(({ kind }) => kind === 'partial');
  const explained = told.map(({ determinant }) => closure(determinant));
  return violations
    .all()
    .filter(({ kind }) => kind === 'transitive')
    .flatMap(({ dependents }) => placesOf(dependents))
    .filter((place) => !explained.some((set) => has(set, place)));
}

function addHiddenPartials(violations: ViolationList, known: Known): void {
  const { keys, closure } = known;
  let wanted = unexplained(violations, known);
  const seen = new Set<string>();
  for (const key of keys) {
    for (const part of placesOf(key).map((dropped) => without(key, dropped))) {
      if (wanted.length === 0) return;
      if (seen.has(part.join(' '))) continue;
      seen.add(part.join(' '));
      const reached = closure(part);
      const first = wanted.find((place) => has(reached, place));
      if (first === undefined) continue;
      const determinant = cutDown(part, (less) => has(closure(less), first));
      const explained = closure(determinant);
      for (const place of wanted) if (has(explained, place)) violations.add('partial', determinant, place, key);
      wanted = unexplained(violations, known);
    }
  }
}

/** Merges what has the same determinant and is of the same kind. */
class ViolationList {
  readonly #found = new Map<string, FunctionalViolation>();

  add(kind: FunctionalViolation['kind'], determinant: AttributeSet, place: number, key: AttributeSet | null): void {
    const words = `${kind} ${determinant.join(' ')}`;
    const dependents = this.#found.get(words)?.dependents.slice() ?? new Uint32Array(determinant.length);
    add(dependents, place);
    this.#found.set(words, { kind, determinant, dependents, key });
  }

  all(): readonly FunctionalViolation[] {
    return [...this.#found.values()];
  }
}
