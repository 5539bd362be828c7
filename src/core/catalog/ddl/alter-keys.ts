import type { ForeignKey } from '#core/catalog/catalog.ts';
import type { TableChanges } from './table-changes.ts';

/** The foreign keys of a table by where they come from: those that are disturbed are dropped early and made again. */
export interface KeyFates {
  readonly dropEarly: readonly string[];
  readonly change: readonly { readonly before: ForeignKey; readonly after: ForeignKey }[];
  readonly add: readonly ForeignKey[];
}

export function keyFates(changes: TableChanges, disturbed: (key: ForeignKey) => boolean): KeyFates {
  const { foreignKeys, pair } = changes;
  const gone = new Set(foreignKeys.removed.map(({ name }) => name));
  const early = pair.before.foreignKeys.filter((key) => gone.has(key.name) || disturbed(key)).map(({ name }) => name);
  const isEarly = (name: string): boolean => early.includes(name);
  const renamedFrom = new Map(foreignKeys.renamed.map(({ from, to }) => [to, from]));
  return {
    dropEarly: early,
    change: foreignKeys.changed.filter(({ before }) => !isEarly(before.name)),
    add: pair.after.foreignKeys.filter(
      (key) => foreignKeys.added.includes(key) || isEarly(renamedFrom.get(key.name) ?? key.name),
    ),
  };
}
