import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency, NormalForm, RelationScheme } from '#core/relational/dependency.ts';
import { dependencyPreservation, type LostDependency } from '#core/relational/dependency-preservation.ts';
import { losslessJoin, type LosslessJoin } from '#core/relational/lossless-join.ts';
import { designScheme } from './design-scheme.ts';
import type { Design, DesignRelation } from './read-design.ts';
import { relationForm, type FormViolation } from './relation-form.ts';
import { declaredKeys } from './surrogates.ts';

/** A design measured by dependencies. */
export interface DesignVerdict {
  readonly relations: readonly RelationVerdict[];
  readonly join: LosslessJoin;
  /** Stated dependencies that no table guards, nor all of them together. */
  readonly lost: readonly LostDependency[];
}

export interface RelationVerdict {
  readonly relation: DesignRelation;
  readonly form: NormalForm;
  readonly keys: readonly (readonly string[])[];
  readonly violations: readonly NamedViolation[];
  /** Declared keys of which the dependencies do not say that they determine all. */
  readonly unfoundedKeys: readonly UnfoundedKey[];
  /** Set where the table declares keys, and none that is no wider than it must be. */
  readonly wideKey: WideKey | null;
}

/** A declared key that takes two rows with one value of what determines all. */
export interface WideKey {
  readonly declared: readonly string[];
  readonly key: readonly string[];
}

export interface UnfoundedKey {
  readonly key: readonly string[];
  readonly undecided: readonly string[];
}

export interface NamedViolation extends FormViolation {
  /** The stated dependency that it comes from, null where it follows from several. */
  readonly stated: FunctionalDependency | null;
  /** Only a surrogate is declared as the key: it would be none if the determinant were declared unique. */
  readonly isUndeclaredKey: boolean;
}

/** Which form each table is in, whether their join gives back what was split, and which dependencies they guard no more. */
export function judgeDesign(read: Design, scheme: RelationScheme): DesignVerdict {
  const design = within(read, scheme.attributes);
  const whole = designScheme(design, { ...scheme, multivalued: [] }, design.surrogates);
  return {
    relations: design.relations.map((relation) => judgeRelation(design, scheme, whole, relation)),
    join: judgeJoin(design, scheme),
    lost: dependencyPreservation(
      whole,
      design.relations.map(({ attributes }) => attributes),
      scheme.functional,
    ).lost,
  };
}

/** What the dependencies are about: a column that only the rows are compared by is left out. */
function within({ relations, surrogates, declared, ...rest }: Design, attributes: readonly string[]): Design {
  const isMeant = (name: string): boolean => attributes.includes(name) || surrogates.includes(name);
  return {
    relations: relations
      .map((relation) => ({ ...relation, attributes: relation.attributes.filter(isMeant) }))
      .filter((relation) => relation.attributes.length > 0),
    surrogates,
    declared: declared.flatMap(({ determinant, dependents }) =>
      determinant.every(isMeant) ? [{ determinant, dependents: dependents.filter(isMeant) }] : [],
    ),
    ...rest,
  };
}

/**
 * An `id` of a table's own changes nothing in what depends on what. The second look leaves it out: with it as the only
 * declared key nothing could be partial, and no multivalued dependency would be one.
 */
function judgeRelation(
  design: Design,
  scheme: RelationScheme,
  whole: RelationScheme,
  relation: DesignRelation,
): RelationVerdict {
  const withIds = relationForm(whole, relation.attributes);
  const others = design.surrogates.filter((name) => !relation.ownSurrogates.includes(name));
  const bare = designScheme(design, scheme, others);
  const attributes = relation.attributes.filter((name) => bare.attributes.includes(name));
  const withoutIds = relationForm(bare, attributes);
  const inNatural = new Set(withoutIds.violations.map(signature));
  const all = [
    ...withoutIds.violations,
    ...withIds.violations.filter(
      (violation) => violation.kind !== 'multivalued' && !inNatural.has(signature(violation)),
    ),
  ];
  const violations = named(all, scheme, whole).map((violation) => ({
    ...violation,
    isUndeclaredKey: !inNatural.has(signature(violation)) && isKeyWithoutIds(violation, withoutIds.keys),
  }));
  return {
    relation,
    form: formOf(violations, scheme),
    keys: withIds.keys,
    violations,
    unfoundedKeys: unfounded(relation, whole),
    wideKey: wideKeyOf(relation, withIds.keys),
  };
}

