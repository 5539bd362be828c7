import type { RelationScheme, FunctionalDependency } from '#core/relational/dependency.ts';
import type { Closure } from '#core/relational/attribute-closure.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { stepOf } from './closure-words.ts';
import { arrows, namesText } from './dependency-words.ts';

interface SchemeTablesProps {
  readonly scheme: RelationScheme;
  readonly keys: readonly (readonly string[])[];
  readonly selected: readonly string[];
  readonly closure: Closure | null;
  readonly guarded: readonly FunctionalDependency[];
}

const text = (name: string): DataColumn => ({ name, kind: 'text' });

/** All that the picture of a scheme shows, as tables. */
export function SchemeTables({ scheme, keys, selected, closure, guarded }: SchemeTablesProps) {
  const prime = new Set(keys.flat());
  const usedIn = (dependency: FunctionalDependency): string => {
    const place = closure?.steps.findIndex((step) => step.dependency === dependency) ?? -1;
    return place < 0 ? '–' : String(place + 1);
  };
  const known = (name: string): string => {
    if (selected.includes(name)) return 'chosen';
    const step = closure === null ? null : stepOf(closure, name);
    if (step !== null) return `by step ${step}`;
    return closure?.attributes.includes(name) ? 'yes' : 'no';
  };
  const isAsked = closure !== null;
  return (
    <>
      <DataTable
        caption="The dependencies"
        columns={[
          text('determinant'),
          text('kind'),
          text('dependents'),
          text('known from'),
          ...(isAsked ? [text('step')] : []),
        ]}
        rows={[
          ...scheme.functional.map((dependency) => [
            namesText(dependency.determinant),
            arrows.functional,
            namesText(dependency.dependents),
            guarded.includes(dependency) ? 'the table' : 'what is stated',
            ...(isAsked ? [usedIn(dependency)] : []),
          ]),
          ...scheme.multivalued.map((dependency) => [
            namesText(dependency.determinant),
            arrows.multivalued,
            namesText(dependency.dependents),
            'what is stated',
            ...(isAsked ? ['–'] : []),
          ]),
        ]}
      />
      <DataTable
        caption="The attributes"
        columns={[text('attribute'), text('in a key'), ...(isAsked ? [text('in the closure')] : [])]}
        rows={scheme.attributes.map((name) => [
          name,
          prime.has(name) ? 'yes' : 'no',
          ...(isAsked ? [known(name)] : []),
        ])}
      />
    </>
  );
}
