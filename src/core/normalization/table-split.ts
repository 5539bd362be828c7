import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import { err, ok, type Result } from '#core/shared/result.ts';

/** A dependency that keeps a table from the next normal form. */
export interface ViolatingDependency extends FunctionalDependency {
  readonly kind: 'functional' | 'multivalued';
}

/** What of a table goes into a new one, and what stays. Both hold the determinant, by which they are joined again. */
export interface TableSplit {
  readonly dependency: ViolatingDependency;
  /** Of the new table, the determinant first. */
  readonly moved: readonly string[];
  /** In the order of the table. */
  readonly kept: readonly string[];
  /** Candidate keys of each part, as the dependencies have it; smaller ones first. */
  readonly movedKeys: readonly (readonly string[])[];
  readonly keptKeys: readonly (readonly string[])[];
  /** The columns of the determinant that are a key of one of the parts, to which the other refers; null where of none. */
  readonly reference: { readonly to: 'moved' | 'kept'; readonly columns: readonly string[] } | null;
}

/**
 * The split of a relation by one dependency: for X → Y the closure of X goes into the new table and X stays with the
 * rest (the step of the BCNF decomposition: Ullman & Widom, A First Course in Database Systems, 3.3.4); for X ↠ Y the
 * parts are X ∪ Y and X ∪ rest (ibid. 3.6.6). Fails with a sentence where nothing would be split.
 */
export function splitTable(scheme: RelationScheme, dependency: ViolatingDependency): Result<TableSplit, string> {
  const { determinant, kind } = dependency;
  const unknown = [...determinant, ...dependency.dependents].find((name) => !scheme.attributes.includes(name));
  if (unknown !== undefined) return err(`The table has no column \`${unknown}\` any more.`);
  const said = new Set([...determinant, ...dependency.dependents]);
  const moving =
    kind === 'functional'
      ? attributeClosure(scheme, determinant).attributes
      : scheme.attributes.filter((name) => said.has(name));
  const dependents = moving.filter((name) => !determinant.includes(name));
  const kept = scheme.attributes.filter((name) => determinant.includes(name) || !moving.includes(name));
  if (dependents.length === 0) return err('This dependency says nothing: its right side stands on the left already.');
  if (kept.every((name) => determinant.includes(name))) {
    return err(
      kind === 'functional'
        ? 'The left side determines every column: it is a key, and nothing is to be split.'
        : 'Left and right side are the whole table: nothing is to be split.',
    );
  }
  if (determinant.length === 0) {
    return err('The left side is empty, so the two parts would have no column in common to be joined by.');
  }
  const moved = [...scheme.attributes.filter((name) => determinant.includes(name)), ...dependents];
  const [movedKeys, keptKeys] = [keysOfPart(scheme, moved), keysOfPart(scheme, kept)];
  return ok({ dependency, moved, kept, movedKeys, keptKeys, reference: referenceOf(determinant, movedKeys, keptKeys) });
}

function referenceOf(
  determinant: readonly string[],
  movedKeys: TableSplit['movedKeys'],
  keptKeys: TableSplit['keptKeys'],
): TableSplit['reference'] {
  const within = (keys: TableSplit['movedKeys']): readonly string[] | undefined =>
    keys.find((key) => key.length > 0 && key.every((name) => determinant.includes(name)));
  const toMoved = within(movedKeys);
  if (toMoved !== undefined) return { to: 'moved', columns: toMoved };
  const toKept = within(keptKeys);
  return toKept === undefined ? null : { to: 'kept', columns: toKept };
}

/** A split asks for few of them; those with very many keys show the theory, not a table. */
const mostKeys = 16;

/**
 * Minimal sets of columns of a part that determine all of it. Each key is gone on from by each dependency whose left side
 * lies in the part, with all that it determines there (Lucchesi & Osborn 1978); a key that comes about only by two left
 * sides and a column outside the part may be missed, which is one UNIQUE less, never a wrong one.
 */
export function keysOfPart(scheme: RelationScheme, part: readonly string[]): readonly (readonly string[])[] {
  const determines = (columns: readonly string[]): boolean => {
    const { attributes } = attributeClosure(scheme, columns);
    return part.every((name) => attributes.includes(name));
  };
  const cut = (superkey: readonly string[]): readonly string[] =>
    superkey.toReversed().reduce((key, name) => {
      const less = key.filter((other) => other !== name);
      return determines(less) ? less : key;
    }, superkey);
  const within = scheme.functional.filter(({ determinant }) => determinant.every((name) => part.includes(name)));
  const keys = [cut(part)];
  for (const key of keys) {
    for (const { determinant } of within) {
      const known = attributeClosure(scheme, determinant).attributes;
      const superkey = part.filter(
        (name) => determinant.includes(name) || (key.includes(name) && !known.includes(name)),
      );
      if (keys.length < mostKeys && !keys.some((one) => one.every((name) => superkey.includes(name)))) {
        keys.push(cut(superkey));
      }
    }
  }
  return keys.toSorted((one, other) => one.length - other.length);
}