/** A key of a partitioned table must hold the columns that it is partitioned by. */
function wideKeyOf(relation: DesignRelation, keys: readonly (readonly string[])[]): WideKey | null {
  if (relation.table.partitioning !== null) return null;
  const pairs = keysAsAttributes(relation).map((declared) => {
    const key = declared === null ? undefined : keys.find((each) => holds(declared, each));
    return declared === null || key === undefined ? null : { declared, key };
  });
  const [first] = pairs;
  // A key of columns that stand for nothing may be as wide as its maker likes, and so may one beside a narrow one.
  const areAllWide = pairs.every((pair) => pair !== null && pair.declared.length > pair.key.length);
  return areAllWide ? (first ?? null) : null;
}

function unfounded(relation: DesignRelation, whole: RelationScheme): readonly UnfoundedKey[] {
  return keysAsAttributes(relation).flatMap((key) => {
    if (key === null || !holds(relation.attributes, key)) return [];
    const closure = attributeClosure(whole, key).attributes;
    const undecided = relation.attributes.filter((name) => whole.attributes.includes(name) && !closure.includes(name));
    return undecided.length === 0 ? [] : [{ key, undecided }];
  });
}

/** The declared keys, in their order; null for one with a column that stands for nothing. */
function keysAsAttributes({ table, columns }: DesignRelation): readonly (readonly string[] | null)[] {
  const attributeOf = new Map([...columns].map(([attribute, column]) => [column, attribute]));
  return declaredKeys(table).map((names) => {
    const key = names.flatMap((name) => attributeOf.get(name) ?? []);
    return key.length < names.length ? null : key;
  });
}

function isKeyWithoutIds({ determinant }: FormViolation, keys: readonly (readonly string[])[]): boolean {
  return keys.some((key) => key.every((name) => determinant.includes(name)));
}

function signature({ determinant, dependents }: FormViolation): string {
  return JSON.stringify([determinant, dependents]);
}

function formOf(violations: readonly FormViolation[], { multivalued }: RelationScheme): NormalForm {
  const has = (kind: FormViolation['kind']): boolean => violations.some((violation) => violation.kind === kind);
  if (has('partial')) return '1NF';
  if (has('transitive')) return '2NF';
  if (has('bcnf')) return '3NF';
  return has('multivalued') || multivalued.length === 0 ? 'BCNF' : '4NF';
}

/** Each violation under the name of a stated dependency with an equivalent determinant, where there is one; once each. */
function named(
  violations: readonly FormViolation[],
  scheme: RelationScheme,
  whole: RelationScheme,
): readonly Omit<NamedViolation, 'isUndeclaredKey'>[] {
  const closed = (names: readonly string[]): readonly string[] => attributeClosure(whole, names).attributes;
  const all = violations.map((violation) => {
    const closure = closed(violation.determinant);
    const stated = (violation.kind === 'multivalued' ? scheme.multivalued : scheme.functional).filter(
      ({ determinant }) => holds(closure, determinant) && holds(closed(determinant), violation.determinant),
    );
    const speaks = ({ dependents }: FunctionalDependency): boolean =>
      violation.dependents.some((name) => dependents.includes(name));
    return {
      ...violation,
      stated: stated.find(speaks) ?? (violation.kind === 'multivalued' ? (stated[0] ?? null) : null),
    };
  });
  return all.filter(
    (violation, place) =>
      violation.stated === null ||
      all.findIndex((each) => each.stated === violation.stated && each.kind === violation.kind) === place,
  );
}

function holds(one: readonly string[], other: readonly string[]): boolean {
  return other.every((name) => one.includes(name));
}

/** Surrogates of one table only join nothing, and are left out. */
function judgeJoin(design: Design, scheme: RelationScheme): LosslessJoin {
  const shared = design.surrogates.filter(
    (name) => design.relations.filter(({ attributes }) => attributes.includes(name)).length > 1,
  );
  const judged = [{ ...scheme, multivalued: [] }, scheme].map((each) => {
    const whole = designScheme(design, each, shared);
    const parts = design.relations
      .map(({ attributes }) => attributes.filter((name) => whole.attributes.includes(name)))
      .filter((part) => part.length > 0);
    return losslessJoin(whole, parts);
  });
  return judged.find(({ verdict }) => verdict === 'lossless') ?? judged[1] ?? losslessJoin(scheme, []);
}
